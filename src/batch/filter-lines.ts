/** Reads newline-delimited JSON for a filter: every line is an item, so that there is an answer to each, blank ones included. */
import { decodeText } from './encoding/decode.js';
import type { Encoding } from './encoding/encodings.js';
import { utf8Decoder } from './encoding/utf-8.js';
import { badRow, characterProblem, type TableItem } from './table/item.js';
import { parseObject, valueAt } from './table/json-object.js';
import { LONGEST_FIELD } from './table/limits.js';
import { LineCutter, type NdjsonLine } from './table/ndjson-lines.js';
import { TAG_COLUMNS } from './tag-columns.js';

/** Member of the answer to a bad line. A good line must not have it, so that it tells the two apart. */
export const ERROR_MEMBER = 'error';

const TAKEN_MEMBERS: readonly string[] = [...TAG_COLUMNS, ERROR_MEMBER];

/**
 * Yields one item for each line as soon as its line end is read; the last line may have none. A line that cannot be tagged, for
 * whatever reason, is a bad row, and what is wrong with it is told without its place, so that it is the same in every partition.
 *
 * @param textColumn member that holds the text, or a dotted path to it (see `valueAt`)
 */
export async function* filterLines(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  textColumn: string,
): AsyncGenerator<TableItem> {
  const cutter = new LineCutter();
  let isOpen = false;
  for await (const piece of encoding === 'utf-8' ? decodeAtOnce(bytes) : decodeText(bytes, encoding)) {
    for (const line of cutter.cut(piece)) yield toItem(line, textColumn);
    isOpen = !piece.endsWith('\n');
  }
  if (isOpen) yield toItem(cutter.take(), textColumn);
}

/** Unlike `decodeText`, waits for no byte order mark, since the first line may be blank; a mark is white space to the line cutter. */
async function* decodeAtOnce(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = utf8Decoder();
  for await (const chunk of bytes) {
    const text = decoder.write(chunk);
    if (text !== '') yield text;
  }
  const text = decoder.end();
  if (text !== '') yield text;
}

function toItem({ line, json, problem }: NdjsonLine, textColumn: string): TableItem {
  const read = problem === undefined ? readText(json, textColumn) : { problem };
  return 'problem' in read ? badRow(line, read.problem, json) : { kind: 'row', line, text: read.text, fields: [json] };
}

function readText(json: string, textColumn: string): { readonly text: string } | { readonly problem: string } {
  if (json === '') return { problem: 'is blank' };
  const unfit = characterProblem(json);
  if (unfit !== undefined) return { problem: unfit };
  const parsed = parseObject(json);
  if ('problem' in parsed) return parsed;
  const taken = TAKEN_MEMBERS.filter((name) => Object.hasOwn(parsed.object, name));
  if (taken.length > 0) return { problem: `already has members that tagging adds: ${taken.join(', ')}` };
  const text = valueAt(parsed.object, textColumn);
  if (typeof text !== 'string') return { problem: `has no string in ${JSON.stringify(textColumn)}` };
  return text.length > LONGEST_FIELD ? { problem: `has a text of more than ${LONGEST_FIELD} characters` } : { text };
}
