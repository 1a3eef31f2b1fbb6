/** Seeded resampling of rows and the interval it gives (Efron & Tibshirani, An Introduction to the Bootstrap, 1993). */
import { sfc32 } from './random.js';

/** Lowest and highest plausible value of a figure, at the level of `LEVEL`. */
export type Interval = readonly [low: number, high: number];

/** Share of intervals meant to hold the true value. */
export const LEVEL = 0.95;

export interface ResampleOptions {
  /** Whole number in [0, 2^32); the same seed gives the same resamples. */
  readonly seed: number;
  /** How many resamples are drawn. */
  readonly resamples: number;
}

/**
 * Draws as many rows as there are, with replacement, and measures each draw.
 *
 * Rows of one pattern are interchangeable, so that a draw is only a count of rows per pattern.
 *
 * @param patternOfRow for every row the number of its pattern, in [0, patterns)
 * @param measure gets the count of each pattern; the array is used again for the next draw
 */
export function resample<T>(
  patternOfRow: Uint32Array,
  patterns: number,
  measure: (counts: Uint32Array) => T,
  { seed, resamples }: ResampleOptions,
): T[] {
  const random = sfc32(seed);
  const rows = patternOfRow.length;
  const rowsPerStep = rows / 2 ** 32;
  const counts = new Uint32Array(patterns);
  return Array.from({ length: resamples }, () => {
    counts.fill(0);
    for (let draw = 0; draw < rows; draw++) {
      const pattern = patternOfRow[Math.floor(random() * rowsPerStep)] as number;
      counts[pattern] = (counts[pattern] as number) + 1;
    }
    return measure(counts);
  });
}

/**
 * The percentile interval (section 13.3): the k-th smallest and the k-th largest of n values, where
 * k = ⌊(n + 1)(1 − LEVEL) / 2⌋ as in section 12.5, and at least 1.
 *
 * Draws in which the figure is undefined (NaN: a ratio over nothing) are left out.
 *
 * @returns null when the figure is undefined in every draw
 */
export function percentileInterval(values: readonly number[]): Interval | null {
  const sorted = Float64Array.from(values.filter((value) => !Number.isNaN(value))).sort();
  if (sorted.length === 0) return null;
  const k = Math.max(1, Math.floor(((sorted.length + 1) * (1 - LEVEL)) / 2));
  return [sorted[k - 1] as number, sorted[sorted.length - k] as number];
}
