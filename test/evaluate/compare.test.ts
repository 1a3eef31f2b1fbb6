/** Two runs on the same rows are compared by differences, tests and the rows that changed. */
import { describe, expect, test } from 'vitest';
import type { MatchedBaseline } from '../../src/evaluate/baseline.js';
import { compare } from '../../src/evaluate/compare.js';
import type { Judgement } from '../../src/evaluate/evaluation.js';
import type { JudgedRow } from '../../src/evaluate/patterns.js';
import { tagAt } from '../../src/evaluate/thresholds.js';
import { MADE_UP } from './made-up-scores.js';

const TOPICS = ['a', 'b', 'c'];
const ids = (flags: readonly boolean[]) => TOPICS.filter((_, topic) => flags[topic]);
const judgement = ({ gold, tagged }: JudgedRow, index: number): Judgement => ({
  row: index + 1,
  textSha256: '',
  language: 'en',
  gold: ids(gold),
  tags: ids(tagged).map((topic) => ({ topic, score: 1, evidence: [{ start: 0, end: 1 }] })),
  scores: {},
});

function compared(now: readonly JudgedRow[], before: readonly JudgedRow[], resamples = 10_000) {
  const baseline: MatchedBaseline = {
    comparedTopics: TOPICS,
    leftOutTopics: [],
    tags: before.map(({ tagged }) => ids(tagged)),
  };
  return compare(now.map(judgement), baseline, { seed: 1, resamples });
}

/** Rows written gold>tagged now, and what they were given before. */
function rowsOf(...rows: readonly (readonly [string, string])[]) {
  const flags = (text = '') => TOPICS.map((topic) => text.includes(topic));
  const row = (gold: string, tagged = '') => ({ gold: flags(gold), tagged: flags(tagged) });
  return {
    now: rows.map(([now]) => row(now.split('>')[0] as string, now.split('>')[1])),
    before: rows.map(([now, before]) => row(now.split('>')[0] as string, before)),
  };
}

describe('against numpy 2.4.6 and scikit-learn 1.9.1, thresholds 0.35 now and 0.55 before', () => {
  const at = (threshold: number) => tagAt(MADE_UP, [threshold, threshold, threshold]);
  const { macroF1, exactMatch } = compared(at(0.35), at(0.55));

  // f1_score(gold, tags, average='macro') of both.
  test('the figures of both runs and their difference are those of f1_score and accuracy_score', () => {
    expect(macroF1.now).toBeCloseTo(0.5248677248677249, 12);
    expect(macroF1.baseline).toBeCloseTo(0.4969696969696969, 12);
    expect(macroF1.difference).toBeCloseTo(0.5248677248677249 - 0.4969696969696969, 12);
    expect(exactMatch.difference).toBeCloseTo(-0.125, 12);
  });

  // 20,000 draws of the rows by numpy.random.default_rng(7), nanmean of the topics' F1 of both runs on the same draw, and
  // numpy.percentile(differences, [2.5, 97.5]): [-0.191, 0.259] and [-0.325, 0.075].
  test('the intervals are those of an independent paired bootstrap, as near as draws allow', () => {
    expect(Math.abs((macroF1.interval?.[0] ?? NaN) - -0.191)).toBeLessThan(0.01);
    expect(Math.abs((macroF1.interval?.[1] ?? NaN) - 0.259)).toBeLessThan(0.01);
    // Exact match moves in steps of 1 / 40.
    expect(Math.abs((exactMatch.interval?.[0] ?? NaN) - -0.325)).toBeLessThan(0.026);
    expect(Math.abs((exactMatch.interval?.[1] ?? NaN) - 0.075)).toBeLessThan(0.026);
  });
});

test('the interval of a difference is that of pairs: with a standard error of 0.0192, 0.05 ± 1.96 of it', () => {
  // 400 rows, 40 right only now, 20 only before: variance of a row's difference (40 + 20) / 400 − 0.05², by hand.
  const rows = Array.from({ length: 400 }, (_, i) =>
    i < 40 ? (['a>a', ''] as const) : i < 60 ? (['a>', 'a'] as const) : (['a>a', 'a'] as const),
  );
  const { now, before } = rowsOf(...rows);
  const { exactMatch, mcnemar } = compared(now, before);
  expect(exactMatch.difference).toBeCloseTo(0.05, 12);
  expect(Math.abs((exactMatch.interval?.[0] ?? NaN) - 0.0124)).toBeLessThan(0.004);
  expect(Math.abs((exactMatch.interval?.[1] ?? NaN) - 0.0876)).toBeLessThan(0.004);
  expect(mcnemar).toMatchObject({ rightOnlyNow: 40, rightOnlyBefore: 20, test: 'chi-square' });
});

test('a run does not differ from itself', () => {
  const rows = tagAt(MADE_UP, [0.4, 0.4, 0.4]);
  const { macroF1, topics, mcnemar, changed } = compared(rows, rows, 39);
  expect([macroF1.difference, macroF1.interval]).toEqual([0, [0, 0]]);
  expect(topics.b?.f1.interval).toEqual([0, 0]);
  expect([mcnemar.pValue, changed]).toEqual([1, []]);
});

test('a topic is right where it is given exactly when it is carried, whatever else is wrong', () => {
  const { now, before } = rowsOf(['a>ab', 'b'], ['a>b', 'ab'], ['>', 'a']);
  // a: right only now in the first and the third row, only before in the second. Exact match: only the third, now.
  const { topics, mcnemar } = compared(now, before, 39);
  expect(topics.a?.mcnemar).toMatchObject({ rightOnlyNow: 2, rightOnlyBefore: 1 });
  expect(topics.b?.mcnemar).toMatchObject({ rightOnlyNow: 0, rightOnlyBefore: 0 });
  expect(mcnemar).toMatchObject({ rightOnlyNow: 1, rightOnlyBefore: 0 });
});

test('rows with other tags are listed, better or worse by the number of wrong topics', () => {
  const { now, before } = rowsOf(['a>a', ''], ['ab>a', 'abc'], ['a>bc', 'b'], ['>c', 'b'], ['a>b', 'b']);
  expect(compared(now, before, 39).changed).toEqual([
    { row: 1, gold: ['a'], baselineTags: [], tags: ['a'], change: 'better' },
    { row: 2, gold: ['a', 'b'], baselineTags: ['a', 'b', 'c'], tags: ['a'], change: 'neither' },
    { row: 3, gold: ['a'], baselineTags: ['b'], tags: ['b', 'c'], change: 'worse' },
    { row: 4, gold: [], baselineTags: ['b'], tags: ['c'], change: 'neither' },
  ]);
});

test('the same seed gives the same comparison', () => {
  const [now, before] = [tagAt(MADE_UP, [0.3, 0.3, 0.3]), tagAt(MADE_UP, [0.5, 0.5, 0.5])];
  expect(compared(now, before, 101)).toEqual(compared(now, before, 101));
});
