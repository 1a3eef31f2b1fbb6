/** Opens what a command writes: a file appears under its name only when it is whole. */
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { CivicTopicsError } from '../errors.js';
import { STANDARD_STREAM } from './input.js';
import { type Io, write } from './io.js';

/**
 * Opens `PATH.partial` and lends it; when the work is done it becomes PATH, and when it has failed it is deleted, and said so.
 * Standard output (for `-`), pipes and devices are written to directly.
 *
 * @param inputs paths that are being read, and must not be written
 * @param use ends the stream, unless it fails
 * @throws CivicTopicsError OUTPUT_UNWRITABLE when it is the input, a folder, or cannot be written
 */
export async function withOutput<T>(
  path: string,
  inputs: readonly string[],
  io: Io,
  use: (stream: Writable) => Promise<T>,
): Promise<T> {
  if (path === STANDARD_STREAM) return use(io.stdout);
  const existing = await statIfAny(path);
  if (existing?.isDirectory()) throw unwritable(path, 'it is a folder. Name a file');
  if (existing && !existing.isFile()) {
    const stream = await openFile(path, path);
    return use(stream).finally(() => stream.destroy());
  }
  // Through a symbolic link, so that the link stays one.
  const target = existing ? await realpath(path) : path;
  const partial = `${target}.partial`;
  for (const written of [target, partial]) {
    for (const input of inputs) if (await isInput(written, input)) throw overwriting(path, written);
  }
  const result = await writePartial(path, partial, io, use);
  await rename(partial, target).catch((error: Error) => {
    throw unwritable(path, `${error.message}. All that was to be written is in ${partial}`, error);
  });
  return result;
}

async function writePartial<T>(
  path: string,
  partial: string,
  io: Io,
  use: (stream: Writable) => Promise<T>,
): Promise<T> {
  const stream = await openFile(path, partial);
  try {
    return await use(stream);
  } catch (error) {
    // Closed before it is deleted: Windows keeps files that are open.
    await finished(stream.destroy()).catch(() => undefined);
    await rm(partial, { force: true });
    const notice = `civic-topics: ${path} was not written; the unfinished ${partial} was deleted.\n`;
    await write(io.stderr, notice).catch(() => undefined);
    throw error;
  }
}

async function openFile(path: string, opened: string): Promise<Writable> {
  try {
    return (await open(opened, 'w')).createWriteStream();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw unwritable(path, code === 'ENOENT' ? 'its folder does not exist. Create it first' : message, error);
  }
}

/** Device and inode tell a file whatever it is called; standard input has no path to compare. */
async function isInput(path: string, input: string): Promise<boolean> {
  if (input === STANDARD_STREAM) return false;
  const [one, other] = await Promise.all([statIfAny(path), statIfAny(input)]);
  return one !== undefined && other !== undefined && one.dev === other.dev && one.ino === other.ino;
}

function statIfAny(path: string) {
  return stat(path, { bigint: true }).catch(() => undefined);
}

function overwriting(path: string, input: string): CivicTopicsError {
  return unwritable(path, `that would overwrite the input, ${input}. Name another file`);
}

function unwritable(path: string, reason: string, cause?: unknown): CivicTopicsError {
  return new CivicTopicsError('OUTPUT_UNWRITABLE', `Cannot write ${path}: ${reason}.`, { cause });
}
