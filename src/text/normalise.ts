/** Brings text to the one form that detectors and tokenizers are given, and keeps the way back to the original's offsets. */
import { type MappedText, MappedTextBuilder } from './mapped-text.js';
import { withoutMarkup } from './markup.js';
import { toSentenceCase } from './sentence-case.js';
import type { Span } from './span.js';
import { VIETNAMESE_LETTER } from './vietnamese-letters.js';

/** Text in normal form, and the way back. */
export interface NormalisedText {
  /**
   * NFC, well-formed, with plain spaces, `\n` as the only line break and no invisible characters; simple HTML is taken out, and paragraphs
   * in capitals are in sentence case.
   */
  readonly text: string;
  /** Maps a span of `text` to the smallest span of the original that covers it; characters composed from several are covered whole. */
  toOriginal(span: Span): Span;
}

// Characters that normalisation keeps whatever follows them, marks excepted: nearly all that Vietnamese, French and English use.
const PLAIN = '[\\n\\t -~\\u00A1-\\u00AC\\u00AE-\\u02FF\\u1E00-\\u1EFF\\u2010-\\u2027\\u2030-\\u205E]';
// Characters that can merge into the one before: marks, the vowels and finals of Hangul, the vowel signs of Kirat Rai.
const MERGING = '[\\p{M}\\u1160-\\u11FF\\u{16D63}-\\u{16D6A}]';
// Soft hyphen, zero-width space, marks of direction, invisible operators, byte order mark.
const INVISIBLE = '[\\u00AD\\u061C\\u180E\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u206F\\uFEFF]';
// Joiners make emoji and shape letters of other scripts; before anything else they are litter.
const NEEDLESS_JOINER = /[\u200C\u200D](?!\p{Extended_Pictographic}|(?!\p{scx=Latin}|\p{sc=Inherited})[\p{L}\p{M}])/gu;

const ONLY_PLAIN = new RegExp(`^${PLAIN}*$`, 'u');
const SHORTENING = new RegExp(`${INVISIBLE}|\\r\\n`, 'u');
const INVISIBLES = new RegExp(`${INVISIBLE}|\\r(?=\\n)`, 'gu');
/** A run without change, a run that disappears, or a character with all that may merge into it. */
const SEGMENT = new RegExp(
  `\\r\\n|${PLAIN}+(?!${INVISIBLE}*${MERGING})|${INVISIBLE}+|[^](?:${INVISIBLE}*${MERGING})*`,
  'gu',
);

/** Normalises a text of any length; text that is normal already, by far the most, costs one look. */
export function normalise(original: string): NormalisedText {
  const bare = withoutMarkup(original);
  const { text, toOriginal } = normaliseCharacters(bare?.text ?? original);
  return {
    text: toSentenceCase(text),
    toOriginal: bare ? (span) => bare.toOriginal(toOriginal(span)) : toOriginal,
  };
}

function normaliseCharacters(original: string): MappedText {
  if (ONLY_PLAIN.test(original)) return unmoved(original);
  const replaced = replaceOneByOne(original);
  if (!SHORTENING.test(replaced) && replaced.normalize('NFC') === replaced) return unmoved(replaced);
  return moved(replaced);
}

/** Replaces what has a substitute of the same length in UTF-16 code units; a needless joiner waits as a zero-width space. */
function replaceOneByOne(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/\r(?!\n)|[\u2028\u2029]/g, '\n')
    .replace(/\p{Zs}|(?![\n\r\t])\p{Cc}/gu, ' ')
    .replace(NEEDLESS_JOINER, '\u200B');
}

function unmoved(text: string): MappedText {
  const splitsPair = (offset: number) => (text.codePointAt(offset - 1) ?? 0) > 0xffff;
  return {
    text: splitJoinedSyllables(text),
    toOriginal: ({ start, end }) => ({
      start: splitsPair(start) ? start - 1 : start,
      end: splitsPair(end) ? end + 1 : end,
    }),
  };
}

function moved(original: string): MappedText {
  const built = new MappedTextBuilder(original.length);
  for (const { 0: segment, index } of original.matchAll(SEGMENT)) {
    const normal = segment.replace(INVISIBLES, '').normalize('NFC');
    if (normal === segment) built.keep(segment, index);
    else built.append(normal, index, index + segment.length);
  }
  return { text: splitJoinedSyllables(built.text), toOriginal: (span) => built.toOriginal(span) };
}

/**
 * Undoes what word segmenters do to Vietnamese ("chuyển_đổi số"): an underscore between letters becomes a space when the text
 * has such a word with an accent; not in a word with signs of code or of an address.
 */
function splitJoinedSyllables(text: string): string {
  if (!text.includes('_') || !VIETNAMESE_LETTER.test(text)) return text;
  const isJoined = (word: string) => /\p{L}_\p{L}/u.test(word) && !/[@=$\\/<>{}]|__|\p{L}\.\p{L}/u.test(word);
  const isSegmented = text.match(/\S+/g)?.some((word) => isJoined(word) && /\P{ASCII}/u.test(word));
  if (!isSegmented) return text;
  return text.replace(/\S+/g, (word) => (isJoined(word) ? word.replace(/(?<=\p{L})_(?=\p{L})/gu, ' ') : word));
}
