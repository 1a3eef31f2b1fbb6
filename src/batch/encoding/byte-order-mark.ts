/** Finds the byte order mark with which a file may begin. */
import type { Encoding } from './encodings.js';

export interface ByteOrderMark {
  readonly encoding: Encoding;
  /** In bytes. */
  readonly length: number;
}

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Bytes from the start of a file that show its mark, if it has one. */
export const BYTE_ORDER_MARK_BYTES = 3;

/** The mark at the start of a file, whatever the encoding is said to be. */
export function findByteOrderMark(start: Uint8Array): ByteOrderMark | undefined {
  const found = MARKS.find(([, bytes]) => bytes.every((byte, index) => start[index] === byte));
  return found && { encoding: found[0], length: found[1].length };
}

/** Whether the bytes read so far are the beginning of a mark and not yet a whole one. */
export function mayBecomeMark(start: Uint8Array): boolean {
  return MARKS.some(([, bytes]) => start.length < bytes.length && start.every((byte, index) => byte === bytes[index]));
}
