/** Reads a stream, which passes once: its first chunks are kept until they have been looked at. */
import { Buffer } from 'node:buffer';
import type { Source } from './source.js';

/**
 * Waits for the first bytes, and at least for one chunk.
 *
 * @param sampleBytes how many bytes are waited for
 */
export async function openStreamSource(
  stream: AsyncIterable<Uint8Array>,
  sampleBytes: number,
  close: () => Promise<void> = async () => undefined,
): Promise<Source> {
  const iterator = stream[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let length = 0;
  while (length < sampleBytes) {
    const { done, value } = await iterator.next();
    if (done) break;
    first.push(value);
    length += value.length;
  }
  let done = 0;
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for (const chunks of [first.splice(0), { [Symbol.asyncIterator]: () => iterator }]) {
      for await (const chunk of chunks) {
        done += chunk.length;
        yield chunk;
      }
    }
  }
  return {
    samples: [Buffer.concat(first)],
    bytes: bytes(),
    get progress() {
      return { done };
    },
    close,
  };
}
