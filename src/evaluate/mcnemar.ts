/** McNemar's test: whether one run is right more often than another on the same rows by more than chance. */

export interface McNemar {
  /** Rows on which this run is right and the baseline wrong. */
  readonly rightOnlyNow: number;
  /** Rows on which the baseline is right and this run wrong. */
  readonly rightOnlyBefore: number;
  /** `exact-binomial` below 25 such rows, else `chi-square` with continuity correction. */
  readonly test: 'exact-binomial' | 'chi-square';
  /** The smaller of the two counts, or the corrected chi-square of one degree of freedom. */
  readonly statistic: number;
  /** Two-sided, in [0, 1]: how often chance alone makes runs of equal worth differ at least so much. */
  readonly pValue: number;
}

/** With fewer rows the chi-square distribution is a poor approximation. */
const FEWEST_FOR_CHI_SQUARE = 25;

/**
 * Tests whether the two counts of rows differ by more than chance, as `statsmodels.stats.contingency_tables.mcnemar` does.
 *
 * @see McNemar 1947, "Note on the sampling error of the difference between correlated proportions or percentages"
 * @see Edwards 1948, "Note on the correction for continuity in testing the significance of the difference between
 *   correlated proportions"
 */
export function mcnemar(rightOnlyNow: number, rightOnlyBefore: number): McNemar {
  const discordant = rightOnlyNow + rightOnlyBefore;
  if (discordant < FEWEST_FOR_CHI_SQUARE) {
    const statistic = Math.min(rightOnlyNow, rightOnlyBefore);
    const pValue = Math.min(1, 2 * fairCoinAtMost(statistic, discordant));
    return { rightOnlyNow, rightOnlyBefore, test: 'exact-binomial', statistic, pValue };
  }
  const statistic = (Math.abs(rightOnlyNow - rightOnlyBefore) - 1) ** 2 / discordant;
  return { rightOnlyNow, rightOnlyBefore, test: 'chi-square', statistic, pValue: erfc(Math.sqrt(statistic / 2)) };
}

/** Probability of at most `most` heads in `tosses` of a fair coin. */
function fairCoinAtMost(most: number, tosses: number): number {
  let ways = 1;
  let sum = 0;
  for (let heads = 0; heads <= most; heads++) {
    sum += ways;
    ways = (ways * (tosses - heads)) / (heads + 1);
  }
  return sum / 2 ** tosses;
}

/**
 * Complementary error function for z ≥ 0, to about 13 digits: a series of positive terms for small z (Abramowitz & Stegun
 * 7.1.6), the continued fraction 7.1.14 for large z. The probability of a chi-square of one degree of freedom above x is
 * erfc(√(x / 2)).
 */
function erfc(z: number): number {
  const density = Math.exp(-z * z) / Math.sqrt(Math.PI);
  if (z < 2) {
    let term = 2 * z;
    let sum = term;
    for (let n = 1; term > 1e-17 * sum; n++) {
      term *= (2 * z * z) / (2 * n + 1);
      sum += term;
    }
    return 1 - density * sum;
  }
  let fraction = z;
  for (let n = 60; n > 0; n--) fraction = z + n / 2 / fraction;
  return density / fraction;
}
