/** Tables: of figures, of rows, and those that stand for a chart to whoever cannot see it. */
import { Html, html, type Insertion } from './html.js';

export interface Column {
  readonly title: Insertion;
  /** Set to the right, with digits of one width. */
  readonly numeric?: boolean;
  /** Sorts the rows by this column when its title is pressed; needs `sortTables()` in the page's script. */
  readonly sortable?: boolean;
}

/** What stands in a cell; `sort` is what it is sorted by, where that is not its text. */
export type Cell = Insertion | { readonly content: Insertion; readonly sort?: string | number };

export interface TableParts {
  /** Says what the table is about; read out before it. */
  readonly caption: Insertion;
  readonly columns: readonly Column[];
  /** The first cell of a row is its heading. */
  readonly rows: readonly (readonly Cell[])[];
  /** Classes of each row, such as `topic-3`. */
  readonly rowClass?: (index: number) => string | undefined;
  /** Leaves the caption to screen readers, where a heading says the same. Default false. */
  readonly quietCaption?: boolean;
}

/** A table in a frame of its own that scrolls sideways where it must. */
export function table({ caption, columns, rows, rowClass, quietCaption = false }: TableParts): Html {
  const heads = columns.map(
    ({ title, numeric, sortable }) =>
      html`<th scope="col"${numeric && html` class="numeric"`}${sortable && html` data-sortable`}>${title}</th>`,
  );
  return html`<div class="table-frame"><table>
<caption${quietCaption && html` class="quiet"`}>${caption}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>${rows.map((cells, index) => row(cells, columns, rowClass?.(index)))}</tbody>
</table></div>`;
}

function row(cells: readonly Cell[], columns: readonly Column[], className: string | undefined): Html {
  const markup = cells.map((cell, index) => {
    const { content, sort } = isSorted(cell) ? cell : { content: cell, sort: undefined };
    const attributes = html`${columns[index]?.numeric && html` class="numeric"`}${sort !== undefined && html` data-sort="${sort}"`}`;
    return index === 0 ? html`<th scope="row"${attributes}>${content}</th>` : html`<td${attributes}>${content}</td>`;
  });
  return html`<tr${className && html` class="${className}"`}>${markup}</tr>\n`;
}

function isSorted(cell: Cell): cell is { readonly content: Insertion; readonly sort?: string | number } {
  return typeof cell === 'object' && cell !== null && 'content' in cell && !(cell instanceof Html);
}
