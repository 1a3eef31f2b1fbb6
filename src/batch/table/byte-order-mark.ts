/** Takes the byte order mark off the beginning of a text. */

const BYTE_ORDER_MARK = '\ufeff';

export interface Marked {
  readonly byteOrderMark: boolean;
  /** The text without the mark. */
  readonly pieces: AsyncIterable<string>;
}

/** Waits for the first character; the rest is read when it is asked for. */
export async function takeByteOrderMark(pieces: AsyncIterable<string>): Promise<Marked> {
  const iterator = pieces[Symbol.asyncIterator]();
  let first = await iterator.next();
  while (first.value === '') first = await iterator.next();
  if (first.done) return { byteOrderMark: false, pieces: behind('', iterator) };
  const byteOrderMark = first.value.startsWith(BYTE_ORDER_MARK);
  return { byteOrderMark, pieces: behind(byteOrderMark ? first.value.slice(1) : first.value, iterator) };
}

async function* behind(first: string, iterator: AsyncIterator<string>): AsyncGenerator<string> {
  yield first;
  yield* { [Symbol.asyncIterator]: () => iterator };
}
