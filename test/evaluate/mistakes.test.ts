/** The rows that went wrong are explained, the surest mistakes first. */
import { describe, expect, test } from 'vitest';
import type { Classifier } from '../../src/classify/classification.js';
import { CivicTopicsError } from '../../src/errors.js';
import { evaluate } from '../../src/evaluate/evaluate.js';
import type { LabelledRow } from '../../src/evaluate/labelled-rows.js';
import { type ExplainOptions, explainMistakes } from '../../src/evaluate/mistakes.js';
import { fakeClassifier } from '../helpers/fake-classifier.js';

const ROWS: readonly LabelledRow[] = [
  { text: 'Right. training:0.9', topics: ['training'] },
  { text: 'False. training:0.6', topics: [] },
  { text: 'Both. salary-reform:0.9 training:0.1', topics: ['training'] },
  { text: 'Missed. training:0.3', topics: ['training'] },
];

async function explained(
  rows = ROWS,
  options: ExplainOptions = {},
  classifier: Classifier = fakeClassifier(['salary-reform', 'training']),
) {
  const texts = rows.map(({ text }) => text);
  return explainMistakes(classifier, texts, await evaluate(classifier, rows), options);
}

test('only wrong rows are listed, by how far the surest mistake is from its threshold', async () => {
  const { explained: mistakes, total } = await explained();
  // Thresholds are 0.5: |0.9 − 0.5|, |0.3 − 0.5|, |0.6 − 0.5|.
  expect(mistakes.map(({ judgement }) => judgement.row)).toEqual([3, 4, 2]);
  expect(mistakes.map(({ distance }) => Number(distance.toFixed(9)))).toEqual([0.4, 0.2, 0.1]);
  expect(total).toBe(3);
});

test('a false topic shows the evidence of its tag, a missed one the clause nearest to it', async () => {
  const [both] = (await explained()).explained;
  const shown = both?.topics.map(({ topic, kind, score, threshold, spans }) => ({
    topic,
    kind,
    score,
    threshold,
    clauses: spans.map(({ start, end }) => both.text.slice(start, end)),
  }));
  expect(shown).toEqual([
    { topic: 'salary-reform', kind: 'false', score: 0.9, threshold: 0.5, clauses: ['salary-reform:0.9'] },
    { topic: 'training', kind: 'missed', score: 0.1, threshold: 0.5, clauses: ['training:0.1'] },
  ]);
});

test('beside it stand the nearest examples that carry the topic, and those that do not', async () => {
  const { explained: mistakes, hasExamples } = await explained(ROWS, { nearest: 2 });
  const { nearest, nearestOther } = mistakes[0]?.topics[0] ?? {};
  expect(hasExamples).toBe(true);
  expect(nearest).toHaveLength(2);
  expect(nearest?.every(({ topics }) => topics.includes('salary-reform'))).toBe(true);
  expect(nearestOther).toHaveLength(2);
  expect(nearestOther?.some(({ topics }) => topics.includes('salary-reform'))).toBe(false);
});

test('beyond the most the least sure are left out, and still counted', async () => {
  const { explained: mistakes, total } = await explained(ROWS, { most: 1 });
  expect([mistakes.map(({ judgement }) => judgement.row), total]).toEqual([[3], 3]);
});

test('when no row is wrong there is nothing to explain', async () => {
  expect(await explained(ROWS.slice(0, 1))).toEqual({ explained: [], total: 0, hasExamples: false });
});

describe('a classifier without examples', () => {
  const failing = (code: 'EXAMPLES_NOT_FOUND' | 'CLASSIFIER_INVALID'): Classifier => {
    const classifier = fakeClassifier(['salary-reform', 'training']);
    const assess: Classifier['assess'] = async (text, options) => {
      if (options?.nearest) throw new CivicTopicsError(code, 'No examples here.');
      return classifier.assess(text, options);
    };
    return { ...classifier, assess };
  };

  test('is explained without them', async () => {
    const { explained: mistakes, hasExamples } = await explained(ROWS, {}, failing('EXAMPLES_NOT_FOUND'));
    expect([mistakes.length, hasExamples]).toEqual([3, false]);
    expect(mistakes[0]?.topics[0]).toMatchObject({ topic: 'salary-reform', nearest: [], nearestOther: [] });
    expect(mistakes[0]?.topics[0]?.spans).toHaveLength(1);
  });

  test('but damaged examples are a failure', async () => {
    await expect(explained(ROWS, {}, failing('CLASSIFIER_INVALID'))).rejects.toMatchObject({
      code: 'CLASSIFIER_INVALID',
    });
  });
});

test('an abort ends it', async () => {
  await expect(explained(ROWS, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'ABORTED' });
});
