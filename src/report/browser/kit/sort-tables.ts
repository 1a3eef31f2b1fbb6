/** Sorts the rows of tables by the columns that are marked as sortable. */

const numbers = new Intl.Collator(undefined, { numeric: true });

/** Gives every sortable column a button; the same column again turns the order around. */
export function sortTables(): void {
  for (const head of document.querySelectorAll<HTMLTableCellElement>('th[data-sortable]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.append(...head.childNodes);
    button.addEventListener('click', () => sortBy(head));
    head.append(button);
  }
}

function sortBy(head: HTMLTableCellElement): void {
  const table = head.closest('table') as HTMLTableElement;
  const isNumeric = head.classList.contains('numeric');
  // Figures are first looked at from the largest, words from A.
  const before = head.getAttribute('aria-sort');
  const descending = before ? before === 'ascending' : isNumeric;
  for (const other of table.querySelectorAll('th[aria-sort]')) other.removeAttribute('aria-sort');
  head.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
  const sign = descending ? -1 : 1;
  // Of a table with several bodies each is moved as a whole, by its first row.
  const bodies = [...table.tBodies];
  const parts = bodies.length === 1 ? [...(bodies[0] as HTMLTableSectionElement).rows] : bodies;
  const keyed = parts.map((part) => {
    const row = part instanceof HTMLTableRowElement ? part : part.rows[0];
    return { part, key: keyOf(row?.cells[head.cellIndex]) };
  });
  keyed.sort((a, b) => sign * compare(a.key, b.key, isNumeric));
  const place = parts[0]?.parentElement;
  place?.append(...keyed.map(({ part }) => part));
}

function keyOf(cell: HTMLTableCellElement | undefined): string {
  return cell?.dataset.sort ?? cell?.textContent?.trim() ?? '';
}

/** Where figures are expected, what is none comes as the smallest. */
function compare(a: string, b: string, isNumeric: boolean): number {
  if (!isNumeric) return numbers.compare(a, b);
  const [left, right] = [a, b].map((key) => (key === '' || Number.isNaN(Number(key)) ? -Infinity : Number(key)));
  return left === right ? 0 : (left as number) - (right as number);
}
