/** Rows of a table of one column. */
import type { TableRow } from '../../../src/batch/table/item.js';

export function row(text: string, line = 1): TableRow {
  return { kind: 'row', line, text, fields: [text] };
}

export async function* rows(texts: Iterable<string>): AsyncGenerator<TableRow> {
  let line = 1;
  for (const text of texts) yield row(text, ++line);
}
