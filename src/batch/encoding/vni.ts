/** Decodes VNI, the encoding of the Windows fonts VNI-Times and their like: a vowel, then a byte for its marks. */
import { type Decoder, rewriting } from './decoder.js';
import { singleByteDecoder } from './single-byte.js';

// Bytes are named by what they are in windows-1252; the published table is in the article "VNI" of Wikipedia.

/** Combining marks by tone: acute, grave, hook above, tilde, dot below. */
const TONES = ['\u0301', '\u0300', '\u0309', '\u0303', '\u0323'] as const;
const CIRCUMFLEX = '\u0302';
const BREVE = '\u0306';

/** What a byte after a vowel adds to it. */
const MARKS: ReadonlyMap<string, string> = new Map([
  ...toned('ùøûõï', ''),
  ['â', CIRCUMFLEX],
  ...toned('áàåãä', CIRCUMFLEX),
  ['ê', BREVE],
  ...toned('éèúüë', BREVE),
]);

/** Letters of one byte; ơ and ư take tones as other vowels do. */
const LETTERS = { ô: 'ơ', ö: 'ư', ñ: 'đ', í: 'í', ì: 'ì', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' } as const;

function toned(bytes: string, mark: string): [string, string][] {
  return TONES.map((tone, index) => [bytes.charAt(index), mark + tone]);
}

/** Letters by their one or two bytes. */
const CHARACTERS: ReadonlyMap<string, string> = new Map([...smallAndCapital(Object.entries(LETTERS)), ...pairs()]);

function* pairs(): Generator<[string, string]> {
  for (const vowel of ['a', 'e', 'o', 'ô', 'u', 'ö', 'y']) {
    const letter = vowel === 'ô' || vowel === 'ö' ? LETTERS[vowel] : vowel;
    for (const [byte, marks] of MARKS) {
      const character = (letter + marks).normalize('NFC');
      if (/^[ạ-ỹàáâãèéêìíòóôõùúýăĩũ]$/u.test(character)) yield* smallAndCapital([[vowel + byte, character]]);
    }
  }
}

/** The vowel tells the case; behind a capital some keyboards write the mark for small letters. */
function* smallAndCapital(entries: Iterable<[string, string]>): Generator<[string, string]> {
  for (const [bytes, character] of entries) {
    yield [bytes, character];
    yield [bytes.toUpperCase(), character.toUpperCase()];
    if (bytes.length === 2) yield [bytes.charAt(0).toUpperCase() + bytes.charAt(1), character.toUpperCase()];
  }
}

const MARK_BYTES = [...MARKS.keys()].join('');
const SEQUENCE = new RegExp(`[aeouyôö][${MARK_BYTES}]|[${Object.keys(LETTERS).join('')}]`, 'giu');
const LAST_VOWEL = /[aeouyôö]$/iu;

/** Bytes that are no part of a Vietnamese letter are those of windows-1252, as the fonts show them. */
export function vniDecoder(): Decoder {
  return rewriting(
    singleByteDecoder('windows-1252'),
    decodeLetters,
    (text) => text.length - (LAST_VOWEL.test(text) ? 1 : 0),
  );
}

function decodeLetters(text: string): string {
  const letter = (bytes: string) => CHARACTERS.get(bytes);
  return text.replace(SEQUENCE, (bytes) => letter(bytes) ?? Array.from(bytes, (byte) => letter(byte) ?? byte).join(''));
}
