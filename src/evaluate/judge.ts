/** Classifies the labelled rows, one after the other, and keeps what was said of each. */
import type { AbortOptions, Classifier } from '../classify/classification.js';
import { throwIfAborted } from '../errors.js';
import type { Judgement } from './evaluation.js';
import { hashText } from './hash-text.js';
import type { LabelledRow } from './labelled-rows.js';
import type { ScoredRow } from './summarise.js';

/** A row as the figures need it, and as it is reported. */
export interface JudgedText extends ScoredRow {
  readonly judgement: Judgement;
}

/** @param onRow called after every row with the number of rows classified so far */
export async function judgeRows(
  classifier: Classifier,
  rows: readonly LabelledRow[],
  signal: AbortSignal | undefined,
  onRow: ((done: number) => void) | undefined,
): Promise<JudgedText[]> {
  const judged: JudgedText[] = [];
  for (const row of rows) {
    throwIfAborted(signal);
    judged.push(await judge(classifier, row, judged.length + 1, signal ? { signal } : {}));
    onRow?.(judged.length);
  }
  return judged;
}

async function judge(
  classifier: Classifier,
  { text, topics: gold, group }: LabelledRow,
  row: number,
  options: AbortOptions,
): Promise<JudgedText> {
  const { classification, scores } = await classifier.assess(text, options);
  const { language, tags, abstained } = classification;
  const { topics } = classifier;
  return {
    gold: topics.map((topic) => gold.includes(topic)),
    tagged: topics.map((topic) => tags.some((tag) => tag.topic === topic)),
    scores,
    judgement: {
      row,
      textSha256: hashText(text),
      language,
      gold: topics.filter((topic) => gold.includes(topic)),
      tags,
      // fromEntries defines own properties, so that an id such as `__proto__` is harmless.
      scores: Object.fromEntries(topics.map((topic, index) => [topic, scores[index] as number])),
      ...(group !== undefined && { group }),
      ...(abstained && { abstained }),
    },
  };
}
