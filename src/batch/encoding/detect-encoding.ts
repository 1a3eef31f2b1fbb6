/** Finds out in which encoding a file is, or refuses to guess. */
import { CivicTopicsError } from '../../errors.js';
import { findByteOrderMark } from './byte-order-mark.js';
import { detectEightBit, likeliestEightBit } from './detect-eight-bit.js';
import { detectUtf8 } from './detect-utf-8.js';
import { detectUtf16 } from './detect-utf-16.js';
import { detectViqr } from './detect-viqr.js';
import type { Encoding } from './encodings.js';
import { cannotTell } from './refusal.js';

export interface EncodingGuess {
  readonly encoding: Encoding;
  /** Whether the file begins with a byte order mark. */
  readonly byteOrderMark: boolean;
  /** What the user should know of it, one sentence, e.g. what the encoding cannot tell. */
  readonly note?: string;
}

/**
 * Tells the encoding by what is in the file; nothing in it is UTF-8.
 *
 * ISO-8859-1 is never the answer, but windows-1252, of which its letters are a part.
 *
 * @param samples - the start of the file, then stretches from across it, which may begin and end inside a character
 * @throws CivicTopicsError INPUT_INVALID when the samples tell too little or disagree, or are no text
 */
export function detectEncoding(samples: readonly Uint8Array[]): EncodingGuess {
  const mark = findByteOrderMark(samples[0] ?? new Uint8Array());
  const byteOrderMark = mark !== undefined;
  const encoding = mark && mark.encoding !== 'utf-8' ? mark.encoding : detectUtf16(samples);
  if (encoding !== undefined) return { encoding, byteOrderMark };
  const { kind, undecodable } = detectUtf8(samples);
  if (!byteOrderMark && (kind === 'mixed' || kind === 'other')) return guess(detectOther(samples, kind), false);
  if (kind === 'ascii' && detectViqr(samples)) return guess('viqr', byteOrderMark);
  if (undecodable === 0) return { encoding: 'utf-8', byteOrderMark };
  const bytes = undecodable === 1 ? '1 byte is' : `${undecodable} bytes are`;
  const note = `${bytes} not UTF-8 in the parts looked at; rows with such bytes are bad rows.`;
  return { encoding: 'utf-8', byteOrderMark, note };
}

function detectOther(samples: readonly Uint8Array[], kind: 'mixed' | 'other'): Encoding {
  refuseBinary(samples);
  if (kind === 'other') return detectEightBit(samples);
  throw cannotTell('some of it is UTF-8 and some is not', ['utf-8', likeliestEightBit(samples)]);
}

const NOTES: Readonly<Partial<Record<Encoding, string>>> = {
  tcvn3: 'TCVN3 has no capitals with tones: what its capital fonts show in capitals comes out in small letters.',
  viqr: 'In VIQR a sign such as . or ? after a vowel is a tone, in rows of other languages too.',
};

function guess(encoding: Encoding, byteOrderMark: boolean): EncodingGuess {
  const note = NOTES[encoding];
  return note === undefined ? { encoding, byteOrderMark } : { encoding, byteOrderMark, note };
}

/** Share of control characters. VISCII writes six rare capitals with them; files of spreadsheets and archives have twice as many. */
const MOST_CONTROLS = 0.05;

function refuseBinary(samples: readonly Uint8Array[]): void {
  const length = samples.reduce((sum, sample) => sum + sample.length, 0);
  const controls = samples.reduce((sum, sample) => sum + sample.filter(isControl).length, 0);
  if (controls <= length * MOST_CONTROLS) return;
  throw new CivicTopicsError(
    'INPUT_INVALID',
    `Expected text, but ${Math.round((100 * controls) / length)} of 100 bytes are control characters. ` +
      'Save a spreadsheet as CSV; if the file is text all the same, name its encoding with --encoding.',
  );
}

/** Control characters but tab, line feed and carriage return. */
function isControl(byte: number): boolean {
  return byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d;
}
