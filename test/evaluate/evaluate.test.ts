/** A classifier is measured against rows whose topics are known. */
import { describe, expect, test } from 'vitest';
import { type EvaluateOptions, evaluate } from '../../src/evaluate/evaluate.js';
import type { LabelledRow } from '../../src/evaluate/labelled-rows.js';
import { fakeClassifier } from '../helpers/fake-classifier.js';

const TOPICS = ['salary-reform', 'training'];

/** Tags given: salary-reform, salary-reform, none, none, training; scores of salary-reform 0.9, 0.6, 0.4, 0, 0.1. */
const ROWS: readonly LabelledRow[] = [
  { text: 'Pay rises. salary-reform:0.9', topics: ['salary-reform'], group: 'vi' },
  { text: 'Pay and courses. salary-reform:0.6 training:0.2', topics: ['salary-reform', 'training'], group: 'vi' },
  { text: 'Pay, in passing. salary-reform:0.4', topics: ['salary-reform'], group: 'fr' },
  { text: '   ', topics: [], group: 'fr' },
  { text: 'A football match. training:0.7 salary-reform:0.1', topics: [] },
];

const evaluateRows = (rows: Iterable<LabelledRow>, options?: EvaluateOptions) =>
  evaluate(fakeClassifier(TOPICS), rows, options);

describe('the figures, by hand', async () => {
  const evaluation = await evaluateRows(ROWS);

  test('of all rows', () => {
    expect(evaluation).toMatchObject({ schemaVersion: 1, rows: 5, exactMatch: 2 / 5, falseTagRate: 1 / 2 });
    expect(evaluation.macroF1).toBeCloseTo((0.8 + 0) / 2, 12);
    expect(evaluation.microF1).toBeCloseTo((2 * 2) / (4 + 3), 12);
  });

  test('of each topic, by the order of the scores for average precision', () => {
    expect(evaluation.topics).toEqual({
      'salary-reform': { precision: 1, recall: 2 / 3, f1: 0.8, support: 3, tagged: 2, averagePrecision: 1 },
      training: { precision: 0, recall: 0, f1: 0, support: 1, tagged: 1, averagePrecision: 1 / 2 },
    });
  });

  test('of each group, where a row without a group is in none', () => {
    expect(Object.keys(evaluation.groups)).toEqual(['vi', 'fr']);
    expect(evaluation.groups.vi).toMatchObject({
      rows: 2,
      macroF1: 1 / 2,
      microF1: 0.8,
      exactMatch: 1 / 2,
      falseTagRate: null,
    });
    expect(evaluation.groups.fr).toMatchObject({ rows: 2, macroF1: 0, microF1: 0, exactMatch: 1 / 2, falseTagRate: 0 });
  });

  test('of the rows without a tag, by reason', () => {
    expect(evaluation.abstained).toEqual({
      empty: 1,
      'too-short': 0,
      'unsupported-language': 0,
      'no-topic-near': 1,
      'no-accents': 0,
      'below-min-score': 0,
    });
  });

  test('each lie within their interval', () => {
    const { intervals } = evaluation;
    const pairs = [
      [evaluation.macroF1, intervals.macroF1],
      [evaluation.microF1, intervals.microF1],
      [evaluation.exactMatch, intervals.exactMatch],
      [evaluation.topics['salary-reform']?.recall, intervals.topics['salary-reform']?.recall],
      [evaluation.groups.vi?.macroF1, intervals.groups.vi?.macroF1],
    ] as const;
    for (const [figure, interval] of pairs) {
      expect(figure).toBeGreaterThanOrEqual(interval?.[0] ?? NaN);
      expect(figure).toBeLessThanOrEqual(interval?.[1] ?? NaN);
    }
  });
});

describe('what later runs and other thresholds need', async () => {
  const evaluation = await evaluateRows(ROWS);

  test('every row is listed with its number, hash, topics, tags, scores, group and why it has no tag', () => {
    const [first, , third, blank] = evaluation.judgements;
    expect(evaluation.judgements.map(({ row }) => row)).toEqual([1, 2, 3, 4, 5]);
    expect(first).toEqual({
      row: 1,
      // printf '%s' 'Pay rises. salary-reform:0.9' | sha256sum
      textSha256: '97896f982d5d224aa1b75e762782bb219f9a508726891e7f4be21b2061aecccc',
      language: 'en',
      gold: ['salary-reform'],
      tags: [{ topic: 'salary-reform', score: 0.9, evidence: [{ start: 11, end: 28 }] }],
      scores: { 'salary-reform': 0.9, training: 0 },
      group: 'vi',
    });
    expect(third).toMatchObject({ tags: [], abstained: 'no-topic-near' });
    expect(blank).toMatchObject({ tags: [], abstained: 'empty', scores: { 'salary-reform': 0, training: 0 } });
  });

  test('the thresholds in use are told', async () => {
    const { thresholds } = await evaluate(fakeClassifier(TOPICS, { training: 0.3 }), ROWS);
    expect(thresholds).toEqual({ 'salary-reform': 0.5, training: 0.3 });
  });

  test('calibration is told over all pairs of row and topic, and of each topic', () => {
    const { bins, error, topics } = evaluation.calibration;
    expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(10);
    // By hand, scores of training are 0, 0.2, 0, 0, 0.7 and only the second row carries it: (0.8 + 0.7) / 5.
    expect(topics.training?.error).toBeCloseTo(0.3, 12);
    // Those of salary-reform 0.9, 0.6, 0.4, 0, 0.1, carried by the first three: (0.1 + 0.4 + 0.6 + 0.1) / 5.
    expect(topics['salary-reform']?.error).toBeCloseTo(0.24, 12);
    expect(error).toBeCloseTo((0.3 + 0.24) / 2, 12);
  });

  test('mistakes are told by the topics beside them', () => {
    expect(evaluation.confusion.training).toEqual({
      missed: { rows: 1, given: { 'salary-reform': 0 }, none: 1 },
      false: { rows: 1, carried: { 'salary-reform': 0 }, none: 1 },
    });
  });
});

test('the whole evaluation survives JSON', async () => {
  const evaluation = await evaluateRows(ROWS);
  expect(JSON.parse(JSON.stringify(evaluation))).toEqual(evaluation);
});

test('a classifier that is always right has every interval at [1, 1]', async () => {
  const rows = TOPICS.flatMap((topic) =>
    Array.from({ length: 5 }, () => ({ text: `On ${topic}:0.9`, topics: [topic], group: topic })),
  );
  const { macroF1, intervals } = await evaluateRows(rows);
  expect(macroF1).toBe(1);
  expect(intervals).toMatchObject({ macroF1: [1, 1], microF1: [1, 1], exactMatch: [1, 1], falseTagRate: null });
  expect(intervals.topics.training).toEqual({ precision: [1, 1], recall: [1, 1], f1: [1, 1] });
  expect(intervals.groups.training?.macroF1).toEqual([1, 1]);
});

test('the same seed gives the same evaluation, another seed other intervals and the same figures', async () => {
  const [first, same, other] = await Promise.all([1, 1, 2].map((seed) => evaluateRows(ROWS, { seed, resamples: 101 })));
  expect(same).toEqual(first);
  expect(other?.bootstrap).toEqual({ level: 0.95, resamples: 101, seed: 2 });
  expect(other?.intervals).not.toEqual(first?.intervals);
  expect({ ...other, intervals: first?.intervals, bootstrap: first?.bootstrap }).toEqual(first);
});

test('a group does not change when rows of other groups are added', async () => {
  const alone = await evaluateRows(ROWS.filter((row) => row.group === 'vi'));
  const together = await evaluateRows(ROWS);
  expect(together.groups.vi).toEqual(alone.groups.vi);
  expect(together.intervals.groups.vi).toEqual(alone.intervals.groups.vi);
});

test.each(['__proto__', 'constructor', 'toString', ''])(
  'a group named %j is reported like any other',
  async (group) => {
    const { groups, intervals } = await evaluateRows([{ text: 'Pay. salary-reform:0.9', topics: [], group }]);
    expect(Object.keys(groups)).toEqual([group]);
    expect(Object.keys(JSON.parse(JSON.stringify(groups)))).toEqual([group]);
    expect(Object.getPrototypeOf(groups)).toBe(Object.prototype);
    expect(intervals.groups[group]?.exactMatch).toEqual([0, 0]);
  },
);

test('a topic named twice in a row counts once', async () => {
  const { topics, exactMatch } = await evaluateRows([{ text: 'training:0.9', topics: ['training', 'training'] }]);
  expect(topics.training?.support).toBe(1);
  expect(exactMatch).toBe(1);
});

test('the number of rows done is told after every row', async () => {
  const told: number[] = [];
  await evaluateRows(ROWS, { onRow: (done) => told.push(done) });
  expect(told).toEqual([1, 2, 3, 4, 5]);
});

test('a mistake in the last row shows before the first is classified', async () => {
  let done = 0;
  const rows = [...ROWS, { text: 'Bribes.', topics: ['civil-service-ethics'] }];
  const options = {
    onRow: (rowsDone: number) => {
      done = rowsDone;
    },
  };
  await expect(evaluateRows(rows, options)).rejects.toMatchObject({
    code: 'INPUT_INVALID',
    message: expect.stringMatching(/^Row 6 /),
  });
  expect(done).toBe(0);
});

describe('an abort', () => {
  test('before the start fails with ABORTED', async () => {
    await expect(evaluateRows(ROWS, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'ABORTED' });
  });

  test('between two rows stops the classifying', async () => {
    const controller = new AbortController();
    let done = 0;
    const onRow = (rows: number) => {
      done = rows;
      if (rows === 2) controller.abort();
    };
    await expect(evaluateRows(ROWS, { signal: controller.signal, onRow })).rejects.toMatchObject({ code: 'ABORTED' });
    expect(done).toBe(2);
  });

  test('while the intervals are made comes through before the next group', async () => {
    const controller = new AbortController();
    const onRow = (rows: number) => {
      if (rows === ROWS.length) setImmediate(() => controller.abort());
    };
    await expect(evaluateRows(ROWS, { signal: controller.signal, onRow })).rejects.toMatchObject({ code: 'ABORTED' });
  });
});

test('a failure of the classifier passes through', async () => {
  const classifier = fakeClassifier(TOPICS);
  await classifier.close();
  await expect(evaluate(classifier, ROWS)).rejects.toMatchObject({ code: 'CLOSED' });
});

test.each([
  [{ seed: -1 }, 'Expected seed to be a whole number from 0 to 4294967295, got the number -1.'],
  [{ seed: 1.5 }, 'Expected seed to be a whole number from 0 to 4294967295, got the number 1.5.'],
  [{ resamples: 38 }, 'Expected resamples to be a whole number from 39 to 100000, got the number 38.'],
  [{ resamples: Infinity }, 'Expected resamples to be a whole number from 39 to 100000, got the number Infinity.'],
])('the options %j are refused', async (options, message) => {
  await expect(evaluateRows(ROWS, options)).rejects.toMatchObject({
    code: 'INVALID_ARGUMENT',
    message: expect.stringContaining(message),
  });
});
