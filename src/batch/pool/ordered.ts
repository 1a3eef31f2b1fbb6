/** Gives the rows of a table their answers in the order of the rows, while several texts are worked on at once. */
import type { AbortOptions, Classification } from '../../classify/classification.js';
import type { TableItem } from '../table/item.js';
import { cached } from './cached.js';
import { LookAhead } from './look-ahead.js';
import { type TextClassifier, TextFailure } from './text-classifier.js';

/** Items read ahead of the consumer for each text that can be worked on at once: enough for a batch, and for the next one. */
export const LOOK_AHEAD_ITEMS = 64;

/** Characters read ahead of the consumer, in all fields: 8 MB of memory, and at most one item more. */
export const LOOK_AHEAD_CHARACTERS = 4_000_000;

/** What became of one item. */
export interface Answer {
  readonly item: TableItem;
  /** Of a row, unless the classifier fails on it. */
  readonly classification?: Classification;
  /** Of a row that the classifier fails on: one sentence that says why. */
  readonly failure?: string;
}

/**
 * Yields one answer for each item in the order of the items, each as soon as it and all before it are known. Reads ahead of its
 * consumer, within LOOK_AHEAD_ITEMS and LOOK_AHEAD_CHARACTERS; identical texts are classified once. Leaves the classifier open.
 *
 * @throws whatever the items or the classifier fail with, in its place in the order; CivicTopicsError ABORTED at once
 */
export async function* classifyInOrder(
  items: AsyncIterable<TableItem>,
  classifier: TextClassifier,
  { signal }: AbortOptions = {},
): AsyncGenerator<Answer, void, undefined> {
  const remembering = cached(classifier);
  const bounds = { items: LOOK_AHEAD_ITEMS * classifier.width, size: LOOK_AHEAD_CHARACTERS, sizeOf };
  const ahead = new LookAhead(items, (item: TableItem) => answerFor(item, remembering), bounds, signal);
  try {
    for (let answer = await ahead.next(); answer; answer = await ahead.next()) yield answer;
  } finally {
    await ahead.end();
  }
}

async function answerFor(item: TableItem, classifier: TextClassifier): Promise<Answer> {
  if (item.kind === 'bad') return { item };
  try {
    return { item, classification: await classifier.classify(item.text) };
  } catch (error) {
    if (error instanceof TextFailure) return { item, failure: error.message };
    throw error;
  }
}

function sizeOf(item: TableItem): number {
  if (item.kind === 'bad') return item.raw.length;
  return item.fields.reduce((size, field) => size + field.length, item.text.length);
}
