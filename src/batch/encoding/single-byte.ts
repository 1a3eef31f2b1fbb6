/** Decodes the encodings in which each byte is a character or a combining mark. */
import { Buffer } from 'node:buffer';
import { decode } from 'iconv-lite';
import { type Decoder, rewriting } from './decoder.js';
import { markByte } from './undecodable.js';

type SingleByteEncoding = 'windows-1252' | 'iso-8859-1' | 'windows-1258' | 'tcvn3' | 'viscii';

/** Text comes out as NFC, in which only windows-1258 and TCVN3 need composing. */
export function singleByteDecoder(encoding: SingleByteEncoding): Decoder {
  const decoder = tableDecoder(TABLES[encoding]());
  return encoding === 'windows-1258' || encoding === 'tcvn3' ? rewriting(decoder, compose, composedEnd) : decoder;
}

const TABLES: Readonly<Record<SingleByteEncoding, () => Uint16Array>> = {
  'windows-1252': () => table('windows1252'),
  'iso-8859-1': () => Uint16Array.from({ length: 256 }, (_, byte) => byte),
  'windows-1258': () => table('windows1258'),
  tcvn3: tcvn3Table,
  viscii: () => table('viscii'),
};

/** UTF-16 code unit by byte. */
function table(name: string): Uint16Array {
  const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
  const text = decode(bytes, name, { stripBOM: false });
  return Uint16Array.from(bytes, (byte) => {
    const unit = text.charCodeAt(byte);
    return unit === 0xfffd ? markByte(byte).charCodeAt(0) : unit;
  });
}

/**
 * iconv-lite's table is TCVN 5712-1, which has capitals in the places of control characters. TCVN3 leaves those alone (75 characters,
 * 67 of them small letters), and its fonts were made for Windows, whose quotation marks and dashes are in 0x80–0x9F.
 */
function tcvn3Table(): Uint16Array {
  const letters = table('tcvn');
  return table('windows1252').map((unit, byte) => (byte < 0xa0 ? unit : (letters[byte] as number)));
}

function tableDecoder(units: Uint16Array): Decoder {
  return {
    write(bytes) {
      const text = Buffer.allocUnsafe(2 * bytes.length);
      for (let at = 0; at < bytes.length; at++) {
        const unit = units[bytes[at] as number] as number;
        text[2 * at] = unit & 0xff;
        text[2 * at + 1] = unit >> 8;
      }
      return text.toString('utf16le');
    },
    end: () => '',
  };
}

function compose(text: string): string {
  return text.normalize('NFC');
}

/** More combining marks than letters have; so that a file of nothing else cannot pile up. */
const MARKS_AWAITED = 16;

/** A letter waits for the marks that may follow it. */
function composedEnd(text: string): number {
  const first = Math.max(0, text.length - MARKS_AWAITED);
  for (let at = text.length - 1; at >= first; at--) if (!/\p{M}/u.test(text.charAt(at))) return at;
  return text.length;
}
