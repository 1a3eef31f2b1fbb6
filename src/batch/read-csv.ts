/** Reads a CSV file row by row, as arrays of strings, and fails at the first bad row: for files that should have none. */
import { decodeUtf8 } from './decode-utf8.js';
import { invalidRow, type Position } from './position.js';
import { takeByteOrderMark } from './table/byte-order-mark.js';
import { CSV_ADVICE, readHeader } from './table/csv-columns.js';
import { CsvCutter, type CsvRecord, csvRecords } from './table/csv-cutter.js';
import { type CsvShape, csvRow } from './table/csv-row.js';
import type { Delimiter } from './table/delimiter.js';

export interface CsvOptions {
  /** Default `,`. */
  readonly delimiter?: Delimiter;
}

/** A CSV file whose header has been read and whose rows have not. */
export interface CsvTable {
  /** Column names in their order, exactly as they stand in the file; the same name may come twice. */
  readonly header: readonly string[];
  /** Whether the file began with a byte order mark; it is no part of the first column's name. */
  readonly byteOrderMark: boolean;
  /** Each row has as many fields as the header; can be read once, and what is not read stays in the source. */
  readonly rows: AsyncIterable<readonly string[]>;
}

/**
 * Reads the header of UTF-8 CSV text, and then its rows as they are asked for.
 *
 * Quoted fields may hold delimiters, quotes and line ends. Lines with nothing but white space are passed over, except that in
 * a file of one column every line is a row.
 *
 * @throws CivicTopicsError INPUT_INVALID, also while the rows are read, when the file is empty or not UTF-8, a quote is not closed
 *   or stands amid a quoted field, or a row has more or fewer fields than the header
 */
export async function readCsv(
  source: AsyncIterable<Uint8Array | string>,
  { delimiter = ',' }: CsvOptions = {},
): Promise<CsvTable> {
  const cutter = new CsvCutter(delimiter);
  const position: Position = {
    row: 0,
    get line() {
      return cutter.line;
    },
  };
  const { byteOrderMark, pieces } = await takeByteOrderMark(decodeUtf8(source, position));
  const records = csvRecords(pieces, cutter);
  const header = await readHeader(records, delimiter);
  cutter.width = header.length;
  return {
    header,
    byteOrderMark,
    rows: readRows(records, { delimiter, width: header.length, model: 'header' }, position),
  };
}

async function* readRows(
  records: AsyncIterable<CsvRecord>,
  shape: CsvShape,
  position: Position,
): AsyncGenerator<readonly string[]> {
  position.row = 1;
  for await (const record of records) {
    const row = csvRow(record, shape);
    if (row === undefined) continue;
    if ('problem' in row) {
      throw invalidRow({ row: position.row, line: record.line }, `${row.problem}. ${CSV_ADVICE}`);
    }
    yield row.fields;
    position.row++;
  }
}
