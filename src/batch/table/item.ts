/** What a table is made of: rows to be tagged, and bad rows to be set aside. */
import { LONGEST_RAW } from './limits.js';

/** A row that can be tagged. */
export interface TableRow {
  readonly kind: 'row';
  /** Where the record starts, counted from 1. */
  readonly line: number;
  readonly text: string;
  /** The fields of a CSV record in their order; of newline-delimited JSON one field, the whole line. */
  readonly fields: readonly string[];
}

/** A row that cannot be read; those behind it are. */
export interface BadRow {
  readonly kind: 'bad';
  /** Where the record starts, counted from 1. */
  readonly line: number;
  /** One sentence, without a line end. */
  readonly reason: string;
  /**
   * As read, without its last line end: at most LONGEST_RAW characters, then `…`. What no file can hold is spelled out: an
   * undecodable byte as `\xE9`, NUL as `\x00`, half a surrogate pair as `\uD800`.
   */
  readonly raw: string;
}

export type TableItem = TableRow | BadRow;

/** @param problem goes on from "The row", without a full stop: `has 1 field where the header has 2` */
export function badRow(line: number, problem: string, raw: string): BadRow {
  return failedRow(line, `The row ${problem}.`, raw);
}

/** The same, but for the whole reason, in one sentence. */
export function failedRow(line: number, reason: string, raw: string): BadRow {
  return { kind: 'bad', line, reason, raw: shown(raw) };
}

/** What makes the characters of a row unfit, in the manner of `badRow`; undefined when nothing does. */
export function characterProblem(raw: string): string | undefined {
  const unfit = UNFIT.exec(raw)?.[0];
  if (unfit === undefined) return undefined;
  if (unfit === '\0') return 'holds a NUL character, which text has not';
  return `holds bytes that are no text in the encoding of the file, the first of them ${spelled(unfit)}`;
}

/** NUL, and surrogates without their other half, by which the decoder marks bytes that it cannot decode. */
const UNFIT = /[\0\p{Surrogate}]/u;
const ALL_UNFIT = new RegExp(UNFIT, 'gu');

function shown(raw: string): string {
  if (raw.length <= LONGEST_RAW) return raw.replace(ALL_UNFIT, spelled);
  // Not through the middle of a surrogate pair.
  const end = raw.codePointAt(LONGEST_RAW - 1) === raw.charCodeAt(LONGEST_RAW - 1) ? LONGEST_RAW : LONGEST_RAW - 1;
  return `${raw.slice(0, end).replace(ALL_UNFIT, spelled)}…`;
}

/** The decoder adds 0xDC00 to a byte: of UTF-8 and 8-bit encodings 0x80 or more, of UTF-16 cut in two any. */
function spelled(character: string): string {
  const code = character.charCodeAt(0);
  const isByte = code === 0 || (code >= 0xdc00 && code <= 0xdcff);
  const digits = (isByte ? code & 0xff : code).toString(16).toUpperCase();
  return isByte ? `\\x${digits.padStart(2, '0')}` : `\\u${digits}`;
}
