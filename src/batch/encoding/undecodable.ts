/**
 * How bytes that an encoding does not know travel in decoded text: byte b as the lone surrogate U+DC00 + b, which no valid text holds.
 * Python's `surrogateescape` does the same. Thus one bad byte spoils one row, and can still be shown.
 */

/** With the `u` flag the half of a surrogate pair does not match. */
const MARK = /[\uDC00-\uDCFF]/u;
const MARKS = new RegExp(MARK, 'gu');

/** The mark of a byte, 0 to 255. */
export function markByte(byte: number): string {
  return String.fromCharCode(0xdc00 + byte);
}

/** True when some byte of the text could not be decoded. */
export function hasUndecodable(text: string): boolean {
  return MARK.test(text);
}

/** Number of bytes of the text that could not be decoded. */
export function countUndecodable(text: string): number {
  return text.match(MARKS)?.length ?? 0;
}

/** The text with each undecodable byte as `\xNN`, for people and for files that must be valid UTF-8. */
export function showUndecodable(text: string): string {
  return text.replace(MARKS, (mark) => {
    const byte = mark.charCodeAt(0) - 0xdc00;
    return `\\x${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  });
}
