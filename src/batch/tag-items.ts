/** Brings the rows of a table into an output, in their order: answers for good rows, rejects for bad ones. */
import { CivicTopicsError, throwIfAborted } from '../errors.js';
import type { BytesRead } from './input/source.js';
import type { Output } from './output/output.js';
import { type Answer, classifyInOrder } from './pool/ordered.js';
import type { TextClassifier } from './pool/text-classifier.js';
import { type BadRow, failedRow, type TableItem } from './table/item.js';
import type { Table } from './table/table.js';
import type { TagFileOptions } from './tag-file-options.js';

/**
 * Classifies every row that is not done yet, and checks in the end that none was lost or doubled.
 *
 * @throws CivicTopicsError INPUT_INVALID at a bad row when `onBadRow` is `stop`; whatever the table, the classifier and the output fail with
 */
export async function tagItems(
  table: Table,
  output: Output,
  classifier: TextClassifier,
  bytesRead: () => BytesRead,
  { onBadRow = 'reject', onStart, onProgress, onReject, ...abort }: TagFileOptions,
): Promise<void> {
  const { tally } = output;
  const { done: before } = tally;
  const items = new CountedItems(table.items, abort.signal);
  await items.pass(before);
  onStart?.(bytesRead);
  for await (const answer of classifyInOrder(items, classifier, abort)) {
    const { item, classification } = answer;
    if (item.kind === 'row' && classification) {
      await output.row(table.format(item, classification), classification);
    } else {
      const bad = badRowOf(answer, table);
      if (onBadRow === 'stop') throw stoppedAt(bad);
      await output.reject(bad);
      onReject?.(bad, tally.rejects);
    }
    onProgress?.(tally.done - before);
  }
  if (items.count === tally.done) return;
  throw new Error(`Read ${items.count} rows, but wrote ${tally.rows} and rejected ${tally.rejects}.`);
}

/** Counts what is read, so that it can be held against what is written. */
class CountedItems implements AsyncIterable<TableItem> {
  count = 0;
  readonly #items: AsyncGenerator<TableItem>;

  constructor(items: AsyncIterable<TableItem>, signal: AbortSignal | undefined) {
    this.#items = this.#counted(items, signal);
  }

  /** Reads over so many, which an earlier run has done. */
  async pass(count: number): Promise<void> {
    while (this.count < count && !(await this.#items.next()).done);
  }

  [Symbol.asyncIterator](): AsyncIterator<TableItem> {
    return this.#items;
  }

  async *#counted(items: AsyncIterable<TableItem>, signal: AbortSignal | undefined): AsyncGenerator<TableItem> {
    for await (const item of items) {
      throwIfAborted(signal);
      this.count++;
      yield item;
    }
  }
}

/** A row on which the classifier fails is bad, too. */
function badRowOf({ item, failure = '' }: Answer, table: Table): BadRow {
  return item.kind === 'bad' ? item : failedRow(item.line, failure, table.raw(item));
}

function stoppedAt({ line, reason }: BadRow): CivicTopicsError {
  return new CivicTopicsError(
    'INPUT_INVALID',
    `Stopped at line ${line}: ${reason} Correct the row, or go on with --on-bad-row reject, which sets bad rows aside.`,
  );
}
