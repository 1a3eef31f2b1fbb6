/** Writes one CSV record. */
import { format } from 'fast-csv';
import type { Delimiter } from './delimiter.js';

/**
 * Gives a function that writes fields as a line with LF. Fields are quoted only when they hold the delimiter, a quote or a line end
 * (or, needlessly but harmlessly, a `|`: fast-csv's choice).
 *
 * fast-csv's formatter is a stream, but it works while it is written to, so that each line can be read back at once; it puts the
 * line end before every record but the first, which is thrown away here.
 */
export function csvLineWriter(delimiter: Delimiter): (fields: readonly string[]) => string {
  const formatter = format<string[], string[]>({ headers: false, delimiter });
  formatter.setEncoding('utf8');
  const write = (fields: readonly string[]): string => {
    formatter.write(fields);
    return formatter.read() as string;
  };
  write(['first']);
  return (fields) => `${write(fields).slice(1)}\n`;
}
