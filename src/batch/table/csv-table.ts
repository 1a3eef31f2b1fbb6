/** Reads CSV and TSV files for tagging: whatever is wrong with a row, the next one is read. */
import { checkColumnsFree, columnIndex } from '../columns.js';
import { TAG_COLUMNS, tagColumns } from '../tag-columns.js';
import { takeByteOrderMark } from './byte-order-mark.js';
import { numberColumns, readHeader } from './csv-columns.js';
import { CsvCutter, type CsvRecord, csvRecords } from './csv-cutter.js';
import { csvLineWriter } from './csv-line.js';
import { type CsvShape, csvRow } from './csv-row.js';
import type { Delimiter } from './delimiter.js';
import { badRow, type TableItem } from './item.js';
import type { Table } from './table.js';

export interface CsvTableOptions {
  /** Name of the column that holds the text; default `text`. Without a header, its number: `1`, `2` and so on. */
  readonly textColumn?: string;
  /** Of the input; default `,`. */
  readonly delimiter?: Delimiter;
  /** Of the output; default that of the input. */
  readonly outputDelimiter?: Delimiter;
  /** Whether the first record names the columns; default true. Without, the first row that can be read says how many there are. */
  readonly header?: boolean;
  /** Makes the output begin with a byte order mark; it does anyway when the text does. Default false. */
  readonly byteOrderMark?: boolean;
}

/**
 * Reads the header, and then the rows as they are asked for.
 *
 * Quoted fields may hold delimiters, quotes and line ends. Lines with nothing but white space are passed over, except that in
 * a file of one column every line is a row. Bad rows are those with more or fewer fields than the header, with broken quotes
 * (see `CsvScanner`), with NUL or undecodable bytes, and those over a limit.
 *
 * @throws CivicTopicsError INPUT_INVALID when there should be a header and the file is empty, or the header is itself a bad row, has
 *   one of the added columns already, or has several of the text column's name
 * @throws CivicTopicsError COLUMN_NOT_FOUND when there is no text column
 */
export async function openCsvTable(
  pieces: AsyncIterable<string>,
  {
    textColumn = 'text',
    delimiter = ',',
    outputDelimiter = delimiter,
    header = true,
    byteOrderMark = false,
  }: CsvTableOptions = {},
): Promise<Table> {
  const marked = await takeByteOrderMark(pieces);
  const cutter = new CsvCutter(delimiter);
  const records = csvRecords(marked.pieces, cutter);
  const { names, records: first } = header
    ? { names: await readHeader(records, delimiter), records: [] }
    : await numberColumns(records, delimiter);
  if (header) checkColumnsFree(names, TAG_COLUMNS);
  // Without any good row there is no column to be found, and none is needed.
  const textIndex = names.length > 0 ? columnIndex(names, textColumn) : 0;
  const width = names.length || Number.POSITIVE_INFINITY;
  cutter.width = width;
  const line = csvLineWriter(outputDelimiter);
  return {
    byteOrderMark: byteOrderMark || marked.byteOrderMark,
    head: header ? line([...names, ...TAG_COLUMNS]) : '',
    items: readItems(first, records, { delimiter, width, model: header ? 'header' : 'first row' }, textIndex),
    format: (row, classification) => line([...row.fields, ...tagColumns(row.text, classification)]),
  };
}

async function* readItems(
  first: readonly CsvRecord[],
  records: AsyncIterable<CsvRecord>,
  shape: CsvShape,
  textIndex: number,
): AsyncGenerator<TableItem> {
  for (const record of first) {
    const item = toItem(record, shape, textIndex);
    if (item) yield item;
  }
  for await (const record of records) {
    const item = toItem(record, shape, textIndex);
    if (item) yield item;
  }
}

/** Undefined for a blank line. */
function toItem(record: CsvRecord, shape: CsvShape, textIndex: number): TableItem | undefined {
  const row = csvRow(record, shape);
  if (row === undefined) return undefined;
  if ('problem' in row) return badRow(record.line, row.problem, record.raw);
  return { kind: 'row', line: record.line, text: row.fields[textIndex] as string, fields: row.fields };
}
