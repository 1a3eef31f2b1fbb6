/** Opens what a command writes: a file appears under its name only when it is whole. */
import { open, rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { cannotWrite, unwritable } from '../batch/failures.js';
import { checkNoInput, findTarget } from '../batch/output/places.js';
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
  const target = await findTarget(path);
  if (target === undefined) {
    const stream = await openFile(path, path);
    return use(stream).finally(() => stream.destroy());
  }
  const partial = `${target}.partial`;
  await checkNoInput(path, [target, partial], inputs);
  const result = await writePartial(path, partial, io, use);
  await rename(partial, target).catch((error: Error) => {
    throw cannotWrite(path, `${error.message}. All that was to be written is in ${partial}`, error);
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
    throw unwritable(path, error);
  }
}
