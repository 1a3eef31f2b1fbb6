/** Recognises UTF-16 without a byte order mark by its NUL bytes. */
import type { Encoding } from './encodings.js';

/** In the text of our languages more than half of all characters are in the first 256; none ends in a NUL byte. */
const LEAST_NULS = 0.5;
const MOST_STRAY_NULS = 0.01;
/** In bytes; less shows nothing. */
const LEAST_LENGTH = 8;

/** By the start of the file alone, since others of its stretches may begin amid a character. */
export function detectUtf16(samples: readonly Uint8Array[]): Encoding | undefined {
  const start = samples[0] ?? new Uint8Array();
  if (start.length < LEAST_LENGTH) return undefined;
  const nuls = [0, 0] as [number, number];
  for (let at = 0; at < start.length; at++) if (start[at] === 0) nuls[at % 2 === 0 ? 0 : 1]++;
  const [even, odd] = nuls.map((count) => count / (start.length / 2)) as [number, number];
  if (odd >= LEAST_NULS && even <= MOST_STRAY_NULS) return 'utf-16le';
  if (even >= LEAST_NULS && odd <= MOST_STRAY_NULS) return 'utf-16be';
  return undefined;
}
