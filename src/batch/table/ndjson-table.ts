/** Reads newline-delimited JSON for tagging: whatever is wrong with a line, the next one is read. */
import { CivicTopicsError } from '../../errors.js';
import { TAG_COLUMNS, tagMembers } from '../tag-columns.js';
import { takeByteOrderMark } from './byte-order-mark.js';
import { badRow, characterProblem, type TableItem } from './item.js';
import { type JsonObject, parseObject, valueAt, withMembers } from './json-object.js';
import { LONGEST_FIELD } from './limits.js';
import { type NdjsonLine, ndjsonLines } from './ndjson-lines.js';
import type { Table } from './table.js';

export interface NdjsonTableOptions {
  /** Member that holds the text, or a dotted path to it (see `valueAt`); default `text`. */
  readonly textColumn?: string;
  /** Makes the output begin with a byte order mark; it does anyway when the text does. Default false. */
  readonly byteOrderMark?: boolean;
}

/**
 * Reads one object a line as they are asked for; blank lines are passed over. Bad rows are lines that are no JSON object, have no
 * string where the text should be, hold undecodable bytes, or are over a limit. Nothing is changed in the objects that go out
 * again: members are added at their end.
 *
 * The items fail with a CivicTopicsError INPUT_INVALID at an object that has one of the added members already.
 */
export async function openNdjsonTable(
  pieces: AsyncIterable<string>,
  { textColumn = 'text', byteOrderMark = false }: NdjsonTableOptions = {},
): Promise<Table> {
  const marked = await takeByteOrderMark(pieces);
  return {
    byteOrderMark: byteOrderMark || marked.byteOrderMark,
    head: '',
    items: readItems(marked.pieces, textColumn),
    format: ({ text, fields: [json = '{}'] }, classification) =>
      `${withMembers(json, tagMembers(text, classification))}\n`,
  };
}

async function* readItems(pieces: AsyncIterable<string>, textColumn: string): AsyncGenerator<TableItem> {
  for await (const line of ndjsonLines(pieces)) yield toItem(line, textColumn);
}

function toItem({ line, json, problem }: NdjsonLine, textColumn: string): TableItem {
  const unfit = problem ?? characterProblem(json);
  if (unfit !== undefined) return badRow(line, unfit, json);
  const parsed = parseObject(json);
  if ('problem' in parsed) return badRow(line, parsed.problem, json);
  checkMembersFree(parsed.object, line);
  const text = valueAt(parsed.object, textColumn);
  if (typeof text !== 'string') return badRow(line, noText(text, textColumn), json);
  if (text.length > LONGEST_FIELD) return badRow(line, `has a text of more than ${LONGEST_FIELD} characters`, json);
  return { kind: 'row', line, text, fields: [json] };
}

function noText(value: unknown, textColumn: string): string {
  return `should have a string in ${JSON.stringify(textColumn)}, but has ${kindOf(value)} there`;
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function checkMembersFree(object: JsonObject, line: number): void {
  const taken = TAG_COLUMNS.filter((name) => Object.hasOwn(object, name));
  if (taken.length === 0) return;
  throw new CivicTopicsError(
    'INPUT_INVALID',
    `The object in line ${line} already has members that tagging adds: ${taken.map((name) => JSON.stringify(name)).join(', ')}. ` +
      'Rename or drop them first; nothing is overwritten.',
  );
}
