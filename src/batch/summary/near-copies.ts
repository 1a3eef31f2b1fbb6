/** Tells whether two texts are the same but for a few words, as agency reports are that many papers print. */

/** Words behind are not looked at, so that a law in one row costs no more than a paragraph. */
const MOST_WORDS = 200;
const SHINGLE_WORDS = 3;

/** Texts are near copies when so much of the shorter one is in the longer. */
const COPIED = 0.6;

/** What of a text is compared: its runs of three words, in small letters, without punctuation. */
export type Shingles = ReadonlySet<string>;

/** @see Broder, A. Z. (1997). On the resemblance and containment of documents. Proc. Compression and Complexity of Sequences, 21–29. */
export function shinglesOf(text: string): Shingles {
  const words =
    text
      .slice(0, LONGEST_READ)
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const read = words.slice(0, MOST_WORDS);
  const count = Math.max(1, read.length - SHINGLE_WORDS + 1);
  return new Set(Array.from({ length: count }, (_, i) => read.slice(i, i + SHINGLE_WORDS).join(' ')));
}

const LONGEST_READ = 4000;

export function areNearCopies(a: Shingles, b: Shingles): boolean {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const shingle of small) if (large.has(shingle)) shared++;
  return shared >= COPIED * small.size;
}
