/** Decodes UTF-16 of either byte order, text unchanged, the bytes of half surrogate pairs and of half units marked. */
import { Buffer } from 'node:buffer';
import type { Decoder } from './decoder.js';
import { markByte } from './undecodable.js';

/** A byte order mark stays in the text. */
export function utf16Decoder(order: 'le' | 'be'): Decoder {
  let waiting = new Uint8Array();
  return {
    write(chunk) {
      const bytes = Buffer.concat([waiting, chunk]);
      const end = wholeCharacters(bytes, order);
      waiting = new Uint8Array(bytes.subarray(end));
      return decode(bytes.subarray(0, end), order);
    },
    end: () => Array.from(waiting, markByte).join(''),
  };
}

/** @param bytes - whole units, and changed by this */
function decode(bytes: Buffer, order: 'le' | 'be'): string {
  const text = (order === 'le' ? bytes : bytes.swap16()).toString('utf16le');
  return text.replace(/\p{Surrogate}/gu, (half) => {
    const low = markByte(half.charCodeAt(0) & 0xff);
    const high = markByte(half.charCodeAt(0) >> 8);
    return order === 'le' ? low + high : high + low;
  });
}

/** How many of the bytes come before half a unit, or a first surrogate whose second may follow. */
function wholeCharacters(bytes: Buffer, order: 'le' | 'be'): number {
  const units = bytes.length - (bytes.length % 2);
  const highByte = bytes[order === 'le' ? units - 1 : units - 2] ?? 0;
  return highByte >= 0xd8 && highByte <= 0xdb ? units - 2 : units;
}
