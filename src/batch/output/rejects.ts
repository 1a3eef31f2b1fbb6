/** Writes bad rows, so that they can be mended and tagged by themselves. */
import { csvLineWriter } from '../table/csv-line.js';
import type { BadRow } from '../table/item.js';

/** Always with commas, whatever the input: columns line (where the row starts), reason and raw (as it was read). */
const writeLine = csvLineWriter(',');

export const REJECTS_HEAD = writeLine(['line', 'reason', 'raw']);

/** One record with its line end. */
export function formatReject({ line, reason, raw }: BadRow): string {
  return writeLine([String(line), reason, raw]);
}
