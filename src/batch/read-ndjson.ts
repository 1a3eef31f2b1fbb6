/** Reads newline-delimited JSON: one object a line. */
import { decodeUtf8 } from './decode-utf8.js';
import { invalidRow, type Position } from './position.js';

/** An object of the file; `position` names its row in errors, and is right only until the next object is asked for. */
export interface NdjsonRow {
  readonly object: Readonly<Record<string, unknown>>;
  readonly position: Readonly<Position>;
}

/**
 * Yields the objects in their order; blank lines are passed over.
 *
 * @throws CivicTopicsError INPUT_INVALID when a line is not a JSON object or not UTF-8
 */
export async function* readNdjson(source: AsyncIterable<Uint8Array | string>): AsyncGenerator<NdjsonRow> {
  const position: Position = { row: 1, line: 1 };
  for await (const line of wholeLines(decodeUtf8(source, position))) {
    // A byte order mark counts as white space for trim, but not for JSON.
    const json = line.trim();
    if (json !== '') {
      yield { object: parseObject(json, position), position };
      position.row++;
    }
    position.line++;
  }
}

async function* wholeLines(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let pending = '';
  for await (const piece of pieces) {
    pending += piece;
    if (!piece.endsWith('\n')) continue;
    yield pending;
    pending = '';
  }
  yield pending;
}

function parseObject(json: string, position: Position): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw invalidRow(position, `is not JSON: ${(error as Error).message}. Write one object a line.`, error);
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw invalidRow(
    position,
    'is JSON, but not an object. Write one object a line, such as {"text": "…", "topics": []}.',
  );
}
