/** Reads newline-delimited JSON for tagging: whatever is wrong with a line, the next one is read. */
import { nearName } from '../columns.js';
import { TAG_COLUMNS, tagMembers } from '../tag-columns.js';
import { badRow, characterProblem, type TableItem } from './item.js';
import { type JsonObject, parseObject, valueAt, withMembers } from './json-object.js';
import { LONGEST_FIELD } from './limits.js';
import { type NdjsonLine, ndjsonLines } from './ndjson-lines.js';
import type { Table } from './table.js';

export interface NdjsonTableOptions {
  /** Member that holds the text, or a dotted path to it (see `valueAt`); default `text`. */
  readonly textColumn?: string;
  /** Makes the output begin with a byte order mark; default false. */
  readonly byteOrderMark?: boolean;
  /** Whether a blank line is a bad row rather than nothing; default false. */
  readonly blankLines?: boolean;
  /** Members that a row must not have besides those that tagging adds; default none. */
  readonly reserved?: readonly string[];
}

/**
 * Reads one object a line as they are asked for, each as soon as its line end is read. Bad rows are lines that are no JSON object,
 * have one of the added members already or no string where the text should be, hold undecodable bytes, or are over a limit; what is
 * wrong is told without its place, so that it depends on nothing but the line. Nothing is changed in the objects that go out again:
 * members are added at their end.
 */
export function ndjsonTable(
  pieces: AsyncIterable<string>,
  { textColumn = 'text', byteOrderMark = false, blankLines = false, reserved = [] }: NdjsonTableOptions = {},
): Table {
  return {
    byteOrderMark,
    head: '',
    items: readItems(ndjsonLines(pieces, { blankLines }), textColumn, [...TAG_COLUMNS, ...reserved]),
    format: ({ text, fields: [json = '{}'] }, classification) =>
      `${withMembers(json, tagMembers(text, classification))}\n`,
    raw: ({ fields: [json = ''] }) => json,
  };
}

async function* readItems(
  lines: AsyncIterable<NdjsonLine>,
  textColumn: string,
  added: readonly string[],
): AsyncGenerator<TableItem> {
  for await (const { line, json, problem } of lines) {
    const read = problem === undefined ? readText(json, textColumn, added) : { problem };
    yield 'problem' in read ? badRow(line, read.problem, json) : { kind: 'row', line, text: read.text, fields: [json] };
  }
}

/** The text of a row, or what is wrong with it, going on from "The row". */
function readText(
  json: string,
  textColumn: string,
  added: readonly string[],
): { readonly text: string } | { readonly problem: string } {
  if (json === '') return { problem: 'is blank' };
  const unfit = characterProblem(json);
  if (unfit !== undefined) return { problem: unfit };
  const parsed = parseObject(json);
  if ('problem' in parsed) return parsed;
  const taken = added.filter((name) => Object.hasOwn(parsed.object, name));
  if (taken.length > 0) return { problem: takenMembers(taken) };
  const text = valueAt(parsed.object, textColumn);
  if (typeof text !== 'string') return { problem: noText(text, textColumn, parsed.object) };
  return text.length > LONGEST_FIELD ? { problem: `has a text of more than ${LONGEST_FIELD} characters` } : { text };
}

function takenMembers(taken: readonly string[]): string {
  const names = taken.map((name) => JSON.stringify(name)).join(', ');
  return `already has members that tagging adds: ${names}; rename or drop them first, nothing is overwritten`;
}

function noText(value: unknown, textColumn: string, object: JsonObject): string {
  const near = value === undefined ? nearName(Object.keys(object), textColumn) : undefined;
  const question = near === undefined ? '' : `; did you mean ${JSON.stringify(near)}?`;
  return `should have a string in ${JSON.stringify(textColumn)}, but has ${kindOf(value)} there${question}`;
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
