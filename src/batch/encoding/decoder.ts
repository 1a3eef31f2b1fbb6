/** What every decoder of this folder is: bytes in as they come, text out; and decoders whose text is rewritten. */

/** Turns the bytes of one stream into text; a character that is not whole yet waits for the next bytes. */
export interface Decoder {
  write(bytes: Uint8Array): string;
  /** What was waiting, at the end of the stream. */
  end(): string;
}

/**
 * A decoder that rewrites the text of another.
 *
 * @param rewrite - given the text in pieces, must come to the same as on the whole
 * @param safeEnd - how much of a text, in UTF-16 code units, can be rewritten whatever follows it
 */
export function rewriting(
  decoder: Decoder,
  rewrite: (text: string) => string,
  safeEnd: (text: string) => number,
): Decoder {
  let waiting = '';
  return {
    write(bytes) {
      const text = waiting + decoder.write(bytes);
      const end = safeEnd(text);
      waiting = text.slice(end);
      return rewrite(text.slice(0, end));
    },
    end: () => rewrite(waiting + decoder.end()),
  };
}
