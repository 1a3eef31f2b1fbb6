/** Warns when hardly a row of a file holds a text: then it is likely the wrong column that was read. */
import type { TagSummary } from '../batch/output/tally.js';

/** In fewer rows it says nothing. */
const LEAST_ROWS = 20;
const LEAST_SHARE = 0.9;

/** Ends with a newline; empty when nothing is to be said. */
export function textColumnWarning({ rows, abstained }: TagSummary, textColumn: string): string {
  const without = (abstained.get('empty') ?? 0) + (abstained.get('too-short') ?? 0);
  if (rows < LEAST_ROWS || without < LEAST_SHARE * rows) return '';
  return (
    `civic-topics: ${without} of ${rows} rows are empty or too short in ${JSON.stringify(textColumn)}. ` +
    'If the texts stand in another column, name it with --text-column.\n'
  );
}
