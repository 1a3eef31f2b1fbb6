/**
 * The file of embeddings: a first line that names the format, a line of JSON, the entries one after the other, and the SHA-256 of all that.
 * An entry is its key (32 bytes), three little-endian uint32 (spans, tokens, windows), and the vectors of text and spans as float32.
 */
import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, open, readFile, rename, rm } from 'node:fs/promises';
import { endianness } from 'node:os';
import type { Embedder, Embedding } from './embedder.js';

const FIRST_LINE = 'civic-topics embeddings 1\n';
const KEY_BYTES = 32;
const COUNTS_BYTES = 12;
const HASH_BYTES = 32;

/** Bytes that Node reads at once at most; 200,000 paragraphs of five clauses. */
const MOST_BYTES = 2 ** 31 - 1;

/** Bytes gathered before they are written. */
const WRITE_BYTES = 1024 * 1024;

/** Embeddings by their keys, 32 bytes as a latin1 string. */
type CacheEntries = Map<string, Embedding>;
type Encoder = Pick<Embedder, 'id' | 'dimensions'>;

/** What was found in the file. */
export interface CacheRead {
  readonly entries: CacheEntries;
  /** What was wrong with it, for people, without a full stop; undefined when nothing was. */
  readonly notice: string | undefined;
  /** False when the file is somebody else's, and must stay as it is. */
  readonly mayWrite: boolean;
}

/** Never fails: what cannot be used is said in `notice`. */
export async function readCacheFile(path: string, encoder: Encoder): Promise<CacheRead> {
  const nothing = (notice?: string, mayWrite = true): CacheRead => ({ entries: new Map(), notice, mayWrite });
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return nothing();
    return nothing(`the embeddings in ${path} cannot be read (${(error as Error).message}), so all texts are embedded`);
  }
  const first = bytes.subarray(0, FIRST_LINE.length).toString('latin1');
  if (!FIRST_LINE.startsWith(first))
    return nothing(`${path} holds something else than embeddings and is left alone, so nothing is kept there`, false);
  const body = bytes.subarray(0, -HASH_BYTES);
  const isWhole = first === FIRST_LINE && bytes.subarray(-HASH_BYTES).equals(sha256(body));
  if (!isWhole)
    return nothing(`the embeddings in ${path} are damaged, so all texts are embedded and it is written anew`);
  const start = body.indexOf('\n', FIRST_LINE.length) + 1;
  if (body.subarray(FIRST_LINE.length, start).toString('utf8') !== secondLine(encoder))
    return nothing(`the embeddings in ${path} are another encoder's, so all texts are embedded and it is written anew`);
  return { entries: parseEntries(body.subarray(start), encoder.dimensions), notice: undefined, mayWrite: true };
}

/** @returns why it could not be written, for people, without a full stop; the file is then as it was */
export async function writeCacheFile(
  path: string,
  encoder: Encoder,
  entries: readonly (readonly [key: string, embedding: Embedding])[],
): Promise<string | undefined> {
  const partial = `${path}.${randomUUID()}.partial`;
  try {
    const file = await open(partial, 'wx');
    try {
      await writeAll(file, encoder, entries);
    } finally {
      await file.close();
    }
    await rename(partial, path);
    return undefined;
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined);
    return `the embeddings could not be kept in ${path} (${(error as Error).message}), so that the next training embeds again`;
  }
}

async function writeAll(
  file: FileHandle,
  encoder: Encoder,
  entries: readonly (readonly [string, Embedding])[],
): Promise<void> {
  const hash = createHash('sha256');
  let gathered: Buffer[] = [];
  let size = 0;
  let total = 0;
  const flush = async () => {
    await file.writev(gathered);
    gathered = [];
    size = 0;
  };
  const add = async (bytes: Buffer) => {
    hash.update(bytes);
    gathered.push(bytes);
    size += bytes.length;
    total += bytes.length;
    if (total > MOST_BYTES - HASH_BYTES) throw new Error(`they take more than ${MOST_BYTES} bytes`);
    if (size >= WRITE_BYTES) await flush();
  };
  await add(Buffer.from(FIRST_LINE + secondLine(encoder)));
  for (const [key, embedding] of entries) await add(entryBytes(key, embedding));
  gathered.push(hash.digest());
  await flush();
}

/** Vectors are kept as the processor keeps them, so its order of bytes is part of the encoder's name. */
function secondLine({ id, dimensions }: Encoder): string {
  return `${JSON.stringify({ encoder: id, dimensions, endianness: endianness() })}\n`;
}

function entryBytes(key: string, { text, spans, tokens, windows }: Embedding): Buffer {
  const counts = Buffer.alloc(COUNTS_BYTES);
  [spans.length, tokens, windows].forEach((count, i) => {
    counts.writeUInt32LE(count, i * 4);
  });
  const vectors = [text, ...spans].map((vector) => Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength));
  return Buffer.concat([Buffer.from(key, 'latin1'), counts, ...vectors]);
}

function parseEntries(bytes: Buffer, dimensions: number): CacheEntries {
  const entries: CacheEntries = new Map();
  const vectorBytes = dimensions * 4;
  for (let at = 0; at < bytes.length; ) {
    const key = bytes.subarray(at, at + KEY_BYTES).toString('latin1');
    const count = (i: number) => bytes.readUInt32LE(at + KEY_BYTES + i * 4);
    const [spans, tokens, windows] = [count(0), count(1), count(2)];
    const from = at + KEY_BYTES + COUNTS_BYTES;
    const vector = (i: number) => copyVector(bytes, from + i * vectorBytes, dimensions);
    entries.set(key, {
      text: vector(0),
      spans: Array.from({ length: spans }, (_, i) => vector(i + 1)),
      tokens,
      windows,
    });
    at = from + (spans + 1) * vectorBytes;
  }
  return entries;
}

/** Float32Array wants its bytes at a multiple of four, which a file does not. */
function copyVector(bytes: Buffer, from: number, dimensions: number): Float32Array {
  const vector = new Float32Array(dimensions);
  new Uint8Array(vector.buffer).set(bytes.subarray(from, from + dimensions * 4));
  return vector;
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
