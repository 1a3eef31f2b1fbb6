/** Judges the records of a CSV file: rows, nothing at all, or bad. */
import type { CsvRecord } from './csv-cutter.js';
import { splitFields } from './csv-fields.js';
import { characterProblem } from './item.js';

/** How the rows of a file should be. */
export interface CsvShape {
  readonly delimiter: string;
  /** Number of fields. */
  readonly width: number;
  /** What has that many, for messages. */
  readonly model: 'header' | 'first row';
}

/** The fields of a row, or what is wrong with it, going on from "The row". */
export type CsvRow = { readonly fields: readonly string[] } | { readonly problem: string };

/** Undefined for a line with nothing but white space, which is no row, except that in a file of one column every line is one. */
export function csvRow(record: CsvRecord, { delimiter, width, model }: CsvShape): CsvRow | undefined {
  if (width > 1 && isBlank(record, delimiter)) return undefined;
  const problem = record.problem ?? characterProblem(record.raw);
  if (problem !== undefined) return { problem };
  const fields = splitFields(record.raw, delimiter);
  if (fields.length === width) return { fields };
  const got = fields.length === 1 ? '1 field' : `${fields.length} fields`;
  const problemOfWidth = `has ${got} where the ${model} has ${width}`;
  return { problem: width > 1 ? problemOfWidth : `${problemOfWidth}; ${ONE_COLUMN_ADVICE}` };
}

/** Texts one a line, which nobody has quoted. */
const ONE_COLUMN_ADVICE = 'put a text that holds the delimiter in quotes, or name another with --delimiter';

/** A row of empty fields is not blank, not even when its delimiters are white space. */
export function isBlank({ raw }: CsvRecord, delimiter: string): boolean {
  return raw.trim() === '' && !raw.includes(delimiter);
}
