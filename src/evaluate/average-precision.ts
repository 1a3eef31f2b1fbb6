/** How well the scores of one topic rank its rows, whatever the threshold: the curve and its one figure. */
import { cutRanking } from './ranking.js';

/** What one threshold would give. */
export interface CurvePoint {
  /** Every row with at least this score is tagged. */
  readonly threshold: number;
  /** Of the rows tagged, the share that carries the topic. */
  readonly precision: number;
  /** Of the rows that carry the topic, the share that is tagged. */
  readonly recall: number;
}

/**
 * The sum of precision × gained recall over the distinct scores, from the highest down, without interpolation: the
 * definition of scikit-learn's `average_precision_score`.
 *
 * @param gold whether each row carries the topic
 * @param scores the topic's score in each row, in the order of `gold`
 * @returns a number in (0, 1]; null when no row carries the topic
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.metrics.average_precision_score.html
 */
export function averagePrecision(gold: readonly boolean[], scores: readonly number[]): number | null {
  let found = 0;
  let sum = 0;
  for (const { tagged, hits } of cutRanking(gold, scores)) {
    sum += (hits - found) * (hits / tagged);
    found = hits;
  }
  return found === 0 ? null : sum / found;
}

/**
 * A point for each distinct score, from the highest down: the points of scikit-learn's `precision_recall_curve` in the
 * reverse order, without its last, (recall 0, precision 1), which belongs to no threshold.
 *
 * @param gold whether each row carries the topic
 * @param scores the topic's score in each row, in the order of `gold`
 * @returns no point when no row carries the topic
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.metrics.precision_recall_curve.html
 */
export function precisionRecallCurve(gold: readonly boolean[], scores: readonly number[]): CurvePoint[] {
  const support = gold.filter(Boolean).length;
  if (support === 0) return [];
  return cutRanking(gold, scores).map(({ threshold, tagged, hits }) => ({
    threshold,
    precision: hits / tagged,
    recall: hits / support,
  }));
}
