/** Writes rows of strings as CSV, at the pace of whoever reads it. */
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { format } from 'fast-csv';
import type { Delimiter } from './read-csv.js';

export interface WriteCsvOptions {
  /** Default `,`. */
  readonly delimiter?: Delimiter;
  /** Begins with a byte order mark, by which spreadsheets know UTF-8; default false. */
  readonly byteOrderMark?: boolean;
  readonly signal?: AbortSignal;
}

/**
 * Writes each row as one line that ends with LF, and ends the destination. Fields are quoted only when they hold a delimiter,
 * a quote or a line end (or, needlessly but harmlessly, a `|`: fast-csv's choice).
 *
 * @throws whatever the rows or the destination fail with, and an AbortError when the signal is aborted
 */
export async function writeCsv(
  rows: AsyncIterable<readonly string[]>,
  destination: Writable,
  { delimiter = ',', byteOrderMark = false, signal }: WriteCsvOptions = {},
): Promise<void> {
  const formatter = format({ headers: false, delimiter, writeBOM: byteOrderMark, includeEndRowDelimiter: true });
  await pipeline(rows, formatter, destination, signal ? { signal } : {});
}
