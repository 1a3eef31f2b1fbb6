/** Specification of tagging rows one after the other. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Row, tagRows } from '../../src/batch/tag-rows.js';
import type { Classifier } from '../../src/classify/classification.js';
import { fakeClassifier } from '../helpers/fake-classifier.js';
import { all } from '../helpers/streams.js';

const created: Classifier[] = [];

vi.mock('../../src/classify/create-classifier.js', () => ({
  createClassifier: async () => {
    const classifier = fakeClassifier();
    created.push(classifier);
    return classifier;
  },
}));

beforeEach(() => {
  created.length = 0;
});

const isClosed = async (classifier: Classifier) =>
  classifier.classify('text').then(
    () => false,
    (error) => error.code === 'CLOSED',
  );

const ROWS = [
  { id: 1, text: 'Pay. salary-reform:0.9' },
  { id: 2, text: 'Weather.' },
];

it('gives each row, the same object, with its classification, in their order', async () => {
  const tagged = await all(tagRows(ROWS, { classifier: fakeClassifier() }));
  expect(tagged.map(({ row }) => row.id)).toEqual([1, 2]);
  expect(tagged[0]?.row).toBe(ROWS[0]);
  expect(tagged.map(({ classification }) => classification.tags.map((tag) => tag.topic))).toEqual([
    ['salary-reform'],
    [],
  ]);
});

it('reads the text from the column that is named', async () => {
  const rows = [{ text: 'training:0.9', body: 'salary-reform:0.9' }];
  const [tagged] = await all(tagRows(rows, { textColumn: 'body', classifier: fakeClassifier() }));
  expect(tagged?.classification.tags[0]?.topic).toBe('salary-reform');
});

it('reads a row only when it is asked for', async () => {
  let given = 0;
  const endless = async function* () {
    for (;;) yield { text: `row ${++given}` };
  };
  const tagged = tagRows(endless(), { classifier: fakeClassifier() });
  await tagged.next();
  await tagged.next();
  expect(given).toBe(2);
});

describe('the classifier', () => {
  it('stays open when it was given', async () => {
    const classifier = fakeClassifier();
    await all(tagRows(ROWS, { classifier }));
    expect(await isClosed(classifier)).toBe(false);
    expect(created).toEqual([]);
  });

  it('is created and closed when none was given', async () => {
    await all(tagRows(ROWS));
    expect(await Promise.all(created.map(isClosed))).toEqual([true]);
  });

  it('that was created is closed when no more rows are asked for', async () => {
    for await (const _ of tagRows(ROWS)) break;
    expect(await Promise.all(created.map(isClosed))).toEqual([true]);
  });

  it('that was created is closed when a row is bad', async () => {
    await expect(all(tagRows([{ text: 1 }]))).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    expect(await Promise.all(created.map(isClosed))).toEqual([true]);
  });
});

describe('a row without a text', () => {
  const cases: [got: string, row: Row, message: RegExp][] = [
    ['another column', { body: 'x', id: 1 }, /^Expected row 2 to have a string in "text", got fields body, id\./],
    ['a number', { text: 5 }, /^Expected row 2 .* got number there/],
    ['null', { text: null }, /^Expected row 2 .* got null there/],
  ];
  it.each(cases)('is refused by its number: %s', async (_, row, message) => {
    await expect(all(tagRows([{ text: 'fine' }, row], { classifier: fakeClassifier() }))).rejects.toEqual(
      expect.objectContaining({ code: 'INPUT_INVALID', message: expect.stringMatching(message) }),
    );
  });
});

it('stops between two rows when its signal is aborted', async () => {
  const abort = new AbortController();
  const tagged = tagRows(ROWS, { classifier: fakeClassifier(), signal: abort.signal });
  await tagged.next();
  abort.abort();
  await expect(tagged.next()).rejects.toMatchObject({ code: 'ABORTED' });
});
