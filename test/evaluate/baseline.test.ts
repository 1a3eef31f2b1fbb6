/** A baseline is compared only when it is of the same rows. */
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/evaluate/evaluate.js';
import type { Evaluation } from '../../src/evaluate/evaluation.js';
import type { LabelledRow } from '../../src/evaluate/labelled-rows.js';
import { fakeClassifier } from '../helpers/fake-classifier.js';

const ROWS: readonly LabelledRow[] = [
  { text: 'Pay rises. salary-reform:0.9', topics: ['salary-reform'] },
  { text: 'Courses. training:0.4', topics: ['training'] },
  { text: 'Rain is expected.', topics: [] },
];
const TOPICS = ['salary-reform', 'training'];

async function evaluated(rows = ROWS, topics = TOPICS): Promise<Evaluation> {
  return JSON.parse(JSON.stringify(await evaluate(fakeClassifier(topics), rows)));
}

async function refusal(baseline: unknown, rows = ROWS): Promise<string> {
  let classified = 0;
  const options = {
    baseline: baseline as Evaluation,
    onRow: (done: number) => {
      classified = done;
    },
  };
  const error = await evaluate(fakeClassifier(TOPICS), rows, options).catch((thrown) => thrown);
  expect([error.code, classified]).toEqual(['INPUT_INVALID', 0]);
  return error.message;
}

test('a baseline that JSON has carried is compared', async () => {
  const now = fakeClassifier(TOPICS, { training: 0.3 });
  const { comparison, macroF1 } = await evaluate(now, ROWS, { baseline: await evaluated() });
  // By hand: before, training is found in none of its rows (F1 0), now in its only one (F1 1).
  expect(comparison).toMatchObject({
    comparedTopics: TOPICS,
    leftOutTopics: [],
    macroF1: { baseline: 0.5, now: 1, difference: 0.5 },
    topics: { training: { f1: { difference: 1 }, mcnemar: { rightOnlyNow: 1, rightOnlyBefore: 0 } } },
    changed: [{ row: 2, gold: ['training'], baselineTags: [], tags: ['training'], change: 'better' }],
  });
  expect(comparison?.macroF1.now).toBe(macroF1);
});

test('without a baseline there is no comparison', async () => {
  expect(await evaluated()).not.toHaveProperty('comparison');
});

test('of two runs with different topics the common ones are compared, and the others named', async () => {
  const baseline = await evaluated(ROWS, ['training', 'taxes', 'salary-reform']);
  const topics = ['salary-reform', 'training', 'gender-equality'];
  const { comparison } = await evaluate(fakeClassifier(topics), ROWS, { baseline });
  expect(comparison).toMatchObject({
    comparedTopics: ['salary-reform', 'training'],
    leftOutTopics: ['gender-equality', 'taxes'],
    // The mean of the two, though macro F1 over three topics is lower.
    macroF1: { baseline: 0.5, now: 0.5, difference: 0 },
  });
});

describe('refused before the first row is classified, with the rows that differ', () => {
  test('another text', async () => {
    const rows = ROWS.map((row, i) => (i === 1 ? { ...row, text: 'Courses, again.' } : row));
    expect(await refusal(await evaluated(rows))).toBe(
      'The baseline has another text in row 2. Evaluate both on the same file.',
    );
  });

  test('many other texts, of which ten are named', async () => {
    const many = (word: string) => Array.from({ length: 30 }, (_, i) => ({ text: `${word} number ${i}.`, topics: [] }));
    expect(await refusal(await evaluated(many('River')), many('Storm'))).toContain(
      'in rows 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 20 more.',
    );
  });

  test('a row in between', async () => {
    expect(await refusal(await evaluated(ROWS.filter((_, i) => i !== 1)))).toBe(
      'Expected a baseline of the same 3 rows, got one of 2; they differ from row 2 on. Evaluate both on the same file.',
    );
  });

  test('rows at the end', async () => {
    expect(await refusal(await evaluated(), ROWS.slice(0, 2))).toContain(
      'row 3 and what follows is in the baseline alone',
    );
  });

  test('the same text with other topics', async () => {
    const rows = ROWS.map((row, i) => (i === 2 ? { ...row, topics: ['training'] } : row));
    expect(await refusal(await evaluated(rows))).toBe(
      'The same texts carry other topics in the baseline in row 3. Evaluate both on the same file.',
    );
  });

  test('no topic in common', async () => {
    const rows = ROWS.map((row) => ({ ...row, topics: [] }));
    expect(await refusal(await evaluated(rows, ['taxes']), rows)).toBe(
      'Expected a baseline with a topic of this run (salary-reform, training), got taxes.',
    );
  });

  test('an evaluation without judgements, as earlier versions wrote it', async () => {
    const { judgements: _, ...old } = await evaluated();
    expect(await refusal(old)).toContain('The baseline lists no judgements');
  });

  test.each([[null], [[]], ['text'], [{ schemaVersion: 2, topics: {}, judgements: [] }], [{ schemaVersion: 1 }]])(
    '%j',
    async (value) => {
      expect(await refusal(value ?? {})).toContain('Expected the baseline to be an evaluation of schemaVersion 1');
    },
  );

  test.each([
    ['a number for another row', { row: 7 }],
    ['no hash', { textSha256: 5 }],
    ['topics that are no list', { gold: 'training' }],
    ['tags without a topic', { tags: [{ score: 1 }] }],
  ])('a judgement with %s', async (_, damage) => {
    const good = await evaluated();
    const judgements = good.judgements.map((judgement, i) => (i === 1 ? { ...judgement, ...damage } : judgement));
    expect(await refusal({ ...good, judgements })).toContain("The baseline's judgement of row 2 is not as");
  });
});
