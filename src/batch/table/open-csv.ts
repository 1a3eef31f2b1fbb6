/** Opens a CSV or TSV file as its columns and its rows, good and bad, whatever they are wanted for. */
import { takeByteOrderMark } from './byte-order-mark.js';
import { numberColumns, readHeader } from './csv-columns.js';
import { CsvCutter, type CsvRecord, csvRecords } from './csv-cutter.js';
import { type CsvShape, csvRow } from './csv-row.js';
import type { Delimiter } from './delimiter.js';

export interface CsvOptions {
  /** Default `,`. */
  readonly delimiter?: Delimiter;
  /** Whether the first record names the columns; default true. Without, the first row that can be read says how many there are. */
  readonly header?: boolean;
}

/** A CSV file whose header has been read and whose rows have not. */
export interface Csv {
  /** In their order, exactly as they stand in the file: the same one may come twice. Without a header `1`, `2` and so on. */
  readonly names: readonly string[];
  /** Whether the text began with a byte order mark; it is no part of the first column's name. */
  readonly byteOrderMark: boolean;
  /** In their order; can be read once, and what is not read stays in the source. */
  readonly rows: AsyncIterable<CsvFields | CsvProblem>;
}

/** A row that can be read. */
export interface CsvFields {
  readonly kind: 'row';
  /** Where the record starts, counted from 1. */
  readonly line: number;
  /** As many as there are columns. */
  readonly fields: readonly string[];
}

/** A row that cannot be read. */
export interface CsvProblem {
  readonly kind: 'bad';
  readonly line: number;
  /** What is wrong, going on from "The row", without a full stop. */
  readonly problem: string;
  /** See `CsvRecord`. */
  readonly raw: string;
}

/**
 * Reads the header, and then the rows as they are asked for.
 *
 * Quoted fields may hold delimiters, quotes and line ends. Lines with nothing but white space are passed over, except that in
 * a file of one column every line is a row. Bad rows are those with more or fewer fields than the header, with broken quotes
 * (see `CsvScanner`), with NUL or undecodable bytes, and those over a limit.
 *
 * @throws CivicTopicsError INPUT_INVALID when there should be a header and the file is empty, or the header is itself a bad row
 */
export async function openCsv(
  pieces: AsyncIterable<string>,
  { delimiter = ',', header = true }: CsvOptions = {},
): Promise<Csv> {
  const marked = await takeByteOrderMark(pieces);
  const cutter = new CsvCutter(delimiter);
  const records = csvRecords(marked.pieces, cutter);
  const { names, records: first } = header
    ? { names: await readHeader(records, delimiter), records: [] }
    : await numberColumns(records, delimiter);
  const width = names.length || Number.POSITIVE_INFINITY;
  cutter.width = width;
  const shape = { delimiter, width, model: header ? 'header' : 'first row' } as const;
  return { names, byteOrderMark: marked.byteOrderMark, rows: readRows(first, records, shape) };
}

async function* readRows(
  first: readonly CsvRecord[],
  records: AsyncIterable<CsvRecord>,
  shape: CsvShape,
): AsyncGenerator<CsvFields | CsvProblem> {
  for (const some of [first, records]) {
    for await (const record of some) {
      const row = csvRow(record, shape);
      if (row === undefined) continue;
      const { line, raw } = record;
      yield 'problem' in row
        ? { kind: 'bad', line, problem: row.problem, raw }
        : { kind: 'row', line, fields: row.fields };
    }
  }
}
