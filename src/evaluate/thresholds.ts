/** What a classifier would have tagged with other thresholds, and the figures it would then have; no part needs Node. */
import { absentTopics, type Metrics, measure } from './metrics.js';
import { findPatterns, type JudgedRow } from './patterns.js';

/** A row's topics and scores, in the order of the topics. */
export interface UntaggedRow {
  readonly gold: readonly boolean[];
  readonly scores: readonly number[];
  /** False for a text that could not be scored (blank, too short, in another language): it has no tag, whatever the thresholds. */
  readonly isScored: boolean;
}

/**
 * Tags rows anew: a topic is given when its score is at least its threshold.
 *
 * @param thresholds in the order of the topics
 */
export function tagAt(rows: readonly UntaggedRow[], thresholds: readonly number[]): JudgedRow[] {
  return rows.map(({ gold, scores, isScored }) => ({
    gold,
    tagged: scores.map((score, topic) => isScored && score >= (thresholds[topic] as number)),
  }));
}

/**
 * The figures over all rows as `evaluate` gives them: a topic in neither gold nor tags counts as 0 in macro F1. Ratios
 * over nothing are NaN.
 *
 * @param rows at least one
 */
export function measureAll(rows: readonly JudgedRow[]): Metrics {
  const { distinct, counts } = findPatterns(rows);
  return measure(distinct, counts, absentTopics(measure(distinct, counts, 0)));
}
