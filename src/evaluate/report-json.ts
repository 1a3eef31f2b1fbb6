/** An evaluation as JSON that people can read, too. */
import type { Evaluation } from './evaluation.js';

/** Indented, but each judgement on a line of its own, so that ten thousand of them stay readable; ends with a newline. */
export function serialiseEvaluation({ judgements, ...figures }: Evaluation): string {
  const head = JSON.stringify(figures, undefined, 2).replace(/\n\}$/, '');
  const lines = judgements.map((judgement) => `    ${JSON.stringify(judgement)}`).join(',\n');
  return `${head},\n  "judgements": [\n${lines}\n  ]\n}\n`;
}
