/** Writes text in every encoding of src/batch/encoding by tables of its own, so that the decoders can be held against them. */
import { Buffer } from 'node:buffer';
import { encode as encodeByTable } from 'iconv-lite';
import type { Encoding } from '../../../src/batch/encoding/encodings.js';

/** No tone, grave, hook above, tilde, acute, dot below. */
const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'] as const;

/** The table of the article "VNI" in Wikipedia, by vowel and in the order of the tones; bytes as windows-1252 shows them. */
const VNI_VOWELS: Readonly<Record<string, string>> = {
  a: 'a aø aû aõ aù aï',
  ă: 'aê aè aú aü aé aë',
  â: 'aâ aà aå aã aá aä',
  e: 'e eø eû eõ eù eï',
  ê: 'eâ eà eå eã eá eä',
  i: 'i ì æ ó í ò',
  o: 'o oø oû oõ où oï',
  ô: 'oâ oà oå oã oá oä',
  ơ: 'ô ôø ôû ôõ ôù ôï',
  u: 'u uø uû uõ uù uï',
  ư: 'ö öø öû öõ öù öï',
  y: 'y yø yû yõ yù î',
};
const VIQR_SHAPES: Readonly<Record<string, string>> = { '\u0302': '^', '\u0306': '(', '\u031b': '+' };
const VIQR_TONES = ['', '`', '?', '~', "'", '.'] as const;

/** The 67 small letters of Vietnamese that are not ASCII, each followed by its capital. */
export const VIETNAMESE_LETTERS: readonly string[] = Object.keys(VNI_VOWELS)
  .flatMap((vowel) => TONES.map((tone) => (vowel + tone).normalize('NFC')))
  .concat('đ')
  .filter((letter) => letter > '~')
  .flatMap((letter) => [letter, letter.toUpperCase()]);

/** The text in an encoding; a character that the encoding lacks becomes `?`, in TCVN3 a capital with a tone its small letter. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text);
    case 'utf-16le':
      return Buffer.from(text, 'utf16le');
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16();
    case 'viqr':
      return Buffer.from(toViqr(text));
    case 'vni':
      return encodeByTable(replaceVietnamese(text, toVni), 'windows1252');
    case 'windows-1258':
      return encodeByTable(replaceVietnamese(text, splitTone), 'windows1258');
    case 'tcvn3':
      return Buffer.concat(Array.from(withTcvn3Letters(text), toTcvn3));
    default:
      return encodeByTable(text, encoding);
  }
}

/** The text with the letters that TCVN3 has. */
export function withTcvn3Letters(text: string): string {
  return replaceVietnamese(text, (letter) => (/[ĂÂÊÔƠƯĐ]/.test(letter) ? letter : letter.toLowerCase()));
}

function replaceVietnamese(text: string, replacement: (letter: string) => string): string {
  return text.replace(/[À-ỹ]/gu, (letter) => (VIETNAMESE_LETTERS.includes(letter) ? replacement(letter) : letter));
}

/** A vowel as its own letter, such as ê, and the index of its tone. */
function vowelAndTone(letter: string): [string, number] {
  const mark = letter.normalize('NFD').match(/[\u0300\u0301\u0303\u0309\u0323]/)?.[0] ?? '';
  return [letter.normalize('NFD').replace(mark, '').normalize('NFC'), TONES.indexOf(mark as '')];
}

function toVni(letter: string): string {
  const small = letter.toLowerCase();
  const [vowel, tone] = vowelAndTone(small);
  const bytes = small === 'đ' ? 'ñ' : (VNI_VOWELS[vowel]?.split(' ')[tone] as string);
  return small === letter ? bytes : bytes.toUpperCase();
}

/** As Windows does it: a byte for the vowel, one for the tone. */
function splitTone(letter: string): string {
  const [vowel, tone] = vowelAndTone(letter);
  return vowel + TONES[tone];
}

/** TCVN 5712's code; its places for control characters hold the punctuation of Windows. */
function toTcvn3(character: string): Uint8Array {
  return encodeByTable(character, /[‘’“”–—…•€]/.test(character) ? 'windows1252' : 'tcvn');
}

function toViqr(text: string): string {
  const escaped = text.replace(/[(^+*'`?~.\\]/g, '\\$&').replace(/(?<=d)(?=d)/gi, '\\');
  return replaceVietnamese(escaped, (letter) => {
    if (/đ/i.test(letter)) return letter === 'đ' ? 'dd' : 'DD';
    const [vowel, tone] = vowelAndTone(letter);
    const [base, shape] = vowel.normalize('NFD');
    return `${base}${VIQR_SHAPES[shape ?? ''] ?? ''}${VIQR_TONES[tone]}`;
  });
}
