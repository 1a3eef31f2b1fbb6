/** Finds out what kind of thing a run writes to, and lends it. */
import { open } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { unwritable } from '../failures.js';
import { withLock } from './lock.js';
import { checkNotThere, type FileStart, openFileOutput, type Replacing } from './open-file-output.js';
import type { Output } from './output.js';
import { findPlaces } from './places.js';
import { openStreamOutput } from './stream-output.js';

export interface Destination {
  /** Whether it is a file, with which another run may go on. */
  readonly isFile: boolean;
  open(start: Omit<FileStart, keyof Replacing>): Promise<Output>;
}

/**
 * @param output path of a file, a pipe or a device; or a stream, which stays open
 * @param inputs paths that are being read
 * @throws CivicTopicsError OUTPUT_UNWRITABLE when it is a folder, cannot be opened, would overwrite an input, another run writes it, or
 *   there is a finished file that must not be replaced
 */
export async function withDestination<T>(
  output: string | Writable,
  inputs: readonly string[],
  replacing: Replacing,
  use: (destination: Destination) => Promise<T>,
): Promise<T> {
  if (typeof output !== 'string') return withStream(output, 'standard output', use);
  const places = await findPlaces(output, inputs);
  if (places) {
    return withLock(places, async () => {
      await checkNotThere(places, replacing);
      return use({ isFile: true, open: (start) => openFileOutput(places, { ...start, ...replacing }) });
    });
  }
  const file = await open(output, 'w').catch((error) => {
    throw unwritable(output, error);
  });
  const stream = file.createWriteStream().on('error', ignore);
  return withStream(stream, output, use).finally(() => stream.destroy());
}

async function withStream<T>(
  stream: Writable,
  name: string,
  use: (destination: Destination) => Promise<T>,
): Promise<T> {
  stream.on('error', ignore);
  const result = await use({ isFile: false, open: (start) => openStreamOutput(stream, name, start) });
  // Not after a failure, which the event may follow.
  stream.off('error', ignore);
  return result;
}

/** A failed write also rejects where it is awaited; without a listener the event would end the process. */
function ignore(): void {}
