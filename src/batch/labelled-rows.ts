/** Reads texts with the topics that people gave them, from CSV or newline-delimited JSON. */
import { CivicTopicsError } from '../errors.js';
import { columnIndex } from './columns.js';
import { fileFormat } from './file-format.js';
import { invalidRow } from './position.js';
import { readCsv } from './read-csv.js';
import { type NdjsonRow, readNdjson } from './read-ndjson.js';
import type { Delimiter } from './table/delimiter.js';
import { valueAt } from './table/json-object.js';

/** A text and the topics that it carries. */
export interface LabelledRow {
  readonly text: string;
  /** Topic ids in the order of the file; empty when the text carries none. */
  readonly topics: readonly string[];
  /** Absent when no group column was asked for, or the row has nothing in it. */
  readonly group?: string;
  /** True when the row says so in the column asked for; see `Example.heldOut`. */
  readonly heldOut?: true;
}

/** Names of the columns, or of members and dotted paths to them (see `valueAt`), to be read. */
export interface LabelledColumns {
  readonly text: string;
  /** Without it rows carry none. */
  readonly topics?: string;
  readonly group?: string;
  readonly heldOut?: string;
}

type Source = AsyncIterable<Uint8Array | string>;

/**
 * Yields the rows of a file in the format that its name tells.
 *
 * @throws CivicTopicsError as readLabelledCsv and readLabelledNdjson do
 */
export function readLabelledRows(path: string, source: Source, columns: LabelledColumns): AsyncGenerator<LabelledRow> {
  const format = fileFormat(path);
  return format.kind === 'ndjson' ? readLabelledNdjson(source, columns) : readLabelledCsv(source, columns, format);
}

/**
 * Yields the rows of a CSV file; topics stand in one column, joined with `|`, which is blank when there is none; held-out rows say `true`.
 *
 * @throws CivicTopicsError INPUT_INVALID when the file is not well-formed, COLUMN_NOT_FOUND when a column is missing
 */
export async function* readLabelledCsv(
  source: Source,
  columns: LabelledColumns,
  options: { readonly delimiter?: Delimiter } = {},
): AsyncGenerator<LabelledRow> {
  const { header, rows } = await readCsv(source, options);
  const text = columnIndex(header, columns.text);
  const topics = columns.topics === undefined ? undefined : columnIndex(header, columns.topics);
  const group = columns.group === undefined ? undefined : columnIndex(header, columns.group);
  const heldOut = columns.heldOut === undefined ? undefined : columnIndex(header, columns.heldOut);
  let number = 0;
  for await (const row of rows) {
    number++;
    yield labelled(
      row[text] as string,
      topics === undefined ? [] : splitTopics(row[topics] as string),
      group === undefined ? '' : (row[group] as string),
      heldOut !== undefined && isTrue(row[heldOut] as string, number),
    );
  }
}

/**
 * Yields the rows of newline-delimited JSON: the text a string, the topics an array of ids, the group a string, number or
 * boolean, or null for none.
 *
 * @throws CivicTopicsError INPUT_INVALID when a line is not an object with these fields
 */
export async function* readLabelledNdjson(source: Source, columns: LabelledColumns): AsyncGenerator<LabelledRow> {
  for await (const row of readNdjson(source)) {
    const text = field(row, columns.text, 'a string', isString);
    const topics = columns.topics === undefined ? [] : field(row, columns.topics, 'an array of topic ids', isStrings);
    const group = columns.group === undefined ? null : field(row, columns.group, 'a string, a number or null', isGroup);
    const heldOut =
      columns.heldOut === undefined || valueAt(row.object, columns.heldOut) === undefined
        ? false
        : field(row, columns.heldOut, 'true or false', isBoolean);
    yield labelled(text, topics, String(group ?? ''), heldOut);
  }
}

function labelled(text: string, topics: readonly string[], group: string, heldOut: boolean): LabelledRow {
  return { text, topics, ...(group !== '' && { group }), ...(heldOut && { heldOut }) };
}

/** In either case, as spreadsheets write it. */
function isTrue(cell: string, row: number): boolean {
  const value = cell.trim().toLowerCase();
  if (value === 'true') return true;
  if (value === 'false' || value === '') return false;
  throw new CivicTopicsError(
    'INPUT_INVALID',
    `Expected true, false or nothing in the held-out column of row ${row}, got ${JSON.stringify(cell)}. Correct that row.`,
  );
}

function splitTopics(cell: string): string[] {
  return cell
    .split('|')
    .map((topic) => topic.trim())
    .filter((topic) => topic !== '');
}

function field<T>(
  { object, position }: NdjsonRow,
  name: string,
  expected: string,
  is: (value: unknown) => value is T,
): T {
  const value = valueAt(object, name);
  if (is(value)) return value;
  const got = value === undefined ? `fields ${Object.keys(object).join(', ')}` : JSON.stringify(value).slice(0, 40);
  throw invalidRow(position, `should have ${expected} in ${JSON.stringify(name)}, got ${got}.`);
}

const isString = (value: unknown): value is string => typeof value === 'string';
const isStrings = (value: unknown): value is string[] => Array.isArray(value) && value.every(isString);
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
const isGroup = (value: unknown): value is string | number | boolean | null =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);
