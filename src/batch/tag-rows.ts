/** Tags rows from anywhere, one after the other, in their order. */
import type { AbortOptions, Classification, Classifier } from '../classify/classification.js';
import { createClassifier } from '../classify/create-classifier.js';
import { CivicTopicsError, throwIfAborted } from '../errors.js';

/** A record with a text in one of its fields. */
export type Row = Readonly<Record<string, unknown>>;

/** A row as it came, beside what was found in its text. */
export interface TaggedRow<R extends Row = Row> {
  /** As it was given: the same object. */
  readonly row: R;
  /** What was found in its text. */
  readonly classification: Classification;
}

/** How rows are read and tagged. */
export interface TagRowsOptions extends AbortOptions {
  /** Field that holds the text; default `text`. */
  readonly textColumn?: string;
  /** Stays open; by default one is created, and closed when the rows are done or no more are asked for. */
  readonly classifier?: Classifier;
}

/**
 * Yields each row with its classification as soon as it is known; a row is read only when it is asked for, so that memory stays flat.
 *
 * @throws CivicTopicsError INPUT_INVALID when a row's text column is missing or not a string
 * @throws CivicTopicsError ABORTED when the signal is aborted
 */
export async function* tagRows<R extends Row>(
  rows: AsyncIterable<R> | Iterable<R>,
  { textColumn = 'text', classifier, signal }: TagRowsOptions = {},
): AsyncGenerator<TaggedRow<R>, void, undefined> {
  const options: AbortOptions = signal ? { signal } : {};
  const used = classifier ?? (await createClassifier(options));
  try {
    let number = 0;
    for await (const row of rows) {
      throwIfAborted(signal);
      const text = textOf(row, textColumn, ++number);
      yield { row, classification: await used.classify(text, options) };
    }
  } finally {
    if (!classifier) await used.close();
  }
}

function textOf(row: Row, column: string, number: number): string {
  const text = row[column];
  if (typeof text === 'string') return text;
  const got =
    text === undefined ? `fields ${Object.keys(row).join(', ')}` : `${text === null ? 'null' : typeof text} there`;
  throw new CivicTopicsError(
    'INPUT_INVALID',
    `Expected row ${number} to have a string in ${JSON.stringify(column)}, got ${got}. Name the column that holds the text, or correct the row.`,
  );
}
