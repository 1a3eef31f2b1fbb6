/** Figures and intervals of a set of rows, and what becomes of what is undefined. */
import { describe, expect, test } from 'vitest';
import { type ScoredRow, summarise } from '../../src/evaluate/summarise.js';

const TOPICS = ['salary-reform', 'training', 'gender-equality', 'digital-government', 'civil-service-ethics'];
const bits = (row: string) => [...row].map((bit) => bit === '1');
const judged = (gold: string, tagged: string): ScoredRow => ({
  gold: bits(gold),
  tagged: bits(tagged),
  scores: [...tagged].map(Number),
});
const summary = (rows: readonly ScoredRow[], absentTopicsCount: boolean, topics = TOPICS) =>
  summarise(rows, { topics, absentTopicsCount, seed: 1, resamples: 1000 });

/** The ten rows of metrics.test.ts, six times over. */
const TEN: readonly (readonly [string, string])[] = [
  ['10000', '10000'],
  ['11000', '10000'],
  ['01100', '01010'],
  ['10000', '00000'],
  ['00000', '10000'],
  ['01000', '01000'],
  ['00000', '00000'],
  ['11000', '11000'],
  ['00100', '00010'],
  ['00000', '00000'],
];
const SIXTY = Array.from({ length: 6 }, () => TEN.map(([gold, tagged]) => judged(gold, tagged))).flat();

// scipy.stats.bootstrap(rows, statistic, method='percentile', n_resamples=4000), SciPy 1.17.1; the statistics are those
// of scikit-learn 1.9.1. Bounds from 1,000 draws wander by a few thousandths; exact match moves in steps of 1/60 = 0.017.
describe('intervals agree with those of SciPy, within 0.02', () => {
  const { intervals } = summary(SIXTY, false);
  test.each([
    ['micro F1', intervals.microF1, [0.5252525252525253, 0.7339557052752295]],
    ['macro F1', intervals.macroF1, [0.3589712918660287, 0.438426461848713]],
    ['exact match', intervals.exactMatch, [0.36666666666666664, 0.6333333333333333]],
    ['recall of a topic', intervals.topics['salary-reform']?.recall, [0.5652173913043478, 0.9166666666666666]],
  ])('%s', (_, interval, [low = NaN, high = NaN]) => {
    expect(Math.abs((interval?.[0] ?? NaN) - low)).toBeLessThan(0.02);
    expect(Math.abs((interval?.[1] ?? NaN) - high)).toBeLessThan(0.02);
  });
});

describe('a topic in neither gold nor tags', () => {
  const rows = [judged('10', '10'), judged('10', '10'), judged('00', '00')];

  test('counts as 0 in the macro F1 of all rows', () => {
    const { figures, intervals } = summary(rows, true, ['training', 'salary-reform']);
    expect(figures.macroF1).toBe(0.5);
    expect(intervals.macroF1?.[1]).toBe(0.5);
  });

  test('does not count in the macro F1 of a group', () => {
    expect(summary(rows, false, ['training', 'salary-reform']).figures.macroF1).toBe(1);
  });

  test('has figures of 0, no average precision and no interval', () => {
    const { figures, intervals } = summary(rows, true, ['training', 'salary-reform']);
    const zeros = { precision: 0, recall: 0, f1: 0, support: 0, tagged: 0, averagePrecision: null };
    expect(figures.topics['salary-reform']).toEqual(zeros);
    expect(intervals.topics['salary-reform']).toEqual({ precision: null, recall: null, f1: null });
  });
});

describe('rows without any topic or tag', () => {
  const rows = [judged('00', '00')];

  test('have an F1 of 0 over all rows, as in scikit-learn with zero_division=0', () => {
    expect(summary(rows, true, ['training', 'salary-reform']).figures).toMatchObject({ macroF1: 0, microF1: 0 });
  });

  test('have no F1 in a group, and no false tags', () => {
    const { figures } = summary(rows, false, ['training', 'salary-reform']);
    expect(figures).toMatchObject({ macroF1: null, microF1: null, exactMatch: 1, falseTagRate: 0 });
  });
});

test('a rare topic that is always right keeps every interval at [1, 1], though many resamples miss it', () => {
  const rows = [judged('10', '10'), ...Array.from({ length: 9 }, () => judged('01', '01'))];
  const { intervals } = summary(rows, true, ['training', 'salary-reform']);
  expect(intervals.macroF1).toEqual([1, 1]);
  expect(intervals.topics.training).toEqual({ precision: [1, 1], recall: [1, 1], f1: [1, 1] });
});

test('a topic named __proto__ is reported like any other', () => {
  const { figures, intervals } = summary([judged('10', '10')], true, ['__proto__', 'training']);
  expect(Object.keys(figures.topics)).toEqual(['__proto__', 'training']);
  expect(Object.keys(intervals.topics)).toEqual(['__proto__', 'training']);
});
