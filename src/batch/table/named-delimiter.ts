/** Reads the line by which Excel is told what stands between the fields of a CSV file. */
import type { Delimiter } from './delimiter.js';

const LINE = /^"?sep=([\t;|,])"?(?:[\r\n]|$)/i;

/** What the first line of a text names, as `sep=;` does; undefined when that line is a header or a row like any other. */
export function namedDelimiter(text: string): Delimiter | undefined {
  return LINE.exec(text)?.[1] as Delimiter | undefined;
}
