/** A file of rows as tagging sees it, whatever its format. */
import type { Classification } from '../../classify/classification.js';
import type { TableItem, TableRow } from './item.js';

export interface Table {
  /** Whether the output begins with a byte order mark. */
  readonly byteOrderMark: boolean;
  /** What stands before the first row in the output: the header line with its line end; empty when there is none. */
  readonly head: string;
  /** In the order of the file; can be read once, and what is not read stays in the source. */
  readonly items: AsyncIterable<TableItem>;
  /** One record of the output with its line end. Never throws. */
  format(row: TableRow, classification: Classification): string;
  /** The record as it was read, or one with the same fields, without its line end. Never throws. */
  raw(row: TableRow): string;
}
