/** Finds out what stands between the fields of a CSV file. */
import { CsvCutter, type CsvRecord } from './csv-cutter.js';
import { splitFields } from './csv-fields.js';
import { namedDelimiter } from './named-delimiter.js';

/** Of two that fit equally well the first is taken: the comma, which numbers and prose have too, is the last to be believed. */
export const DELIMITERS = ['\t', ';', '|', ','] as const;

export type Delimiter = (typeof DELIMITERS)[number];

/** So many records say it. */
const RECORDS = 100;

/** At least this share of the records must agree; prose in a file of one column has commas, too, but not in step. */
const AGREEING = 0.5;

/**
 * The delimiter that the first line names, as `sep=;` does; else that by which most of the first records have as many fields as the
 * very first, quotes respected.
 *
 * @param sample beginning of the file; it may end anywhere
 * @param hint what to take when there is none, as in a file of one column; default `,`
 */
export function sniffDelimiter(sample: string, hint: Delimiter = ','): Delimiter {
  const named = namedDelimiter(sample);
  if (named !== undefined) return named;
  let best = { delimiter: hint, share: 0 };
  for (const delimiter of DELIMITERS) {
    const share = agreeingShare(firstWidths(sample, delimiter));
    if (share >= AGREEING && share > best.share) best = { delimiter, share };
  }
  return best.delimiter;
}

/** 0 when the first record is not divided. */
function agreeingShare(widths: readonly number[]): number {
  const [first = 1] = widths;
  return first > 1 ? widths.filter((width) => width === first).length / widths.length : 0;
}

/** Numbers of fields; 0 for a record with broken quotes. What the end of the sample cuts off counts only when it is all there is. */
function firstWidths(sample: string, delimiter: Delimiter): number[] {
  const cutter = new CsvCutter(delimiter);
  const whole = widthsOf(cutter.cut(sample), delimiter);
  return whole.length > 0 ? whole : widthsOf(cutter.finish(), delimiter);
}

function widthsOf(records: Iterable<CsvRecord>, delimiter: Delimiter): number[] {
  const widths: number[] = [];
  for (const { raw, problem } of records) {
    if (raw.trim() !== '') widths.push(problem === undefined ? splitFields(raw, delimiter).length : 0);
    if (widths.length === RECORDS) break;
  }
  return widths;
}
