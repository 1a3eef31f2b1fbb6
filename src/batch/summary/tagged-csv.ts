/** Reads CSV that `tag` wrote; whatever is wrong with a row, the next one is read. */
import { columnIndex } from '../columns.js';
import { readHeader } from '../table/csv-columns.js';
import { CsvCutter, csvRecords } from '../table/csv-cutter.js';
import { csvRow } from '../table/csv-row.js';
import type { Delimiter } from '../table/delimiter.js';
import { type BadRow, badRow } from '../table/item.js';
import { TAG_COLUMNS } from '../tag-columns.js';
import { notTagged, type SummaryColumns, type TaggedText, taggedText } from './tagged-text.js';

/**
 * Yields the rows as they are asked for.
 *
 * @param pieces the text without a byte order mark
 * @throws CivicTopicsError COLUMN_NOT_FOUND when a column is missing; INPUT_INVALID when there is no header, or two columns have the name
 */
export async function* readTaggedCsv(
  pieces: AsyncIterable<string>,
  delimiter: Delimiter,
  columns: SummaryColumns,
): AsyncGenerator<TaggedText | BadRow> {
  const cutter = new CsvCutter(delimiter);
  const records = csvRecords(pieces, cutter);
  const header = await readHeader(records, delimiter);
  cutter.width = header.length;
  const read = cellReader(header, columns);
  const shape = { delimiter, width: header.length, model: 'header' } as const;
  for await (const record of records) {
    const row = csvRow(record, shape);
    if (row === undefined) continue;
    const found = 'problem' in row ? row : read(row.fields, record.line);
    yield 'problem' in found ? badRow(record.line, found.problem, record.raw) : found;
  }
}

function cellReader(header: readonly string[], columns: SummaryColumns) {
  const missing = TAG_COLUMNS.filter((name) => !header.includes(name));
  if (missing.length > 0) throw notTagged(missing, header);
  const indexOf = (name: string | undefined, option?: string) =>
    name === undefined ? undefined : columnIndex(header, name, option);
  const text = indexOf(columns.text, '--text-column');
  const [language, topics, scores, abstained, evidence] = TAG_COLUMNS.map((name) => indexOf(name));
  const date = indexOf(columns.date, '--date-column');
  const group = indexOf(columns.group, '--group-by');
  return (fields: readonly string[], line: number) => {
    const cell = (index: number | undefined) => (index === undefined ? '' : (fields[index] as string));
    return taggedText({
      line,
      text: cell(text),
      language: cell(language),
      topics: list(cell(topics)),
      scores: list(cell(scores)).map(toScore),
      abstained: cell(abstained),
      evidence: list(cell(evidence)),
      date: cell(date),
      group: cell(group),
    });
  };
}

function list(cell: string): string[] {
  return cell === '' ? [] : cell.split('|');
}

/** As `tag` writes it; spreadsheets of half the world write a comma. Anything else, a blank too, is no number. */
function toScore(cell: string): number {
  return /^\d(?:[.,]\d+)?$/.test(cell) ? Number(cell.replace(',', '.')) : Number.NaN;
}
