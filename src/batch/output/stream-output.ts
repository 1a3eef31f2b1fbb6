/** Writes rows to standard output, a pipe or a device, each as soon as it is known; bad rows are only counted. */
import type { Writable } from 'node:stream';
import type { Classification } from '../../classify/classification.js';
import { unwritable } from '../failures.js';
import type { Output, OutputStart } from './output.js';
import { Tally } from './tally.js';

/**
 * @param name for messages
 * @throws what the stream fails with: EPIPE as it is, since a reader who leaves is no failure; otherwise CivicTopicsError
 *   OUTPUT_UNWRITABLE
 */
export async function openStreamOutput(stream: Writable, name: string, { head, topics }: OutputStart): Promise<Output> {
  const tally = Tally.of(topics);
  const write = (text: string) => writeTo(stream, name, text);
  if (head !== '') await write(head);
  return {
    tally,
    isWhole: false,
    row(record: string, classification: Classification) {
      tally.add(classification);
      return write(record);
    },
    reject: async () => tally.addReject(),
    finish: async () => undefined,
    spoil: async () => undefined,
    keep: async () => undefined,
  };
}

/**
 * Resolves when the stream has taken the text.
 *
 * @param name for messages
 * @throws as `openStreamOutput` does
 */
export function writeTo(stream: Writable, name: string, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => (error ? reject(naming(error, name)) : resolve()));
  });
}

function naming(error: Error, name: string): Error {
  return (error as NodeJS.ErrnoException).code === 'EPIPE' ? error : unwritable(name, error);
}
