/** Reads CSV and TSV files for tagging: whatever is wrong with a row, the next one is read. */
import { checkColumnsFree, columnIndex } from '../columns.js';
import { TAG_COLUMNS, tagColumns } from '../tag-columns.js';
import { csvLineWriter } from './csv-line.js';
import type { Delimiter } from './delimiter.js';
import { badRow, type TableItem } from './item.js';
import { type Csv, type CsvOptions, openCsv } from './open-csv.js';
import type { Table } from './table.js';

export interface CsvTableOptions extends CsvOptions {
  /** Name of the column that holds the text; default `text`. Without a header, its number: `1`, `2` and so on. */
  readonly textColumn?: string;
  /** Of the output; default that of the input. */
  readonly outputDelimiter?: Delimiter;
  /** Makes the output begin with a byte order mark; it does anyway when the text does. Default false. */
  readonly byteOrderMark?: boolean;
}

/**
 * Reads the header, and then the rows as they are asked for, as `openCsv` does.
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
  const csv = await openCsv(pieces, { delimiter, header });
  const { names } = csv;
  if (header) checkColumnsFree(names, TAG_COLUMNS);
  // Without any good row there is no column to be found, and none is needed.
  const textIndex = names.length > 0 ? columnIndex(names, textColumn, '--text-column') : 0;
  const line = csvLineWriter(outputDelimiter);
  const inputLine = csvLineWriter(delimiter);
  return {
    byteOrderMark: byteOrderMark || csv.byteOrderMark,
    head: header ? line([...names, ...TAG_COLUMNS]) : '',
    items: withTexts(csv.rows, textIndex),
    format: (row, classification) => line([...row.fields, ...tagColumns(row.text, classification)]),
    raw: ({ fields }) => inputLine(fields).slice(0, -1),
  };
}

async function* withTexts(rows: Csv['rows'], textIndex: number): AsyncGenerator<TableItem> {
  for await (const row of rows) {
    yield row.kind === 'bad'
      ? badRow(row.line, row.problem, row.raw)
      : { ...row, text: row.fields[textIndex] as string };
  }
}
