/** Reads texts with the topics that people gave them from CSV. */
import { columnIndex } from '../columns.js';
import { CSV_ADVICE } from '../table/csv-columns.js';
import type { Delimiter } from '../table/delimiter.js';
import { openCsv } from '../table/open-csv.js';
import { checkByPeople, invalidRow, type LabelledColumns, type LabelledRow, labelledRow } from './labelled-row.js';

/**
 * Yields the rows; topics stand in one column, joined with `|`, which is blank when there is none; held-out rows say `true`.
 *
 * @throws CivicTopicsError INPUT_INVALID at the first bad row, COLUMN_NOT_FOUND when a column is missing
 */
export async function* readLabelledCsv(
  pieces: AsyncIterable<string>,
  delimiter: Delimiter,
  columns: LabelledColumns,
): AsyncGenerator<LabelledRow> {
  const { names, rows } = await openCsv(pieces, { delimiter });
  const read = rowReader(names, columns);
  let row = 0;
  for await (const item of rows) {
    const place = { row: ++row, line: item.line };
    if (item.kind === 'bad') throw invalidRow(place, `${item.problem}. ${CSV_ADVICE}`);
    const found = read(item.fields);
    if (typeof found === 'string') throw invalidRow(place, found);
    yield found;
  }
}

/** Gives a function from the fields of a row to the row, or to what is wrong with it. */
function rowReader(names: readonly string[], columns: LabelledColumns) {
  const indexOf = (name: string | undefined, option: string) =>
    name === undefined ? undefined : columnIndex(names, name, option);
  const text = columnIndex(names, columns.text, '--text-column');
  const topics = indexOf(columns.topics, '--topics-column');
  const group = indexOf(columns.group, columns.groupOption ?? '--group-by');
  const heldOut = indexOf(columns.heldOut, '--held-out-column');
  checkByPeople(names, columns);
  return (fields: readonly string[]): LabelledRow | string => {
    const cell = (index: number | undefined) => (index === undefined ? '' : (fields[index] as string));
    const isHeldOut = HELD_OUT.get(cell(heldOut).trim().toLowerCase());
    if (isHeldOut !== undefined) return labelledRow(cell(text), splitTopics(cell(topics)), cell(group), isHeldOut);
    const name = JSON.stringify(columns.heldOut);
    return `should have true, false or nothing in ${name}, got ${JSON.stringify(cell(heldOut))}. Correct that row.`;
  };
}

/** In either case, as spreadsheets write it. */
const HELD_OUT: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
  ['', false],
]);

function splitTopics(cell: string): string[] {
  return cell
    .split('|')
    .map((topic) => topic.trim())
    .filter((topic) => topic !== '');
}
