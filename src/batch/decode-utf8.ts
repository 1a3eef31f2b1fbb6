/** Turns the bytes of a file into text, piece by piece, and refuses what is not UTF-8. */
import { invalidRow, type Position } from './position.js';

/**
 * Yields pieces that end at a line end or where a chunk ended; a byte order mark stays in the first piece.
 *
 * Each line is decoded for itself, so that all before a bad line has been yielded when the error comes and the position is right.
 *
 * @throws CivicTopicsError INPUT_INVALID when bytes are not UTF-8, or hold a NUL character as UTF-16 and binary files do
 */
export async function* decodeUtf8(
  source: AsyncIterable<Uint8Array | string>,
  position: Readonly<Position>,
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  for await (const chunk of source) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    for (const line of lines(bytes)) yield checked(() => decoder.decode(line, { stream: true }), position);
  }
  yield checked(() => decoder.decode(), position);
}

const LINE_FEED = 0x0a;

/** Cuts after each line feed; inside a character of several bytes UTF-8 never has that byte. */
function* lines(bytes: Uint8Array): Generator<Uint8Array> {
  let start = 0;
  while (start < bytes.length) {
    const feed = bytes.indexOf(LINE_FEED, start);
    const end = feed === -1 ? bytes.length : feed + 1;
    yield bytes.subarray(start, end);
    start = end;
  }
}

function checked(decode: () => string, position: Readonly<Position>): string {
  let text: string;
  try {
    text = decode();
  } catch (error) {
    throw invalidRow(position, 'holds bytes that are not valid UTF-8. Save the file as UTF-8 and try again.', error);
  }
  if (!text.includes('\0')) return text;
  throw invalidRow(
    position,
    'holds a NUL character, which text has not: is it UTF-16, or not text at all? Save it as UTF-8 text.',
  );
}
