/** Texts as they come from a decoder, with control over where their pieces end. */
import fc from 'fast-check';

/** The text in pieces of so many characters. */
export async function* pieces(text: string, size = 64 * 1024): AsyncGenerator<string> {
  for (let start = 0; start < text.length; start += size) yield text.slice(start, start + size);
}

/** Gives the parts as they are, empty ones too. */
export async function* parts(texts: Iterable<string>): AsyncGenerator<string> {
  yield* texts;
}

/** Any text that a file can hold: all of Unicode but NUL and half surrogate pairs. */
export const anyText = fc.string({ unit: 'binary', maxLength: 20 }).map((text) => text.replaceAll('\0', ''));

/** Texts that are hard on a CSV reader, one part after the other as pieces. */
export const hostileParts = fc.array(
  fc.oneof(
    fc.string({ unit: fc.constantFrom(...'"",,;\t|\n\n\r a\u00a0é\0\udce9'), maxLength: 12 }),
    fc.constantFrom('\r\n', '""', '","', '"\n"', 'x"y', '\n1,"a', '\n1,2,3\n', '\ufeff', '{"text":"a"}\n'),
  ),
  { maxLength: 12 },
);
