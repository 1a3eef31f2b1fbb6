/** Specification of answers in the order of the rows, in bounded memory. */
import { describe, expect, it } from 'vitest';
import {
  type Answer,
  classifyInOrder,
  LOOK_AHEAD_CHARACTERS,
  LOOK_AHEAD_ITEMS,
} from '../../../src/batch/pool/ordered.js';
import { TextFailure } from '../../../src/batch/pool/text-classifier.js';
import type { TableItem } from '../../../src/batch/table/item.js';
import { all } from '../../helpers/streams.js';
import { classificationOf, ManualClassifier, QuickClassifier } from './manual-classifier.js';
import { row, rows } from './table-rows.js';

const BAD: TableItem = { kind: 'bad', line: 3, reason: 'The row is bad.', raw: '"' };

/** Long enough for everything that can go on without the test to have gone on. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

/** What a source does for the reader, and what the reader did with it. */
class Source implements AsyncIterableIterator<TableItem> {
  reads = 0;
  isClosed = false;
  readonly #items: Iterator<TableItem>;

  /** @param whenEmpty what comes behind the last item */
  constructor(
    items: Iterable<TableItem>,
    private readonly whenEmpty: () => Promise<IteratorResult<TableItem>> = async () => ({
      done: true,
      value: undefined,
    }),
  ) {
    this.#items = items[Symbol.iterator]();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<TableItem>> {
    const result = this.#items.next();
    if (result.done) return this.whenEmpty();
    this.reads++;
    return result;
  }

  async return(): Promise<IteratorResult<TableItem>> {
    await settled();
    this.isClosed = true;
    return { done: true, value: undefined };
  }
}

const silence = () => new Promise<never>(() => undefined);

function* endless(text: (i: number) => string): Generator<TableItem> {
  for (let i = 0; ; i++) yield row(text(i), i + 2);
}

describe('the answers', () => {
  it('come in the order of the rows, though the last is known first', async () => {
    const manual = new ManualClassifier();
    const answers = all(classifyInOrder(rows(['a', 'b', 'c']), manual));
    await settled();
    for (const text of ['c', 'b', 'a']) manual.answer(text);
    expect((await answers).map(({ item, classification }) => [item.line, classification])).toEqual([
      [2, classificationOf('a')],
      [3, classificationOf('b')],
      [4, classificationOf('c')],
    ]);
  });

  it('come as soon as they are known, though the source is silent', async () => {
    const answers = classifyInOrder(new Source([row('a')], silence), new QuickClassifier());
    expect((await answers.next()).value).toMatchObject({ classification: classificationOf('a') });
  });

  it('of bad rows are the bad rows, in their place', async () => {
    const quick = new QuickClassifier();
    const answers = await all(classifyInOrder(new Source([row('a'), BAD, row('b')]), quick));
    expect(answers[1]).toEqual({ item: BAD });
    expect(answers.map(({ item }) => item.kind)).toEqual(['row', 'bad', 'row']);
    expect(quick.asked).toEqual(['a', 'b']);
  });

  it('ask once for a text that many rows have', async () => {
    const quick = new QuickClassifier();
    const texts = Array.from({ length: 500 }, (_, i) => `text ${i % 3}`);
    expect(await all(classifyInOrder(rows(texts), quick))).toHaveLength(500);
    expect(quick.asked).toEqual(['text 0', 'text 1', 'text 2']);
  });

  it('say why, for a text that the classifier fails on', async () => {
    const manual = new ManualClassifier();
    const answers = all(classifyInOrder(rows(['a', 'b']), manual));
    await settled();
    manual.fail('a', new TextFailure('out of luck'));
    manual.answer('b');
    const [first, second] = await answers;
    expect(first).toEqual({ item: row('a', 2), failure: 'The classifier fails on this text: out of luck.' });
    expect(second?.classification).toEqual(classificationOf('b'));
  });

  it('are none for no rows', async () => {
    expect(await all(classifyInOrder(rows([]), new QuickClassifier()))).toEqual([]);
  });
});

describe('the source is never read further ahead of the consumer', () => {
  it('than 64 items for each text that is worked on at once, when none is answered', async () => {
    const source = new Source(endless(String));
    const answers = classifyInOrder(source, new ManualClassifier(3));
    void answers.next();
    await settled();
    expect(source.reads).toBe(3 * LOOK_AHEAD_ITEMS);
  });

  it('than that, when all are answered and the consumer is slow', async () => {
    const source = new Source(endless(String));
    const answers = classifyInOrder(source, new QuickClassifier(2));
    for (let taken = 1; taken <= 5; taken++) {
      await answers.next();
      await settled();
      expect(source.reads).toBe(taken + 2 * LOOK_AHEAD_ITEMS);
    }
    await answers.return();
  });

  it('than 4,000,000 characters and one item, when rows are long', async () => {
    const long = 'x'.repeat(500_000);
    const source = new Source(endless((i) => i + long));
    void classifyInOrder(source, new ManualClassifier(3)).next();
    await settled();
    // The text counts twice: as such, and as the field that it stands in.
    expect(source.reads).toBe(LOOK_AHEAD_CHARACTERS / 1_000_000);
  });

  it('than that, though most characters are in bad rows', async () => {
    const source = new Source(Array<TableItem>(10_000).fill({ ...BAD, raw: 'x'.repeat(1_000_000) }));
    const answers = classifyInOrder(source, new QuickClassifier(3));
    await answers.next();
    await settled();
    expect(source.reads).toBe(1 + LOOK_AHEAD_CHARACTERS / 1_000_000);
    await answers.return();
  });
});

/** Takes answers until they end or throw. */
async function taken(answers: AsyncIterable<Answer>): Promise<{ count: number; error: unknown }> {
  let count = 0;
  try {
    for await (const _ of answers) count++;
  } catch (error) {
    return { count, error };
  }
  return { count, error: undefined };
}

describe('an error', () => {
  it('of the source comes behind the answers of the rows before it', async () => {
    const broken = new Error('unreadable');
    const source = new Source([row('a'), row('b')], () => Promise.reject(broken));
    expect(await taken(classifyInOrder(source, new QuickClassifier()))).toEqual({ count: 2, error: broken });
  });

  it('of the classifier that is not about one text comes in the place of that text', async () => {
    const manual = new ManualClassifier();
    const run = taken(classifyInOrder(rows(['a', 'b', 'c']), manual));
    await settled();
    const error = new Error('no memory');
    manual.fail('c', new Error('later'));
    manual.fail('b', error);
    manual.answer('a');
    expect(await run).toEqual({ count: 1, error });
  });
});

describe('an end before the end', () => {
  it('by the consumer waits until the source is closed, and leaves the classifier open', async () => {
    const source = new Source(endless(String));
    const quick = new QuickClassifier();
    for await (const _ of classifyInOrder(source, quick)) {
      // Until it has read as far ahead as it may, and no read is under way.
      await settled();
      break;
    }
    expect(source.isClosed).toBe(true);
    expect(quick.closed).toBe(false);
  });

  it('by the consumer does not wait for a source that is silent', async () => {
    const silent = (async function* () {
      yield row('a');
      await silence();
    })();
    for await (const _ of classifyInOrder(silent, new QuickClassifier())) break;
  });

  it('by the signal comes at once, though a text is being worked on', async () => {
    const abort = new AbortController();
    const run = taken(classifyInOrder(rows(['a']), new ManualClassifier(), { signal: abort.signal }));
    await settled();
    abort.abort('enough');
    expect((await run).error).toMatchObject({ code: 'ABORTED', cause: 'enough' });
  });

  it('by the signal comes at once, though the source is silent', async () => {
    const abort = new AbortController();
    const source = new Source([row('a')], silence);
    const run = taken(classifyInOrder(source, new QuickClassifier(), { signal: abort.signal }));
    await settled();
    abort.abort();
    expect(await run).toMatchObject({ count: 1, error: { code: 'ABORTED' } });
  });

  it('by the signal comes before answers that are known already', async () => {
    const abort = new AbortController();
    const answers = classifyInOrder(rows(['a', 'b', 'c']), new QuickClassifier(), { signal: abort.signal });
    await answers.next();
    await settled();
    abort.abort();
    await expect(answers.next()).rejects.toMatchObject({ code: 'ABORTED' });
  });
});
