/** Evaluates rows and writes the page of the evaluation. */
import { basename } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Classifier } from '../classify/classification.js';
import { type EvaluateOptions, evaluate } from '../evaluate/evaluate.js';
import type { Evaluation } from '../evaluate/evaluation.js';
import { explainMistakes } from '../evaluate/mistakes.js';
import { STANDARD_STREAM } from './input.js';
import type { Io } from './io.js';
import type { LabelledInput } from './labelled-input.js';
import { withOutput } from './output.js';

/** Which files the page is about, and where it goes. */
export interface ReportPlace {
  readonly report: string;
  /** What was evaluated, as it was named. */
  readonly path: string;
  readonly baseline: string | undefined;
  /** Undefined for the classifier in the package. */
  readonly classifierPath: string | undefined;
}

/** The file is opened first, so that a long evaluation is not lost to a folder that does not exist. */
export function evaluateWithReport(
  classifier: Classifier,
  { rows, files, place }: LabelledInput,
  options: EvaluateOptions,
  { report, path, baseline, classifierPath }: ReportPlace,
  io: Io,
): Promise<Evaluation> {
  const inputs = [...files, baseline, classifierPath].filter((file) => file !== undefined);
  return withOutput(report, inputs, io, async (destination) => {
    const evaluation = await evaluate(classifier, rows, options);
    const texts = rows.map(({ text }) => text);
    const mistakes = await explainMistakes(classifier, texts, evaluation, { signal: io.signal });
    // The markup of pages is of no use to an evaluation without one.
    const { evaluationPage } = await import('../report/evaluation/evaluation-page.js');
    const { builtInTopicNames } = await import('../report/kit/topic-names.js');
    const page = evaluationPage({
      evaluation,
      topicIds: classifier.topics,
      mistakes,
      texts,
      place,
      source: path === STANDARD_STREAM ? 'standard input' : path,
      classifier: classifierPath === undefined ? 'the one in the package' : basename(classifierPath),
      topicNames: classifierPath === undefined ? builtInTopicNames() : {},
    });
    await finished(destination.end(page));
    return evaluation;
  });
}
