/** Other thresholds give the figures that scikit-learn gives for the tags they make. */
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/evaluate/evaluate.js';
import { measureAll, tagAt } from '../../src/evaluate/thresholds.js';
import { untaggedRows } from '../../src/evaluate/untagged-rows.js';
import { fakeClassifier } from '../helpers/fake-classifier.js';
import { MADE_UP } from './made-up-scores.js';

// precision_score, recall_score and f1_score(gold, scores >= thresholds, average=None | 'macro' | 'micro', zero_division=0) and
// accuracy_score, scikit-learn 1.9.1.
describe.each([
  {
    thresholds: [0.5, 0.5, 0.5],
    precision: [1, 1, 1],
    recall: [0.5625, 0.5, 0.25],
    f1: [0.72, 0.6666666666666666, 0.4],
    macroF1: 0.5955555555555555,
    microF1: 0.6666666666666666,
    exactMatch: 0.6,
  },
  {
    thresholds: [0.3, 0.45, 0.6],
    precision: [0.5714285714285714, 0.7692307692307693, 1],
    recall: [0.75, 0.625, 0.25],
    f1: [0.6486486486486487, 0.6896551724137931, 0.4],
    macroF1: 0.579434607020814,
    microF1: 0.647887323943662,
    exactMatch: 0.45,
  },
])('thresholds $thresholds', ({ thresholds, precision, recall, f1, ...all }) => {
  const { topics, ...metrics } = measureAll(tagAt(MADE_UP, thresholds));

  test.each(['macroF1', 'microF1', 'exactMatch'] as const)('give the %s of scikit-learn', (figure) => {
    expect(metrics[figure]).toBeCloseTo(all[figure], 12);
  });

  test.each(Object.entries({ precision, recall, f1 }))('give the %s of scikit-learn', (figure, expected) => {
    topics.forEach((topic, i) => {
      expect(topic[figure as 'f1']).toBeCloseTo(expected[i] as number, 12);
    });
  });
});

test('a topic that no row is given any more counts as 0 in macro F1', () => {
  // The same calls with [0.2, 0.2, 0.95]: F1 0.6222…, 0.6364… and 0, macro 0.4195….
  expect(measureAll(tagAt(MADE_UP, [0.2, 0.2, 0.95])).macroF1).toBeCloseTo(0.4195286195286195, 12);
});

test('a score that is the threshold gives the topic', () => {
  const row = { gold: [true], scores: [0.5], isScored: true };
  expect(tagAt([row], [0.5])).toEqual([{ gold: [true], tagged: [true] }]);
  expect(tagAt([row], [0.5000001])).toEqual([{ gold: [true], tagged: [false] }]);
});

test('a text that could not be scored gets no tag even at threshold 0', () => {
  expect(tagAt([{ gold: [true], scores: [0], isScored: false }], [0])).toEqual([{ gold: [true], tagged: [false] }]);
});

test('the judgements of an evaluation hold all that its own figures are made of', async () => {
  const topics = ['salary-reform', 'training', 'gender-equality'];
  const rows = [
    { text: 'Pay. salary-reform:0.9 training:0.6', topics: ['salary-reform'] },
    { text: 'Pay and courses. salary-reform:0.4', topics: ['salary-reform', 'training'] },
    { text: '?', topics: ['training'] },
    { text: 'Rain is expected.', topics: [] },
  ];
  const evaluation = await evaluate(fakeClassifier(topics), rows);
  const judged: typeof evaluation = JSON.parse(JSON.stringify(evaluation));
  const thresholds = topics.map((topic) => judged.thresholds[topic] as number);
  const { macroF1, microF1, exactMatch, falseTagRate } = measureAll(tagAt(untaggedRows(judged, topics), thresholds));
  expect({ macroF1, microF1, exactMatch, falseTagRate }).toEqual({
    macroF1: evaluation.macroF1,
    microF1: evaluation.microF1,
    exactMatch: evaluation.exactMatch,
    falseTagRate: evaluation.falseTagRate,
  });
});
