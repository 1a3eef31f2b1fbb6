/** Reads newline-delimited JSON that `tag` wrote; whatever is wrong with a line, the next one is read. */
import { columnIndex } from '../columns.js';
import { type BadRow, badRow, characterProblem } from '../table/item.js';
import { type JsonObject, parseObject, valueAt } from '../table/json-object.js';
import { type NdjsonLine, ndjsonLines } from '../table/ndjson-lines.js';
import { ERROR_MEMBER } from '../tag-columns.js';
import { notTagged, type SummaryColumns, type TaggedText, taggedText } from './tagged-text.js';

/** `abstained` is there only when there is no topic. */
const MEMBERS = ['language', 'topics', 'scores', 'evidence'] as const;

/**
 * Yields the rows as they are asked for. Lines that were answered with an error when they were tagged are bad rows.
 *
 * @throws CivicTopicsError COLUMN_NOT_FOUND when the first object has not been tagged, or no object has the date or the group asked for
 */
export async function* readTaggedNdjson(
  pieces: AsyncIterable<string>,
  columns: SummaryColumns,
): AsyncGenerator<TaggedText | BadRow> {
  const sought = optionsByColumn(columns);
  let first: JsonObject | undefined;
  for await (const line of ndjsonLines(pieces)) {
    const parsed = parseLine(line);
    if ('problem' in parsed) {
      yield badRow(line.line, parsed.problem, line.json);
      continue;
    }
    first ??= checked(parsed.object);
    for (const name of sought.keys()) if (valueAt(parsed.object, name) !== undefined) sought.delete(name);
    const found = readObject(parsed.object, line.line, columns);
    yield 'problem' in found ? badRow(line.line, found.problem, line.json) : found;
  }
  // Members may be missing in some objects, a misspelt name is missing in all.
  for (const [name, option] of sought) if (first !== undefined) columnIndex(Object.keys(first), name, option);
}

/** The columns that some object must have, each with the option that names it. */
function optionsByColumn({ date, group }: SummaryColumns): Map<string, string> {
  const options = new Map<string, string>();
  if (date !== undefined) options.set(date, '--date-column');
  if (group !== undefined) options.set(group, '--group-by');
  return options;
}

function parseLine({ json, problem }: NdjsonLine): ReturnType<typeof parseObject> {
  const unfit = problem ?? characterProblem(json);
  if (unfit !== undefined) return { problem: unfit };
  const parsed = parseObject(json);
  if ('problem' in parsed || !Object.hasOwn(parsed.object, ERROR_MEMBER)) return parsed;
  const isAnswer = MEMBERS.every((name) => !Object.hasOwn(parsed.object, name));
  return isAnswer ? { problem: `could not be tagged: ${String(parsed.object[ERROR_MEMBER]).slice(0, 200)}` } : parsed;
}

function checked(object: JsonObject): JsonObject {
  const missing = MEMBERS.filter((name) => !Object.hasOwn(object, name));
  if (missing.length > 0) throw notTagged(missing, Object.keys(object));
  return object;
}

function readObject(object: JsonObject, line: number, columns: SummaryColumns): ReturnType<typeof taggedText> {
  const { text, topics, scores, evidence } = {
    text: valueAt(object, columns.text),
    topics: own(object, 'topics'),
    scores: own(object, 'scores'),
    evidence: own(object, 'evidence'),
  };
  if (typeof text !== 'string') return { problem: `has no string in ${JSON.stringify(columns.text)}` };
  if (!isList(topics, 'string') || !isList(scores, 'number') || !isList(evidence, 'string')) {
    return { problem: 'has no lists of topics, scores and evidence as tagging writes them' };
  }
  return taggedText({
    line,
    text,
    topics,
    scores,
    evidence,
    language: asText(own(object, 'language')),
    abstained: asText(own(object, 'abstained')),
    date: columns.date === undefined ? '' : asText(valueAt(object, columns.date)),
    group: columns.group === undefined ? '' : asText(valueAt(object, columns.group)),
  });
}

function own(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

function isList(value: unknown, type: 'string'): value is string[];
function isList(value: unknown, type: 'number'): value is number[];
function isList(value: unknown, type: string): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === type);
}

function asText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
