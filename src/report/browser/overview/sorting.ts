/** Sorts rows by a column. */
import type { TableRow } from '../../overview/table-row.js';

export type SortKey = 'line' | 'sortable' | 'group' | 'language' | 'text' | 'score';

export interface Sorting {
  readonly key: SortKey;
  readonly descending: boolean;
}

const words = new Intl.Collator(undefined, { numeric: true });

/** Rows that are equal stay in their order. */
export function sortRows(rows: readonly TableRow[], { key, descending }: Sorting): TableRow[] {
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => sign * compare(a, b, key));
}

function compare(a: TableRow, b: TableRow, key: SortKey): number {
  if (key === 'line') return words.compare(a.file ?? '', b.file ?? '') || a.line - b.line;
  if (key === 'score') return highestScore(a) - highestScore(b);
  return words.compare(a[key], b[key]);
}

function highestScore({ tags }: TableRow): number {
  return tags.reduce((highest, [, score]) => Math.max(highest, score), 0);
}
