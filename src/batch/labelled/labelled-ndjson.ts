/** Reads texts with the topics that people gave them from newline-delimited JSON. */
import { didYouMean } from '../columns.js';
import { characterProblem } from '../table/item.js';
import { type JsonObject, parseObject, valueAt } from '../table/json-object.js';
import { ndjsonLines } from '../table/ndjson-lines.js';
import {
  checkByPeople,
  invalidRow,
  type LabelledColumns,
  type LabelledRow,
  labelledRow,
  type Place,
} from './labelled-row.js';

/**
 * Yields the rows: the text a string, the topics an array of ids, the group a string, number or boolean, or null for none. Blank lines
 * are passed over.
 *
 * @throws CivicTopicsError INPUT_INVALID at the first line that is not an object with these members
 */
export async function* readLabelledNdjson(
  pieces: AsyncIterable<string>,
  columns: LabelledColumns,
): AsyncGenerator<LabelledRow> {
  let row = 0;
  for await (const { line, json, problem } of ndjsonLines(pieces)) {
    const place = { row: ++row, line };
    const unfit = problem ?? characterProblem(json);
    const parsed = unfit === undefined ? parseObject(json) : { problem: unfit };
    if ('problem' in parsed) throw invalidRow(place, `${parsed.problem}. ${ADVICE}`);
    if (row === 1) checkByPeople(Object.keys(parsed.object), columns);
    yield readObject(parsed.object, columns, place);
  }
}

const ADVICE = 'Write one object a line, such as {"text": "…", "topics": []}.';

function readObject(object: JsonObject, columns: LabelledColumns, place: Place): LabelledRow {
  const { groupOption = '--group-by' } = columns;
  const read = <T>(name: string | undefined, option: string, none: T, expected: string, is: Check<T>): T =>
    name === undefined ? none : member(object, place, { name, option, expected, is });
  // Most rows say nothing of it.
  const heldOut =
    columns.heldOut !== undefined && valueAt(object, columns.heldOut) === undefined ? undefined : columns.heldOut;
  const group = read(columns.group, groupOption, null, 'a string, a number or null', isGroup);
  return labelledRow(
    read(columns.text, '--text-column', '', 'a string', isString),
    read(columns.topics, '--topics-column', [], 'an array of topic ids', isStrings),
    String(group ?? ''),
    read(heldOut, '--held-out-column', false, 'true or false', isBoolean),
  );
}

type Check<T> = (value: unknown) => value is T;

interface Member<T> {
  /** Or a dotted path. */
  readonly name: string;
  /** By which it can be named. */
  readonly option: string;
  readonly expected: string;
  readonly is: Check<T>;
}

function member<T>(object: JsonObject, place: Place, { name, option, expected, is }: Member<T>): T {
  const value = valueAt(object, name);
  if (is(value)) return value;
  const should = `should have ${expected} in ${JSON.stringify(name)}, got`;
  if (value !== undefined)
    throw invalidRow(
      place,
      `${should} ${JSON.stringify(value).slice(0, 40)}. Correct it, or name another with ${option}.`,
    );
  const names = Object.keys(object);
  throw invalidRow(
    place,
    `${should} fields ${names.join(', ')}.${didYouMean(names, name)} Name the field with ${option}.`,
  );
}

const isString = (value: unknown): value is string => typeof value === 'string';
const isStrings = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isString);
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
const isGroup = (value: unknown): value is string | number | boolean | null =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);
