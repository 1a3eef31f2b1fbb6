/** Tags rows from anywhere, one after the other, in their order. */
import {
  checkOptions,
  describe,
  ITERABLE,
  isObject,
  type OptionKinds,
  requireKind,
  SIGNAL,
  STRING,
} from '../arguments.js';
import { CLASSIFIER } from '../classify/check-classify.js';
import type { AbortOptions, Classification, Classifier } from '../classify/classification.js';
import { createClassifier } from '../classify/create-classifier.js';
import { CivicTopicsError } from '../errors.js';
import { untilAborted } from './until-aborted.js';

/** A record with a text in one of its fields. */
export type Row = Readonly<Record<string, unknown>>;

/** A row as it came, beside what was found in its text. */
export interface TaggedRow<R extends object = Row> {
  /** As it was given: the same object. */
  readonly row: R;
  /** What was found in its text. */
  readonly classification: Classification;
}

/** How rows are read and tagged. */
export interface TagRowsOptions extends AbortOptions {
  /** Field that holds the text; default `text`. */
  readonly textColumn?: string | undefined;
  /** Stays open; by default one is created, and closed when the rows are done or no more are asked for. */
  readonly classifier?: Classifier | undefined;
}

const OPTIONS: OptionKinds<TagRowsOptions> = { textColumn: STRING, classifier: CLASSIFIER, signal: SIGNAL };

/**
 * Yields each row with its classification as soon as it is known; a row is read only when it is asked for, so that memory stays flat.
 *
 * @throws CivicTopicsError INVALID_ARGUMENT when the rows are not iterable or an option is not as expected; this and what follows when the
 *   first row is asked for
 * @throws CivicTopicsError INPUT_INVALID when a row is no object, or its text column is missing or not a string
 * @throws CivicTopicsError ABORTED at once when the signal is aborted, also while the next row is being waited for; the rows are closed then
 */
export async function* tagRows<R extends object>(
  rows: AsyncIterable<R> | Iterable<R>,
  options: TagRowsOptions = {},
): AsyncGenerator<TaggedRow<R>, void, undefined> {
  requireKind('rows', rows, ITERABLE);
  checkOptions('tagRows()', options, OPTIONS);
  const { textColumn = 'text', classifier, signal } = options;
  const used = classifier ?? (await createClassifier({ signal }));
  try {
    let number = 0;
    for await (const row of untilAborted(rows, signal)) {
      const text = textOf(row, textColumn, ++number);
      yield { row, classification: await used.classify(text, { signal }) };
    }
  } finally {
    if (!classifier) await used.close();
  }
}

function textOf(row: unknown, column: string, number: number): string {
  const expected = `Expected row ${number} to be an object with a string in ${JSON.stringify(column)}`;
  if (!isObject(row)) throw invalid(`${expected}, got ${describe(row)}. Texts by themselves are for classify().`);
  const text = row[column];
  if (typeof text === 'string') return text;
  const fields = Object.keys(row).join(', ');
  const got = text !== undefined ? `${describe(text)} there` : fields ? `the fields ${fields}` : 'no field';
  throw invalid(`${expected}, got ${got}. Name the column that holds the text, or correct the row.`);
}

function invalid(message: string): CivicTopicsError {
  return new CivicTopicsError('INPUT_INVALID', message);
}
