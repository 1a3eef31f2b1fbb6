/**
 * How bytes that an encoding does not know travel in decoded text: byte b as the lone surrogate U+DC00 + b, which no valid text holds.
 * Python's `surrogateescape` does the same. Thus one bad byte spoils one row, and can still be shown (see `badRow`).
 */

/** With the `u` flag the half of a surrogate pair does not match. */
const MARKS = /[\uDC00-\uDCFF]/gu;

/** The mark of a byte, 0 to 255. */
export function markByte(byte: number): string {
  return String.fromCharCode(0xdc00 + byte);
}

/** Number of bytes of the text that could not be decoded. */
export function countUndecodable(text: string): number {
  return text.match(MARKS)?.length ?? 0;
}
