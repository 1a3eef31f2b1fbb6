/** Says how far a share of few rows can be trusted. */

/** Lower and upper bound, both in [0, 1]. */
export type ShareInterval = readonly [lower: number, upper: number];

/** The 0.975 quantile of the standard normal distribution: 95 % lie between −z and z. */
const Z = 1.959963984540054;

/**
 * The 95 % score interval of a share, which stays within [0, 1] and is of use with few rows and shares near 0, where topics of the
 * press are; `null` without rows.
 *
 * @see Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. JASA 22(158), 209–212.
 */
export function wilsonInterval(count: number, rows: number): ShareInterval | null {
  if (rows === 0) return null;
  const share = count / rows;
  const shrink = 1 + Z ** 2 / rows;
  const centre = (share + Z ** 2 / (2 * rows)) / shrink;
  const half = (Z / shrink) * Math.sqrt((share * (1 - share)) / rows + Z ** 2 / (4 * rows ** 2));
  // Exactly 0 and 1 where rounding would leave a trace of either.
  return [count === 0 ? 0 : centre - half, count === rows ? 1 : centre + half];
}
