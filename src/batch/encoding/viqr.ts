/** Decodes VIQR (RFC 1456), Vietnamese in ASCII: a vowel, then signs that look like its marks, as in `Vie^.t Nam`. */
import { type Decoder, rewriting } from './decoder.js';
import { utf8Decoder } from './utf-8.js';

/** Combining marks by their sign; `*` is a common variant of `+`. */
const SHAPES = { '(': '\u0306', '^': '\u0302', '+': '\u031b', '*': '\u031b' } as const;
const TONES = { "'": '\u0301', '`': '\u0300', '?': '\u0309', '~': '\u0303', '.': '\u0323' } as const;

// In Vietnamese đ begins a syllable, so that "address" has none; among capitals it also stands in abbreviations such as HĐND.
const D_WITH_BAR = String.raw`(?<!\p{L})(?:dd|D[dD])|(?<=[B-DF-HJ-NP-TV-X])DD`;
const VOWEL = String.raw`(?:[aA][(^]|[eE]\^|[oO][\^+*]|[uU][+*])['${'`'}?~.]?|[aeiouyAEIOUY]['${'`'}?~.]`;
const ESCAPED = String.raw`\\[(^+*'${'`'}?~.\\]|(?<=[dD])\\(?=[dD])`;
const SEQUENCE = new RegExp(`${D_WITH_BAR}|${VOWEL}|${ESCAPED}`, 'gu');

const ADDRESS = /:\/\/|@|^www\./i;
/** Runs between blanks and what stands between fields; the limit, in UTF-16 code units, is far beyond any word and most addresses. */
const WORD_LIMIT = 1000;
const WORD = new RegExp(String.raw`[^\s,;|"]{1,${WORD_LIMIT}}`, 'g');
const BLANK_OR_DELIMITER = /[\s,;|"](?=[^\s,;|"]*$)/;

/**
 * A sign is a mark when it can combine with the letter before, and `\` prevents that. Addresses of the web and of mail stay as they are.
 * The commands of RFC 1456 that switch the language (`\V`, `\L`, `\M`) are text here: one in a path would change all rows after it.
 */
export function viqrDecoder(): Decoder {
  return rewriting(utf8Decoder(), decodeViqr, wholeWords);
}

/** The text of whole words. */
function decodeViqr(text: string): string {
  return text.replace(WORD, (word) => (ADDRESS.test(word) ? word : word.replace(SEQUENCE, decodeSequence)));
}

function decodeSequence(signs: string): string {
  if (signs.startsWith('\\')) return signs.slice(1);
  return LETTERS.get(signs) ?? (signs.startsWith('d') ? 'đ' : 'Đ');
}

/** Vowels by their letter and signs. */
const LETTERS: ReadonlyMap<string, string> = new Map(
  [...'aAeEiIoOuUyY'].flatMap((vowel) =>
    [['', ''], ...Object.entries(SHAPES)].flatMap(([shape, mark]) =>
      [['', ''], ...Object.entries(TONES)].map(
        ([tone, accent]) => [`${vowel}${shape}${tone}`, `${vowel}${mark}${accent}`.normalize('NFC')] as const,
      ),
    ),
  ),
);

/** A word is cut only where the limit cuts it anyway, so that it does not matter in which pieces the text comes. */
function wholeWords(text: string): number {
  const start = text.search(BLANK_OR_DELIMITER) + 1;
  return text.length - ((text.length - start) % WORD_LIMIT);
}
