/** How far scores are from the share of texts that really carry the topic. */

/** Scores of one range. */
export interface ReliabilityBin {
  /** Lowest score of the range. */
  readonly from: number;
  /** End of the range, exclusive; but the last holds the score 1, too. */
  readonly to: number;
  /** Pairs of row and topic whose score is in the range. */
  readonly count: number;
  /** Mean of these scores; null when there is none. */
  readonly meanScore: number | null;
  /** Share of these pairs in which the row carries the topic; null when there is none. */
  readonly carrying: number | null;
}

/** How far scores are from what they claim. */
export interface Calibration {
  /** Bins of equal width over [0, 1], from the lowest up. */
  readonly bins: readonly ReliabilityBin[];
  /** Expected calibration error in [0, 1]: the mean over all pairs of |mean score − share that carries| of their bin. */
  readonly error: number;
}

const BINS = 10;

/**
 * Compares scores with what they claim.
 *
 * @param gold whether each pair of row and topic is right; at least one pair
 * @param scores the score of each pair in [0, 1], in the order of `gold`
 * @see Naeini, Cooper & Hauskrecht 2015, "Obtaining well calibrated probabilities using Bayesian binning"
 */
export function calibration(gold: readonly boolean[], scores: readonly number[]): Calibration {
  const tallies = Array.from({ length: BINS }, () => ({ count: 0, sum: 0, hits: 0 }));
  scores.forEach((score, pair) => {
    const tally = tallies[Math.min(BINS - 1, Math.floor(score * BINS))] as (typeof tallies)[number];
    tally.count++;
    tally.sum += score;
    if (gold[pair]) tally.hits++;
  });
  return {
    bins: tallies.map(({ count, sum, hits }, bin) => ({
      from: bin / BINS,
      to: (bin + 1) / BINS,
      count,
      meanScore: count === 0 ? null : sum / count,
      carrying: count === 0 ? null : hits / count,
    })),
    error: tallies.reduce((total, { sum, hits }) => total + Math.abs(sum - hits), 0) / scores.length,
  };
}
