/** Opens what a command reads, and names it when it cannot be read. */
import { isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import { addAbortSignal, type Readable } from 'node:stream';
import { namingFailures, notAFile, unreadable } from '../batch/failures.js';
import { CivicTopicsError, throwIfAborted } from '../errors.js';
import type { Io } from './io.js';

/** Stands for standard input, or standard output, where a file is expected. */
export const STANDARD_STREAM = '-';

/**
 * Opens a file, or standard input for `-`, lends its bytes, and closes it in the end, so that whoever writes to it learns of it.
 *
 * @throws CivicTopicsError INPUT_UNREADABLE, also while it is read
 */
export async function withInput<T>(
  path: string,
  io: Io,
  use: (bytes: AsyncIterable<Uint8Array>) => Promise<T>,
): Promise<T> {
  throwIfAborted(io.signal);
  const stream = path === STANDARD_STREAM ? io.stdin : await openFile(path);
  // Aborted before anyone reads it: reading rejects all the same.
  stream.on('error', () => undefined);
  addAbortSignal(io.signal, stream);
  try {
    return await use(namingFailures(stream, path === STANDARD_STREAM ? 'standard input' : path));
  } finally {
    stream.destroy();
  }
}

async function openFile(path: string): Promise<Readable> {
  try {
    const file = await open(path);
    const isDirectory = (await file.stat()).isDirectory();
    if (!isDirectory) return file.createReadStream();
    await file.close();
  } catch (error) {
    throw unreadable(path, error);
  }
  throw notAFile(path);
}

/** Bytes; far longer than any article, and short enough to be held in memory several times. */
const LONGEST_TEXT = 64 * 1024 * 1024;

/**
 * Reads a whole text; a byte order mark at its beginning is left out.
 *
 * @throws CivicTopicsError INPUT_UNREADABLE, or INPUT_INVALID when it is not UTF-8 or too long
 */
export async function readText(path: string, io: Io): Promise<string> {
  const bytes = await withInput(path, io, (chunks) => readAll(chunks, path));
  if (!isUtf8(bytes)) throw notUtf8(path, bytes);
  return new TextDecoder().decode(bytes);
}

async function readAll(source: AsyncIterable<Uint8Array>, path: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > LONGEST_TEXT) throw tooLong(path);
  }
  return Buffer.concat(chunks);
}

function tooLong(path: string): CivicTopicsError {
  return new CivicTopicsError(
    'INPUT_INVALID',
    `Expected an article of at most ${LONGEST_TEXT} bytes, got more in ${path}. Split it; files of many rows are for civic-topics tag.`,
  );
}

function notUtf8(path: string, bytes: Buffer): CivicTopicsError {
  let line = 1;
  let start = 0;
  for (
    let end = bytes.indexOf('\n');
    end !== -1 && isUtf8(bytes.subarray(start, end));
    end = bytes.indexOf('\n', start)
  ) {
    line++;
    start = end + 1;
  }
  return new CivicTopicsError(
    'INPUT_INVALID',
    `Expected UTF-8 text in ${path}, got other bytes in line ${line}. Save it as UTF-8 and try again.`,
  );
}
