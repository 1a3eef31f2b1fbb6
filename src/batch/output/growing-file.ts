/** A file that only grows, knows the hash of what is in it, and can be gone on with from where it was known to be right. */
import { Buffer } from 'node:buffer';
import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { unwritable } from '../failures.js';

/** What a file holds up to some point. */
export interface FileState {
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
}

export const EMPTY: FileState = { bytes: 0, sha256: createHash('sha256').digest('hex') };

/** Characters that wait in memory: some hundred rows. */
const MOST_WAITING = 64 * 1024;
const READ_BYTES = 1024 * 1024;

export class GrowingFile {
  readonly path: string;
  readonly #file: FileHandle;
  readonly #hash: Hash;
  #bytes: number;
  #waiting = '';

  private constructor(path: string, file: FileHandle, hash: Hash, bytes: number) {
    this.path = path;
    this.#file = file;
    this.#hash = hash;
    this.#bytes = bytes;
  }

  /** Begins an empty file, whatever is there. */
  static async create(path: string): Promise<GrowingFile> {
    return new GrowingFile(path, await openFile(path, 'w'), createHash('sha256'), 0);
  }

  /** Goes on behind what the state tells of and drops what is behind that; undefined when there is no file that begins so. */
  static async goOn(path: string, state: FileState): Promise<GrowingFile | undefined> {
    if (!(await isThere(path))) return undefined;
    const file = await openFile(path, 'r+');
    try {
      const hash = await hashOf(file, state.bytes);
      if (hash?.copy().digest('hex') === state.sha256) {
        await file.truncate(state.bytes);
        return new GrowingFile(path, file, hash, state.bytes);
      }
    } catch (error) {
      await file.close();
      throw unwritable(path, error);
    }
    await file.close();
    return undefined;
  }

  async write(text: string): Promise<void> {
    this.#waiting += text;
    if (this.#waiting.length >= MOST_WAITING) await this.#flush();
  }

  /** Resolves when all that was written would survive a power cut. */
  async sync(): Promise<FileState> {
    await this.#flush();
    await this.#naming(this.#file.datasync());
    return { bytes: this.#bytes, sha256: this.#hash.copy().digest('hex') };
  }

  /** Gives up what waits, and cuts off what a failed write left of it. */
  async close(): Promise<void> {
    await this.#file.truncate(this.#bytes).catch(() => undefined);
    await this.#file.close();
  }

  /** What it fails to write waits on, and can be tried again. */
  async #flush(): Promise<void> {
    const bytes = Buffer.from(this.#waiting);
    for (let at = 0; at < bytes.length; ) {
      const written = await this.#naming(this.#file.write(bytes, at, bytes.length - at, this.#bytes + at));
      at += written.bytesWritten;
    }
    this.#hash.update(bytes);
    this.#bytes += bytes.length;
    this.#waiting = '';
  }

  #naming<T>(step: Promise<T>): Promise<T> {
    return step.catch((error) => {
      throw unwritable(this.path, error);
    });
  }
}

/** Whether a file holds exactly what the state tells of. */
export async function holdsExactly(path: string, { bytes, sha256 }: FileState): Promise<boolean> {
  const file = await open(path).catch(() => undefined);
  if (!file) return false;
  try {
    return (await file.stat()).size === bytes && (await hashOf(file, bytes))?.digest('hex') === sha256;
  } finally {
    await file.close();
  }
}

/** Whether there is anything of that name. */
export function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function openFile(path: string, flags: string): Promise<FileHandle> {
  return open(path, flags).catch((error) => {
    throw unwritable(path, error);
  });
}

/** Of the first bytes; undefined when there are not so many. */
async function hashOf(file: FileHandle, length: number): Promise<Hash | undefined> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(Math.min(READ_BYTES, length));
  for (let at = 0; at < length; ) {
    const { bytesRead } = await file.read(buffer, 0, Math.min(buffer.length, length - at), at);
    if (bytesRead === 0) return undefined;
    hash.update(buffer.subarray(0, bytesRead));
    at += bytesRead;
  }
  return hash;
}
