/** Brings what was judged into the shape that other thresholds are applied to. */
import { isScored } from '../classify/classification.js';
import type { Evaluation } from './evaluation.js';
import type { UntaggedRow } from './thresholds.js';

/** @param topics ids in the order that the rows shall have */
export function untaggedRows({ judgements }: Pick<Evaluation, 'judgements'>, topics: readonly string[]): UntaggedRow[] {
  return judgements.map((judgement) => ({
    gold: topics.map((topic) => judgement.gold.includes(topic)),
    scores: topics.map((topic) => judgement.scores[topic] as number),
    isScored: isScored(judgement),
  }));
}
