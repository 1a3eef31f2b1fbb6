/** Decodes UTF-8, text unchanged, each byte that is not UTF-8 marked. */
import { Buffer, isUtf8 } from 'node:buffer';
import type { Decoder } from './decoder.js';
import { markByte } from './undecodable.js';

/** A byte order mark stays in the text. */
export function utf8Decoder(): Decoder {
  let waiting = new Uint8Array();
  return {
    write(chunk) {
      const bytes = waiting.length === 0 ? chunk : Buffer.concat([waiting, chunk]);
      const end = wholeCharacters(bytes);
      waiting = new Uint8Array(bytes.subarray(end));
      return decode(bytes.subarray(0, end));
    },
    end: () => decode(waiting),
  };
}

function decode(bytes: Uint8Array): string {
  return isUtf8(bytes) ? textOf(bytes) : marked(bytes);
}

function marked(bytes: Uint8Array): string {
  let text = '';
  let start = 0;
  let at = 0;
  while (at < bytes.length) {
    const length = characterLength(bytes, at);
    if (length === 0) {
      text += textOf(bytes.subarray(start, at)) + markByte(bytes[at] as number);
      start = at + 1;
    }
    at += length || 1;
  }
  return text + textOf(bytes.subarray(start));
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
}

/** Length in bytes of the character that starts there, 0 when none does. */
function characterLength(bytes: Uint8Array, at: number): number {
  const length = lengthByLead(bytes[at] as number);
  return length === 1 || isUtf8(bytes.subarray(at, at + length)) ? length : 0;
}

/** Length in bytes of a character by its first byte, 0 when no character begins with it. */
function lengthByLead(byte: number): number {
  if (byte < 0x80) return 1;
  if (byte < 0xc2 || byte > 0xf4) return 0;
  return byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

/** How many of the bytes come before a character whose end may follow. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte >= 0xc0) return lengthByLead(byte) > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}
