/** Tells whether a file is UTF-8, be it with a few bad bytes. */
import { countUndecodable } from './undecodable.js';
import { utf8Decoder } from './utf-8.js';

export interface Utf8Verdict {
  /** `ascii`: with at most a stray letter beyond it; `mixed`: parts of it are UTF-8 and others are not. */
  readonly kind: 'ascii' | 'utf-8' | 'mixed' | 'other';
  /** Bytes of the samples that are not UTF-8. */
  readonly undecodable: number;
}

/** In other encodings hardly any letter happens to be UTF-8, so that one bad byte for every four good letters is still UTF-8. */
const LETTERS_FOR_A_BAD_BYTE = 4;
/** Letters a byte. In Vietnamese every fourth letter is beyond ASCII, in French every thirtieth. */
const MOST_STRAY_LETTERS = 0.001;
/** Letters or bad bytes that say something of a sample; one with fewer follows the others. */
const LEAST_TO_JUDGE = 10;

/** Looks at all samples together and at each that says something for itself. */
export function detectUtf8(samples: readonly Uint8Array[]): Utf8Verdict {
  const counts = samples.map((sample, index) => countBeyondAscii(sample, index === 0));
  const letters = counts.reduce((sum, count) => sum + count.letters, 0);
  const undecodable = counts.reduce((sum, count) => sum + count.undecodable, 0);
  const length = samples.reduce((sum, sample) => sum + sample.length, 0);
  if (undecodable === 0 && letters <= length * MOST_STRAY_LETTERS) return { kind: 'ascii', undecodable };
  const strangers = counts.filter((count) => count.undecodable >= LEAST_TO_JUDGE && !isUtf8(count));
  if (strangers.length === 0 && isUtf8({ letters, undecodable })) return { kind: 'utf-8', undecodable };
  const isMixed = counts.some((count) => count.letters >= LEAST_TO_JUDGE && count.letters > count.undecodable);
  return { kind: isMixed ? 'mixed' : 'other', undecodable };
}

interface Count {
  readonly letters: number;
  readonly undecodable: number;
}

function isUtf8({ letters, undecodable }: Count): boolean {
  return undecodable * LETTERS_FOR_A_BAD_BYTE <= letters;
}

/** What a stretch has of a character at its ends does not count. */
function countBeyondAscii(sample: Uint8Array, isStart: boolean): Count {
  let start = 0;
  while (!isStart && start < 3 && ((sample[start] ?? 0) & 0xc0) === 0x80) start++;
  const text = utf8Decoder().write(sample.subarray(start));
  const undecodable = countUndecodable(text);
  const beyondAscii = text.match(/[^\0-\x7f\uFEFF]/gu)?.length ?? 0;
  return { letters: beyondAscii - undecodable, undecodable };
}
