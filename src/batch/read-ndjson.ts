/** Reads newline-delimited JSON, one object a line, and fails at the first bad line: for files that should have none. */
import { decodeUtf8 } from './decode-utf8.js';
import { invalidRow, type Position } from './position.js';
import { type JsonObject, parseObject } from './table/json-object.js';
import { LineCutter, ndjsonLines } from './table/ndjson-lines.js';

/** An object of the file; `position` names its row in errors. */
export interface NdjsonRow {
  readonly object: JsonObject;
  readonly position: Readonly<Position>;
}

/**
 * Yields the objects in their order; blank lines are passed over.
 *
 * @throws CivicTopicsError INPUT_INVALID when a line is not a JSON object or not UTF-8
 */
export async function* readNdjson(source: AsyncIterable<Uint8Array | string>): AsyncGenerator<NdjsonRow> {
  const cutter = new LineCutter();
  const reading: Position = {
    row: 1,
    get line() {
      return cutter.line;
    },
  };
  for await (const { line, json, problem } of ndjsonLines(decodeUtf8(source, reading), cutter)) {
    const position = { row: reading.row, line };
    const parsed = problem === undefined ? parseObject(json) : { problem };
    if ('problem' in parsed) throw invalidRow(position, `${parsed.problem}. ${ADVICE}`);
    yield { object: parsed.object, position };
    reading.row++;
  }
}

const ADVICE = 'Write one object a line, such as {"text": "…", "topics": []}.';
