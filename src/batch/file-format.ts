/** Tells from a file's name how it is written. */
import type { Delimiter } from './read-csv.js';

/** CSV with its delimiter, or newline-delimited JSON. */
export type FileFormat = { readonly kind: 'csv'; readonly delimiter: Delimiter } | { readonly kind: 'ndjson' };

/** By the ending, in either case: `.tsv` and `.tab`, `.ndjson` and `.jsonl`; `.csv` and all others are CSV with commas. */
export function fileFormat(path: string): FileFormat {
  if (/\.(ndjson|jsonl)$/i.test(path)) return { kind: 'ndjson' };
  return { kind: 'csv', delimiter: /\.(tsv|tab)$/i.test(path) ? '\t' : ',' };
}
