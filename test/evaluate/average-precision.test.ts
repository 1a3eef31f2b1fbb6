/** Average precision and its curve agree with scikit-learn, ties included. */
import { expect, test } from 'vitest';
import { averagePrecision, precisionRecallCurve } from '../../src/evaluate/average-precision.js';

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

// precision, recall, thresholds = sklearn.metrics.precision_recall_curve(gold, scores), scikit-learn 1.9.1; in the reverse order, without (0, 1).
test.each([
  [
    'distinct scores',
    [1, 0, 1, 0, 1],
    [0.9, 0.8, 0.7, 0.6, 0.1],
    {
      threshold: [0.9, 0.8, 0.7, 0.6, 0.1],
      precision: [1, 0.5, 2 / 3, 0.5, 0.6],
      recall: [1 / 3, 1 / 3, 2 / 3, 2 / 3, 1],
    },
  ],
  [
    'scores that are not in order',
    [0, 0, 1, 1],
    [0.1, 0.4, 0.35, 0.8],
    { threshold: [0.8, 0.4, 0.35, 0.1], precision: [1, 0.5, 2 / 3, 0.5], recall: [0.5, 0.5, 1, 1] },
  ],
  [
    'ties between rows with and without the topic',
    [1, 0, 1, 0, 0, 1, 0],
    [0.5, 0.5, 0.5, 0.5, 0.2, 0.2, 0],
    { threshold: [0.5, 0.2, 0], precision: [0.5, 0.5, 3 / 7], recall: [2 / 3, 1, 1] },
  ],
])('%s give the curve of scikit-learn', (_, gold, scores, expected) => {
  const points = expected.threshold.map((threshold, i) => ({
    threshold,
    precision: expected.precision[i],
    recall: expected.recall[i],
  }));
  expect(precisionRecallCurve(gold.map(Boolean), scores)).toEqual(points);
});

test('a topic that no row carries has no curve', () => {
  expect(precisionRecallCurve([false, false], [0.1, 0.2])).toEqual([]);
});
