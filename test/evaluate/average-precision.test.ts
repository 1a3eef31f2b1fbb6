/** Average precision agrees with scikit-learn, ties included. */
import { expect, test } from 'vitest';
import { averagePrecision } from '../../src/evaluate/average-precision.js';

// sklearn.metrics.average_precision_score(gold, scores), scikit-learn 1.9.1.
test.each([
  ['distinct scores', [1, 0, 1, 0, 1], [0.9, 0.8, 0.7, 0.6, 0.1], 0.7555555555555555],
  ['scores that are not in order', [0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8], 0.8333333333333333],
  ['ties between rows with and without the topic', [1, 0, 1, 0, 0, 1, 0], [0.5, 0.5, 0.5, 0.5, 0.2, 0.2, 0], 0.5],
  ['one score for all rows', [1, 0, 0, 1], [0.3, 0.3, 0.3, 0.3], 0.5],
  ['only rows with the topic', [1, 1, 1], [0, 0, 0], 1],
])('%s give the value of scikit-learn', (_, gold, scores, expected) => {
  expect(averagePrecision(gold.map(Boolean), scores)).toBeCloseTo(expected, 12);
});

test('the order of rows with the same score does not matter', () => {
  const scores = [0.5, 0.5, 0.5];
  expect(averagePrecision([true, false, false], scores)).toBe(averagePrecision([false, false, true], scores));
});

test('a topic that no row carries has no average precision', () => {
  expect(averagePrecision([false, false], [0.1, 0.2])).toBeNull();
});
