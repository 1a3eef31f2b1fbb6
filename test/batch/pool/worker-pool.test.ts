/** Specification of worker threads: what they share, and what becomes of texts whose worker dies. */
import { existsSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { classifyInOrder } from '../../../src/batch/pool/ordered.js';
import { TextFailure } from '../../../src/batch/pool/text-classifier.js';
import type { WorkerPool } from '../../../src/batch/pool/worker-pool.js';
import { all } from '../../helpers/streams.js';
import { stub } from './stub-pool.js';
import { rows } from './table-rows.js';

/** Each text with the topic it was answered with, which the stub makes the text itself, or with its failure. */
async function answers(pool: WorkerPool, texts: readonly string[]): Promise<(string | undefined)[]> {
  const list = await all(classifyInOrder(rows(texts), pool));
  expect(list.map(({ item }) => item.kind === 'row' && item.text)).toEqual(texts);
  return list.map(({ classification, failure }) => failure ?? classification?.tags[0]?.topic);
}

const numbered = (count: number) => Array.from({ length: count }, (_, i) => `text ${i}`);
const loads = (log: readonly string[]) => log.filter((line) => line === 'load').length;

describe('a pool of workers', () => {
  it('gives every text its own answer, in the order of the texts, and works on each once', async () => {
    const { start, log } = stub({ workers: 3 });
    const texts = numbered(500);
    expect(await answers(await start(), texts)).toEqual(texts);
    const worked = log().filter((line) => line.startsWith('text '));
    expect(worked.sort()).toEqual(texts.map((text) => `text ${text}`).sort());
  });

  it('says what classifier its workers have loaded', async () => {
    expect((await stub().start()).info.embedder.id).toBe('stub');
  });

  it('starts one worker for a few texts', async () => {
    const { start, log } = stub({ workers: 4 });
    // The last gives a second worker the time to load, if there were one.
    await answers(await start(), [...numbered(20), 'wait 200']);
    expect(loads(log())).toBe(1);
  });

  it('starts all its workers, and no more, for many texts', async () => {
    const { start, log } = stub({ workers: 4 });
    await answers(await start(), numbered(2000));
    await expect.poll(() => loads(log())).toBe(4);
  });

  it('starts more workers for a few long texts', async () => {
    const { start, log } = stub({ workers: 2 });
    await answers(
      await start(),
      Array.from({ length: 6 }, (_, i) => `${i}`.repeat(3000)),
    );
    await expect.poll(() => loads(log())).toBe(2);
  });
});

describe('a worker that dies', () => {
  it.each([
    ['exits', 'exit-once', 'exit code 7'],
    ['throws', 'throw-once', 'thrown on purpose'],
  ])('because it %s loses nothing, keeps the order, and is named', async (_, how, reason) => {
    const { start, notices } = stub();
    const texts = numbered(300).map((text, i) => (i % 100 === 50 ? `${how} ${i}` : text));
    expect(await answers(await start(), texts)).toEqual(texts);
    expect(notices).toHaveLength(3);
    for (const notice of notices) {
      expect(notice).toMatch(/^worker \d+ ended unexpectedly \(.*\); its (text is|\d+ texts are) tried once more\.$/);
      expect(notice).toContain(reason);
    }
    expect(new Set(notices.map((notice) => notice.split(' ended')[0])).size).toBe(3);
  });

  it('is replaced even when it was the only one', async () => {
    const { start, log } = stub({ workers: 1 });
    expect(await answers(await start(), ['exit-once a', 'b'])).toEqual(['exit-once a', 'b']);
    expect(loads(log())).toBe(2);
  });

  it.each([
    ['exit', 'exit code 7'],
    ['throw', 'thrown on purpose'],
  ])('a second time on the same text makes that text a failure, and no other: %s', async (how, reason) => {
    const { start, count, notices } = stub();
    const texts = [...numbered(20), how, ...numbered(40).slice(20)];
    const failure = `The classifier fails on this text: ${reason}.`;
    expect(await answers(await start(), texts)).toEqual(texts.map((text) => (text === how ? failure : text)));
    expect(count(`text ${how}`)).toBe(2);
    expect(notices[1]).toMatch(
      /^worker \d+ ended unexpectedly \(.*\) on a text that had ended another before; that text fails\.$/,
    );
    expect(notices).toHaveLength(2);
  });

  it('rejects a text that fails with TextFailure, so that it can be told from what concerns every text', async () => {
    await expect((await stub().start()).classify('exit')).rejects.toBeInstanceOf(TextFailure);
  });

  it('while it has no text is named, too', async () => {
    const { start, notices } = stub({ workers: 1 });
    const pool = await start();
    await pool.classify('throw-late');
    await expect.poll(() => notices).toEqual(['worker 1 ended unexpectedly (thrown late); it had no text.']);
    expect((await pool.classify('next')).tags[0]?.topic).toBe('next');
  });
});

describe('a classifier that cannot be loaded', () => {
  it.each([
    ['refuse', { code: 'CLASSIFIER_INVALID', message: 'Expected a better classifier.' }],
    [
      'throw',
      {
        code: 'MODEL_INVALID',
        message:
          'Expected worker 1 to load the classifier, but it ended (no such library). If memory is short, use fewer workers.',
      },
    ],
    ['exit', { code: 'MODEL_INVALID', message: expect.stringContaining('(exit code 4)') }],
  ])('is an error of its own after one attempt: %s', async (loading, error) => {
    const { start, log, notices } = stub({}, loading);
    await expect(start()).rejects.toMatchObject(error);
    expect(log()).toEqual(['load']);
    expect(notices).toEqual([]);
  });

  it('by the worker that replaces another ends the run, not in endless attempts', async () => {
    const { start, setLoading, count } = stub({ workers: 1 });
    const pool = await start();
    setLoading('refuse');
    await expect(answers(pool, ['a', 'exit-once b', 'c'])).rejects.toMatchObject({ code: 'CLASSIFIER_INVALID' });
    expect(count('load')).toBe(2);
    await expect(pool.classify('d')).rejects.toMatchObject({ code: 'CLASSIFIER_INVALID' });
  });

  it('because the worker file is missing is an error that names it', async () => {
    const workerFile = new URL('file:///no/such/worker.js');
    expect(existsSync(workerFile)).toBe(false);
    await expect(stub({ workerFile }).start()).rejects.toMatchObject({
      code: 'MODEL_INVALID',
      message: expect.stringContaining('/no/such/worker.js'),
    });
  });
});

describe('an end before the end', () => {
  it('by the signal fails the texts that wait, and those to come, with ABORTED', async () => {
    const abort = new AbortController();
    const { start } = stub({ signal: abort.signal });
    const pool = await start();
    const waiting = ['wait 10000', 'wait 10001', 'c'].map((text) => pool.classify(text));
    abort.abort('enough');
    for (const answer of waiting) await expect(answer).rejects.toMatchObject({ code: 'ABORTED', cause: 'enough' });
    await expect(pool.classify('d')).rejects.toMatchObject({ code: 'ABORTED' });
  });

  it('by the signal, before or while the first worker loads, is ABORTED', async () => {
    await expect(stub({ signal: AbortSignal.abort() }).start()).rejects.toMatchObject({ code: 'ABORTED' });
    const abort = new AbortController();
    const starting = stub({ signal: abort.signal }).start();
    abort.abort();
    await expect(starting).rejects.toMatchObject({ code: 'ABORTED' });
  });

  it('by close() fails the texts that wait with CLOSED, and lets each worker close its classifier', async () => {
    const { start, count } = stub({ workers: 1 });
    const pool = await start();
    const waiting = ['wait 10000', 'b'].map((text) => pool.classify(text));
    for (const answer of waiting) answer.catch(() => undefined);
    await pool.close();
    expect(count('close')).toBe(1);
    for (const answer of waiting) await expect(answer).rejects.toMatchObject({ code: 'CLOSED' });
    await expect(pool.classify('next')).rejects.toMatchObject({ code: 'CLOSED' });
    await pool.close();
  });

  it('ends a worker that does not end by itself within 10 s', async () => {
    const { start, log } = stub({ workers: 1 });
    const pool = await start();
    pool.classify('forever').catch(() => undefined);
    await expect.poll(() => log().length).toBeGreaterThan(10);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const closing = pool.close();
    vi.advanceTimersByTime(10_000);
    vi.useRealTimers();
    await closing;
    const { length } = log();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(log()).toHaveLength(length);
  });
});
