/** Brings what was judged into the shape that other thresholds are applied to. */
import type { Evaluation } from './evaluation.js';
import type { UntaggedRow } from './thresholds.js';

/** @param topics ids in the order that the rows shall have */
export function untaggedRows({ judgements }: Pick<Evaluation, 'judgements'>, topics: readonly string[]): UntaggedRow[] {
  return judgements.map(({ gold, scores, abstained }) => ({
    gold: topics.map((topic) => gold.includes(topic)),
    scores: topics.map((topic) => scores[topic] as number),
    isScored: abstained === undefined || abstained === 'no-topic-near',
  }));
}
