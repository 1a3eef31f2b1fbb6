/** Tells from a file's name how it is written. */
import type { Delimiter } from './table/delimiter.js';

/** CSV with its delimiter, or newline-delimited JSON. */
export type FileFormat = { readonly kind: 'csv'; readonly delimiter: Delimiter } | { readonly kind: 'ndjson' };

/** By the ending, in either case: `.tsv` and `.tab`, `.ndjson` and `.jsonl`; `.csv` and all others are CSV with commas. */
export function fileFormat(path: string): FileFormat {
  return namedFormat(path) ?? { kind: 'csv', delimiter: ',' };
}

/** The same, but undefined for a name that says nothing. */
export function namedFormat(path: string): FileFormat | undefined {
  if (/\.(ndjson|jsonl)$/i.test(path)) return { kind: 'ndjson' };
  if (/\.(tsv|tab)$/i.test(path)) return { kind: 'csv', delimiter: '\t' };
  return /\.csv$/i.test(path) ? { kind: 'csv', delimiter: ',' } : undefined;
}
