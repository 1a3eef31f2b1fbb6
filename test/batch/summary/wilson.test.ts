/** The interval of a share is Wilson's, to the last digits of another implementation. */
import { expect, it } from 'vitest';
import { wilsonInterval } from '../../../src/batch/summary/wilson.js';

// statsmodels 0.15.0: statsmodels.stats.proportion.proportion_confint(count, nobs, method='wilson').
it.each([
  [0, 1, 0, 0.7934506856227627],
  [1, 1, 0.2065493143772374, 1],
  [0, 25, 0, 0.13319225093904855],
  [25, 25, 0.8668077490609515, 1],
  [1, 3000, 5.8843941871566247e-5, 0.0018858188843041798],
  [13, 398, 0.01918626146472584, 0.055075510598991725],
  [49, 100, 0.3942199893044113, 0.5865198806597284],
  [1234, 100_000, 0.011674247814396861, 0.013043217262567634],
])('of %i in %i rows', (count, rows, lower, upper) => {
  const interval = wilsonInterval(count, rows);
  expect(interval?.[0]).toBeCloseTo(lower, 12);
  expect(interval?.[1]).toBeCloseTo(upper, 12);
});

// Newcombe, R. G. (1998). Two-sided confidence intervals for the single proportion. Statistics in Medicine 17, 857–872, table I, method 3.
it.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('of %i in %i rows is the published one', (count, rows, lower, upper) => {
  expect(wilsonInterval(count, rows)?.map((bound) => bound.toFixed(4))).toEqual([lower.toFixed(4), upper.toFixed(4)]);
});

it('there is none of no rows', () => {
  expect(wilsonInterval(0, 0)).toBeNull();
});

it('of none and of all ends exactly at 0 and at 1', () => {
  for (const rows of [1, 3, 7, 999, 123_457]) {
    expect(wilsonInterval(0, rows)?.[0]).toBe(0);
    expect(wilsonInterval(rows, rows)?.[1]).toBe(1);
  }
});
