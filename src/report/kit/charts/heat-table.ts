/** A table whose cells are the darker the larger their figure: confusion, topics found together. */
import { type Html, html, type Insertion } from '../html.js';
import { table } from '../table.js';

export interface HeatTableParts {
  readonly caption: Insertion;
  /** Title of the first column; what the columns are belongs into the caption. */
  readonly rowTitle: string;
  readonly rows: readonly Insertion[];
  readonly columns: readonly string[];
  /** By row, then by column; undefined leaves the cell empty. */
  readonly values: readonly (readonly (number | undefined)[])[];
}

export function heatTable({ caption, rowTitle, rows, columns, values }: HeatTableParts): Html {
  const darkest = Math.max(...values.flat().map((value) => value ?? 0), 0);
  return html`<div class="heat">${table({
    caption,
    columns: [{ title: rowTitle }, ...columns.map((title) => ({ title, numeric: true }))],
    rows: rows.map((name, i) => [name, ...columns.map((_, j) => cell(values[i]?.[j], darkest))]),
  })}</div>`;
}

function cell(value: number | undefined, darkest: number): Html | undefined {
  if (value === undefined) return undefined;
  return html`<span class="heat-${heat(value, darkest)}">${value}</span>`;
}

/** 0 for nothing, else 1 to 9 by the square root, so that small figures can be told from none. */
export function heat(value: number, darkest: number): number {
  if (!(value > 0) || !(darkest > 0)) return 0;
  return Math.min(9, Math.max(1, Math.round(9 * Math.sqrt(value / darkest))));
}
