/** Turns the bytes of a file into text, piece by piece, whatever the encoding. */
import { Buffer } from 'node:buffer';
import { type ByteOrderMark, findByteOrderMark, mayBecomeMark } from './byte-order-mark.js';
import type { Decoder } from './decoder.js';
import type { Encoding } from './encodings.js';
import { singleByteDecoder } from './single-byte.js';
import { utf8Decoder } from './utf-8.js';
import { utf16Decoder } from './utf-16.js';
import { viqrDecoder } from './viqr.js';
import { vniDecoder } from './vni.js';

/**
 * Yields the text in pieces that are never empty; a chunk may end inside a character.
 *
 * A byte order mark is dropped (`findByteOrderMark` tells of it); that of UTF-16 is believed rather than the name given.
 * The Vietnamese encodings come out as NFC, all others as they are. Bytes that the encoding does not know are marked (undecodable.ts).
 */
export async function* decodeText(source: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = decoderBehindMark(encoding);
  for await (const chunk of source) {
    const text = decoder.write(chunk);
    if (text !== '') yield text;
  }
  const text = decoder.end();
  if (text !== '') yield text;
}

/** A decoder for text without a byte order mark. */
export function createDecoder(encoding: Encoding): Decoder {
  switch (encoding) {
    case 'utf-8':
      return utf8Decoder();
    case 'utf-16le':
      return utf16Decoder('le');
    case 'utf-16be':
      return utf16Decoder('be');
    case 'vni':
      return vniDecoder();
    case 'viqr':
      return viqrDecoder();
    default:
      return singleByteDecoder(encoding);
  }
}

/** Waits while the first bytes may become a mark, drops it, and decodes the rest: a line of one character is given at once. */
function decoderBehindMark(encoding: Encoding): Decoder {
  let start: Uint8Array = new Uint8Array();
  let opened: Decoder | undefined;
  const decodeStart = (): string => {
    const mark = ownMark(start, encoding);
    const told = mark === undefined || mark.encoding === 'utf-8' ? encoding : mark.encoding;
    opened = createDecoder(told);
    return opened.write(start.subarray(mark?.length ?? 0));
  };
  return {
    write(bytes) {
      if (opened !== undefined) return opened.write(bytes);
      start = Buffer.concat([start, bytes]);
      return mayBecomeMark(start) ? '' : decodeStart();
    },
    end() {
      const text = opened === undefined ? decodeStart() : '';
      return text + (opened?.end() ?? '');
    },
  };
}

/** The mark of this encoding; VIQR is ASCII, which editors save with the mark of UTF-8. In another encoding the same bytes are text. */
export function ownMark(start: Uint8Array, encoding: Encoding): ByteOrderMark | undefined {
  const mark = findByteOrderMark(start);
  const family = encoding === 'viqr' ? 'utf-8' : encoding;
  return mark?.encoding.slice(0, 6) === family.slice(0, 6) ? mark : undefined;
}
