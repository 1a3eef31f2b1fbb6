/** Learns from the first records of a CSV file which columns it has. */
import { CivicTopicsError } from '../../errors.js';
import type { CsvRecord } from './csv-cutter.js';
import { splitFields } from './csv-fields.js';
import { isBlank } from './csv-row.js';
import { characterProblem } from './item.js';

/** What to do about most bad rows. */
export const CSV_ADVICE =
  'Put fields that hold delimiters, quotes or line ends in quotes, and write quotes inside them twice ("").';

/**
 * Names of the columns in their order, exactly as they stand in the file: the same one may come twice, or be empty.
 *
 * @throws CivicTopicsError INPUT_INVALID when there is no record but blank lines, or the first one has a problem
 */
export async function readHeader(records: AsyncIterator<CsvRecord>, delimiter: string): Promise<readonly string[]> {
  for (;;) {
    const { done, value } = await records.next();
    if (done) throw new CivicTopicsError('INPUT_INVALID', 'Expected CSV with a header line, got an empty file.');
    if (isBlank(value, delimiter)) continue;
    const problem = problemOf(value);
    if (problem === undefined) return splitFields(value.raw, delimiter);
    throw new CivicTopicsError('INPUT_INVALID', `The header (line ${value.line}) ${problem}. ${CSV_ADVICE}`);
  }
}

/** The columns of a file without a header. */
export interface NumberedColumns {
  /** `1`, `2` and so on; none when no row can be read. */
  readonly names: readonly string[];
  /** What had to be read: blank lines and bad rows, up to and with the first row that shows how many columns there are. */
  readonly records: readonly CsvRecord[];
}

export async function numberColumns(records: AsyncIterator<CsvRecord>, delimiter: string): Promise<NumberedColumns> {
  const read: CsvRecord[] = [];
  for (;;) {
    const { done, value } = await records.next();
    if (done) return { names: [], records: read };
    read.push(value);
    if (isBlank(value, delimiter) || problemOf(value) !== undefined) continue;
    return { names: splitFields(value.raw, delimiter).map((_, index) => String(index + 1)), records: read };
  }
}

function problemOf({ problem, raw }: CsvRecord): string | undefined {
  return problem ?? characterProblem(raw);
}
