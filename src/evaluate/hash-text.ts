/** Tells texts apart without keeping them, so that the rows of two runs can be matched. */
import { createHash } from 'node:crypto';

/** SHA-256 of the text in UTF-8, in hexadecimal. */
export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
