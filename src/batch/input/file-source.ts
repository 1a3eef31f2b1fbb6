/** Reads a regular file: samples from across it, its fingerprint, and all of it once. */
import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { throwIfAborted } from '../../errors.js';
import { unreadable } from '../failures.js';
import { FIRST_SAMPLE_BYTES } from './sample-size.js';
import type { Fingerprint, Source } from './source.js';

/** So many stretches of this many bytes tell whether the rest of a file is like its start, in 10 ms. Even, as UTF-16 needs it. */
const STRETCHES = 16;
const STRETCH_BYTES = 64 * 1024;

const CHUNK_BYTES = 64 * 1024;
/** Fewer, larger reads when nothing is done but hashing. */
const HASHED_CHUNK_BYTES = 1024 * 1024;

/** Takes the file over: closing the source closes it. What is appended after this moment is not read. */
export async function openFileSource(
  path: string,
  file: FileHandle,
  size: number,
  signal: AbortSignal | undefined,
): Promise<Source> {
  const chunks = (from: number, to: number, chunkBytes: number) => readChunks(path, file, from, to, chunkBytes, signal);
  const samples: Uint8Array[] = [];
  for (const [from, to] of stretches(size)) {
    for await (const sample of chunks(from, to, to - from)) samples.push(sample);
  }
  const read = createHash('sha256');
  let done = 0;
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks(0, size, CHUNK_BYTES)) {
      read.update(chunk);
      done += chunk.length;
      yield chunk;
    }
  }
  return {
    samples,
    bytes: bytes(),
    get progress() {
      return { done, total: size };
    },
    file: {
      fingerprint: () => fingerprintOf(chunks(0, size, HASHED_CHUNK_BYTES)),
      fingerprintSoFar: () => ({ bytes: done, sha256: read.copy().digest('hex') }),
    },
    close: () => file.close(),
  };
}

/** Where the samples begin and end. */
function stretches(size: number): [from: number, to: number][] {
  const start = Math.min(size, FIRST_SAMPLE_BYTES);
  const room = size - start - STRETCH_BYTES;
  if (room <= 0) return size > start ? [[0, size]] : [[0, start]];
  const across = Array.from({ length: STRETCHES }, (_, i): [number, number] => {
    const from = start + 2 * Math.floor((room * i) / (STRETCHES - 1) / 2);
    return [from, from + STRETCH_BYTES];
  });
  return [[0, start], ...across];
}

async function fingerprintOf(chunks: AsyncIterable<Uint8Array>): Promise<Fingerprint> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of chunks) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** Ends before `to` when the file does. */
async function* readChunks(
  path: string,
  file: FileHandle,
  from: number,
  to: number,
  chunkBytes: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  for (let at = from; at < to; ) {
    throwIfAborted(signal);
    // A new buffer each time: whoever decodes the chunk may keep a part of it.
    const buffer = Buffer.allocUnsafeSlow(Math.min(chunkBytes, to - at));
    const { bytesRead } = await file.read(buffer, 0, buffer.length, at).catch((error) => {
      throw unreadable(path, error);
    });
    if (bytesRead === 0) return;
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}
