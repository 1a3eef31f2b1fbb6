/** Reads a CSV file row by row, as arrays of strings, so that no header can clash with another or with JavaScript. */
import { parse } from 'fast-csv';
import { CivicTopicsError } from '../errors.js';
import { csvRecords } from './csv-records.js';
import { decodeUtf8 } from './decode-utf8.js';
import { invalidRow, type Position } from './position.js';

/** What stands between two fields. */
export type Delimiter = ',' | '\t';

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
  const position: Position = { row: 0, line: 1 };
  const records = csvRecords(decodeUtf8(source, position), delimiter, position);
  const first = await firstRecord(records, delimiter);
  const byteOrderMark = first.startsWith(BYTE_ORDER_MARK);
  const header = await parseFields(byteOrderMark ? first.slice(1) : first, delimiter, position);
  return { header, byteOrderMark, rows: readRows(records, header.length, delimiter, position) };
}

const BYTE_ORDER_MARK = '\ufeff';

async function firstRecord(records: AsyncIterator<string>, delimiter: string): Promise<string> {
  for (;;) {
    const { done, value } = await records.next();
    if (done) break;
    if (!isBlank(value, delimiter)) return value;
  }
  throw new CivicTopicsError('INPUT_INVALID', 'Expected CSV with a header line, got an empty file.');
}

async function* readRows(
  records: AsyncIterable<string>,
  width: number,
  delimiter: string,
  position: Position,
): AsyncGenerator<readonly string[]> {
  position.row = 1;
  for await (const record of records) {
    if (width > 1 && isBlank(record, delimiter)) continue;
    const row = await parseFields(record, delimiter, position);
    if (row.length !== width) throw wrongWidth(row.length, width, position);
    yield row;
    position.row++;
  }
}

/** A row of empty fields is not blank, not even when its delimiters are white space; a byte order mark is white space for trim. */
function isBlank(record: string, delimiter: string): boolean {
  return record.trim() === '' && !record.includes(delimiter);
}

/** A parser for each record costs 10 µs more than one for the file, and its failure concerns that record alone. */
async function parseFields(record: string, delimiter: string, position: Position): Promise<string[]> {
  const parser = parse<string[], string[]>({ headers: false, delimiter });
  // At the beginning of its input fast-csv drops white space before a delimiter, white space alone and byte order marks;
  // behind an empty first field it keeps them.
  parser.end(delimiter + record);
  const rows: string[][] = [];
  try {
    for await (const row of parser) rows.push(row);
  } catch (error) {
    throw invalidRow(position, QUOTE_AMID, error);
  }
  const [row] = rows;
  if (row === undefined || rows.length > 1) throw invalidRow(position, `was read as ${rows.length} rows.`);
  return row.slice(1);
}

const QUOTE_AMID =
  'has a quoted field that goes on after its closing quote. Write quotes inside a quoted field twice (""), ' +
  'and put a field that begins with a quotation in quotes.';

function wrongWidth(width: number, expected: number, position: Position): CivicTopicsError {
  const got = width === 1 ? '1 field' : `${width} fields`;
  return invalidRow(
    position,
    `has ${got} where the header has ${expected}. Put fields that hold delimiters or line ends in quotes.`,
  );
}
