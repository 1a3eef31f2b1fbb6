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

it('takes rows of an interface', async () => {
  interface Article {
    readonly body: string;
  }
  const rows: readonly Article[] = [{ body: 'salary-reform:0.9' }];
  const [tagged] = await all(tagRows(rows, { textColumn: 'body', classifier: fakeClassifier() }));
  expect(tagged?.row.body).toBe('salary-reform:0.9');
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
  const cases: [what: string, row: unknown, got: string][] = [
    [
      'another column',
      { body: 'x', id: 1 },
      'the fields body, id. Name the column that holds the text, or correct the row.',
    ],
    ['no column', {}, 'no field. Name the column that holds the text, or correct the row.'],
    ['a number', { text: 5 }, 'the number 5 there. Name the column that holds the text, or correct the row.'],
    ['null', { text: null }, 'null there. Name the column that holds the text, or correct the row.'],
    ['a text by itself', 'Pay.', 'the string "Pay.". Texts by themselves are for classify().'],
    ['a list', ['Pay.'], 'a list. Texts by themselves are for classify().'],
    ['nothing', null, 'null. Texts by themselves are for classify().'],
  ];
  it.each(cases)('is refused by its number: %s', async (_, row, got) => {
    const rows = [{ text: 'fine' }, row as Row];
    await expect(all(tagRows(rows, { classifier: fakeClassifier() }))).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      message: `Expected row 2 to be an object with a string in "text", got ${got}`,
    });
  });
});

describe('what is not as expected is refused', () => {
  const classifier = fakeClassifier();
  const cases: [what: string, rows: unknown, options: unknown, message: string][] = [
    ['no rows', null, {}, 'Expected rows to be a list or another iterable, also an async one, got null.'],
    [
      'one row',
      { text: 'Pay.' },
      {},
      'Expected rows to be a list or another iterable, also an async one, got an object.',
    ],
    ['a text', 'Pay.', {}, 'Expected rows to be a list or another iterable, also an async one, got the string "Pay.".'],
    ['no options', ROWS, null, 'Expected the options of tagRows() to be an object, got null.'],
    [
      'a path',
      ROWS,
      { classifier: 'mine.json' },
      'Expected classifier to be a classifier, as createClassifier() gives it once awaited, got the string',
    ],
    ['a promise', ROWS, { classifier: Promise.resolve(classifier) }, 'awaited, got a promise (await it first).'],
    ['a misspelt option', ROWS, { textColum: 'body' }, 'among textColumn, classifier, signal, got textColum.'],
    ['a number', ROWS, { textColumn: 5, classifier }, 'Expected textColumn to be a string, got the number 5.'],
    ['no signal', ROWS, { signal: {}, classifier }, 'Expected signal to be an AbortSignal, got an object.'],
  ];
  it.each(cases)('%s', async (_, rows, options, message) => {
    await expect(all(tagRows(rows as never, options as never))).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
      message: expect.stringContaining(message),
    });
    expect(created).toEqual([]);
  });
});

describe('an aborted signal', () => {
  it('stops it between two rows, and the source is closed without being asked for another', async () => {
    const { source, given, isClosed } = countedRows();
    const abort = new AbortController();
    const tagged = tagRows(source, { classifier: fakeClassifier(), signal: abort.signal });
    await tagged.next();
    abort.abort();
    await expect(tagged.next()).rejects.toMatchObject({ code: 'ABORTED' });
    expect([given(), isClosed()]).toEqual([1, true]);
  });

  it('stops it at once while a slow source has no next row, and the source is closed', async () => {
    const closed = vi.fn(async () => ({ done: true as const, value: undefined }));
    const silent = { next: () => new Promise<never>(() => undefined), return: closed };
    const abort = new AbortController();
    const tagged = tagRows({ [Symbol.asyncIterator]: () => silent }, { signal: abort.signal });
    const next = tagged.next();
    setTimeout(() => abort.abort(new Error('no more time')), 10);
    await expect(next).rejects.toMatchObject({ code: 'ABORTED', cause: { message: 'no more time' } });
    expect(closed).toHaveBeenCalledOnce();
    expect(await Promise.all(created.map(isClosed))).toEqual([true]);
  });

  it('stops it though the source, a generator, cannot be closed before its row comes', async () => {
    const silent = async function* () {
      yield await new Promise<Row>(() => undefined);
    };
    const signal = AbortSignal.timeout(10);
    await expect(all(tagRows(silent(), { classifier: fakeClassifier(), signal }))).rejects.toMatchObject({
      code: 'ABORTED',
    });
  });

  it('is let go of after every row', async () => {
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, 'addEventListener');
    const removed = vi.spyOn(signal, 'removeEventListener');
    expect(await all(tagRows(ROWS, { classifier: fakeClassifier(), signal }))).toHaveLength(2);
    expect(added).toHaveBeenCalled();
    expect(removed.mock.calls.map(([, listener]) => listener)).toEqual(
      added.mock.calls.map(([, listener]) => listener),
    );
  });
});

describe('with a signal that is never aborted', () => {
  const { signal } = new AbortController();

  it('a failure of the source comes through, and a source that failed is not closed', async () => {
    const closed = vi.fn();
    const broken = { next: () => Promise.reject(new Error('disk')), return: closed };
    const rows = { [Symbol.asyncIterator]: () => broken };
    await expect(all(tagRows(rows, { classifier: fakeClassifier(), signal }))).rejects.toThrow('disk');
    expect(closed).not.toHaveBeenCalled();
  });

  it('the source is closed when no more rows are asked for', async () => {
    const { source, given, isClosed } = countedRows();
    for await (const _ of tagRows(source, { classifier: fakeClassifier(), signal })) break;
    expect([given(), isClosed()]).toEqual([1, true]);
  });

  it('promises of rows in a list are waited for', async () => {
    const rows = ROWS.map((row) => Promise.resolve(row)) as never as typeof ROWS;
    const tagged = await all(tagRows(rows, { classifier: fakeClassifier(), signal }));
    expect(tagged.map(({ row }) => row.id)).toEqual([1, 2]);
  });
});

/** Endless rows, with what has become of them. */
function countedRows() {
  let count = 0;
  let isClosed = false;
  const rows = async function* () {
    try {
      for (;;) yield { text: `row ${++count}` };
    } finally {
      isClosed = true;
    }
  };
  return { source: rows(), given: () => count, isClosed: () => isClosed };
}
