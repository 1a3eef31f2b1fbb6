/** Reliability bins agree with scikit-learn, and their error with arithmetic. */
import { describe, expect, test } from 'vitest';
import { calibration } from '../../src/evaluate/calibration.js';

const GOLD = [0, 0, 0, 0, 1, 0, 0, 1, 1, 0, 1, 1, 1, 0, 1].map(Boolean);
/** None on an edge: scikit-learn's bins include their upper edge, ours their lower. */
const SCORES = [0.02, 0.04, 0.13, 0.17, 0.18, 0.33, 0.36, 0.37, 0.51, 0.58, 0.59, 0.82, 0.91, 0.97, 0.99];

describe('against scikit-learn 1.9.1: prob_true, prob_pred = calibration_curve(gold, scores, n_bins=10)', () => {
  const { bins, error } = calibration(GOLD, SCORES);
  const filled = bins.filter(({ count }) => count > 0);

  test('the share that carries the topic is prob_true of each bin that is not empty', () => {
    expect(filled.map(({ carrying }) => carrying)).toEqual([0, 1 / 3, 1 / 3, 2 / 3, 1, 2 / 3]);
  });

  test('the mean score is prob_pred', () => {
    const expected = [0.03, 0.16, 0.35333333333333333, 0.56, 0.82, 0.9566666666666667];
    for (const [i, { meanScore }] of filled.entries()) expect(meanScore).toBeCloseTo(expected[i] as number, 12);
  });

  // sum(abs(gold[b == k].mean() - scores[b == k].mean()) * (b == k).mean() for k in set(b)) in numpy 2.4.6, b being the bins.
  test('the expected calibration error weighs their distances by their size', () => {
    expect(error).toBeCloseTo(0.134, 12);
  });

  test('empty bins are listed without a mean', () => {
    expect(bins).toHaveLength(10);
    expect(bins[2]).toEqual({ from: 0.2, to: 0.3, count: 0, meanScore: null, carrying: null });
  });
});

test('a score on an edge belongs to the bin above, but 1 to the last', () => {
  const counts = calibration([true, true, true, false], [0, 0.1, 0.7, 1]).bins.map(({ count }) => count);
  expect(counts).toEqual([1, 1, 0, 0, 0, 0, 0, 1, 0, 1]);
});

test('scores that mean what they say have no error, scores of 1 for what is never right an error of 1', () => {
  expect(calibration([true, false], [0.5, 0.5]).error).toBe(0);
  expect(calibration([false, false], [1, 1]).error).toBe(1);
});
