/** The figures agree with scikit-learn on a matrix with every kind of topic. */
import { describe, expect, test } from 'vitest';
import { measure } from '../../src/evaluate/metrics.js';
import { findPatterns } from '../../src/evaluate/patterns.js';

/** Columns: two ordinary topics, one carried and never given, one given and never carried, one in neither. */
const GOLD = ['10000', '11000', '01100', '10000', '00000', '01000', '00000', '11000', '00100', '00000'];
const TAGGED = ['10000', '10000', '01010', '00000', '10000', '01000', '00000', '11000', '00010', '00000'];

function measured(gold: readonly string[], tagged: readonly string[], zeroTopics = 0) {
  const bits = (row = '') => [...row].map((bit) => bit === '1');
  const { distinct, counts } = findPatterns(
    gold.map((row, index) => ({ gold: bits(row), tagged: bits(tagged[index]) })),
  );
  return measure(distinct, counts, zeroTopics);
}

describe('against scikit-learn 1.9.1', () => {
  const metrics = measured(GOLD, TAGGED);
  const column = (key: 'precision' | 'recall' | 'f1' | 'support') => metrics.topics.map((topic) => topic[key]);

  // precision_recall_fscore_support(gold, tagged, average=None, zero_division=np.nan)
  test('precision, recall, F1 and support of each topic are the same, undefined where they are undefined there', () => {
    expect(column('precision')).toEqual([0.75, 1, NaN, 0, NaN]);
    expect(column('recall')).toEqual([0.75, 0.75, 0, NaN, NaN]);
    expect(column('f1')).toEqual([0.75, 6 / 7, 0, 0, NaN]);
    expect(column('support')).toEqual([4, 4, 2, 0, 0]);
  });

  test('macro F1 leaves out a topic in neither gold nor tags: f1_score(average="macro", zero_division=np.nan)', () => {
    expect(metrics.macroF1).toBeCloseTo(0.4017857142857143, 12);
  });

  test('macro F1 counts that topic as 0 when asked: f1_score(average="macro", zero_division=0)', () => {
    expect(measured(GOLD, TAGGED, 1).macroF1).toBeCloseTo(0.32142857142857145, 12);
  });

  test('micro F1 is that of f1_score(average="micro")', () => {
    expect(metrics.microF1).toBeCloseTo(0.631578947368421, 12);
  });

  test('exact match is the accuracy_score of the rows', () => {
    expect(metrics.exactMatch).toBe(0.5);
  });
});

test('of three rows without a topic, one that got a tag makes a false-tag rate of a third', () => {
  expect(measured(GOLD, TAGGED).falseTagRate).toBe(1 / 3);
});

test('the false-tag rate is undefined when every row carries a topic', () => {
  expect(measured(['10', '01'], ['11', '01']).falseTagRate).toBeNaN();
});

test('rows given each topic are counted beside those that carry it', () => {
  expect(measured(GOLD, TAGGED).topics.map((topic) => topic.tagged)).toEqual([4, 3, 0, 2, 0]);
});

test('without any gold topic or tag F1 is undefined and every row is an exact match', () => {
  expect(measured(['00', '00'], ['00', '00'])).toMatchObject({ rows: 2, macroF1: NaN, microF1: NaN, exactMatch: 1 });
});
