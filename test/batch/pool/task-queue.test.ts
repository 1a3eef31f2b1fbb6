/** Specification of which texts a worker is given next. */
import { expect, it } from 'vitest';
import { type Task, TaskQueue } from '../../../src/batch/pool/task-queue.js';

const task = (text: string, deaths = 0): Task => ({ text, deaths, resolve: () => undefined, reject: () => undefined });
const title = 'x'.repeat(50);

function queueOf(texts: readonly string[]): TaskQueue {
  const queue = new TaskQueue();
  for (const text of texts) queue.add(task(text));
  return queue;
}

it('gives ten titles at once: 1,000 characters, where each title of 50 costs 50 more', () => {
  const queue = queueOf(Array(30).fill(title));
  expect(queue.cost).toBe(3000);
  expect(queue.take(1)).toHaveLength(10);
  expect(queue.cost).toBe(2000);
});

it('gives a long text alone', () => {
  const queue = queueOf(['x'.repeat(5000), title]);
  expect(queue.take(1)).toHaveLength(1);
  expect(queue.take(1).map(({ text }) => text)).toEqual([title]);
});

it('gives each worker its share of what little waits', () => {
  const queue = queueOf(['a', 'b', 'c', 'd', 'e', 'f']);
  expect(queue.take(3).map(({ text }) => text)).toEqual(['a', 'b']);
});

it('gives nothing when nothing waits', () => {
  expect(queueOf([]).take(2)).toEqual([]);
});

it('gives what was put back first, and each text of it alone', () => {
  const queue = queueOf(['c', 'd']);
  queue.putBack([task('a', 1), task('b', 1)]);
  const order = Array.from({ length: 3 }, () => queue.take(1).map(({ text }) => text));
  expect(order).toEqual([['a'], ['b'], ['c', 'd']]);
  expect(queue.cost).toBe(0);
});

it('gives a text that was put back alone behind others, too', () => {
  const queue = queueOf(['a']);
  queue.add(task('b', 1));
  expect(queue.take(1).map(({ text }) => text)).toEqual(['a']);
});
