/** Opens what a run reads. */
import { open } from 'node:fs/promises';
import type { AbortOptions } from '../../classify/classification.js';
import { namingFailures, notAFile, unreadable } from '../failures.js';
import { openFileSource } from './file-source.js';
import type { Source } from './source.js';
import { openStreamSource } from './stream-source.js';

/**
 * @param input path of a file, a pipe or a device; or the bytes themselves
 * @param sampleBytes how much of a stream is waited for before its first row is read
 * @throws CivicTopicsError INPUT_UNREADABLE when it cannot be opened, is a folder, or fails while its samples are read
 */
export async function openSource(
  input: string | AsyncIterable<Uint8Array>,
  sampleBytes: number,
  { signal }: AbortOptions = {},
): Promise<Source> {
  if (typeof input !== 'string') return openStreamSource(input, sampleBytes);
  const file = await open(input).catch((error) => {
    throw unreadable(input, error);
  });
  try {
    const info = await file.stat();
    if (info.isDirectory()) throw notAFile(input);
    if (info.isFile()) return await openFileSource(input, file, info.size, signal);
    const stream = file.createReadStream(signal ? { signal } : {});
    return await openStreamSource(namingFailures(stream, input), sampleBytes, async () => {
      stream.destroy();
    });
  } catch (error) {
    await file.close().catch(() => undefined);
    throw error;
  }
}
