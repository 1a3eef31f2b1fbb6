/** McNemar's test agrees with statsmodels. */
import { expect, test } from 'vitest';
import { mcnemar } from '../../src/evaluate/mcnemar.js';

// statsmodels.stats.contingency_tables.mcnemar([[0, now], [before, 0]], exact=now + before < 25, correction=True), statsmodels 0.15.0.
test.each([
  [0, 0, 'exact-binomial', 0, 1],
  [3, 1, 'exact-binomial', 1, 0.625],
  [6, 0, 'exact-binomial', 0, 0.03125],
  [10, 5, 'exact-binomial', 5, 0.30175781249999994],
  [5, 19, 'exact-binomial', 5, 0.006610751152038574],
  [1, 23, 'exact-binomial', 1, 2.9802322387695312e-6],
  [12, 12, 'exact-binomial', 12, 1],
  [1, 24, 'chi-square', 19.36, 1.0825087815407719e-5],
  [13, 12, 'chi-square', 0, 1],
  [25, 5, 'chi-square', 12.033333333333333, 0.0005225753951242464],
  [40, 20, 'chi-square', 6.016666666666667, 0.014171388254012323],
  [60, 60, 'chi-square', 0.008333333333333333, 0.9272644735252321],
  [300, 200, 'chi-square', 19.602, 9.53693139989851e-6],
  [10, 90, 'chi-square', 62.41, 2.789034293318537e-15],
])('right only now on %i rows, only before on %i: %s', (now, before, kind, statistic, pValue) => {
  const result = mcnemar(now, before);
  expect(result).toMatchObject({ rightOnlyNow: now, rightOnlyBefore: before, test: kind });
  expect(result.statistic).toBeCloseTo(statistic, 12);
  expect(Math.abs(result.pValue - pValue)).toBeLessThanOrEqual(1e-11 * pValue);
});
