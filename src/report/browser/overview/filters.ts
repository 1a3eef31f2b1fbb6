/** Finds the rows that are searched for. */
import { fold, searchTerms } from '../../overview/fold.js';
import type { TableRow } from '../../overview/table-row.js';
import { NONE } from '../../overview/table-values.js';

/** What is asked for; an empty string asks for nothing. */
export interface Wanted {
  readonly words: string;
  /** Place of the topic in the page. */
  readonly topic: string;
  readonly year: string;
  readonly group: string;
}

/** A row with what it is searched by, made once. */
export interface SearchedRow {
  readonly row: TableRow;
  readonly folded: string;
}

export function searched(rows: readonly TableRow[]): SearchedRow[] {
  return rows.map((row) => ({ row, folded: fold(`${row.text}\n${row.group}\n${row.date}`) }));
}

export function filterRows(rows: readonly SearchedRow[], { words, topic, year, group }: Wanted): TableRow[] {
  const terms = searchTerms(words);
  return rows
    .filter(({ row, folded }) => {
      const topics = row.tags.map(([index]) => String(index));
      const isOfTopic = topic === '' || (topic === NONE ? topics.length === 0 : topics.includes(topic));
      return (
        isOfTopic &&
        isValue(year, row.sortable.slice(0, 4)) &&
        isValue(group, row.group) &&
        terms.every((term) => folded.includes(term))
      );
    })
    .map(({ row }) => row);
}

function isValue(wanted: string, value: string): boolean {
  return wanted === '' || value === (wanted === NONE ? '' : wanted);
}
