/** Aligned columns of plain text that stay within a terminal of 80 columns. */

const TERMINAL_WIDTH = 80;
const GAP = '  ';

/**
 * Returns one line a row: the first cell to the left, the others to the right.
 *
 * A first cell too long for the terminal gets a line of its own above its figures, so that nothing is cut.
 */
export function formatTable(rows: readonly (readonly string[])[]): string[] {
  const names = rows.map(([name = '']) => printable(name));
  const figures = alignRight(rows.map((row) => row.slice(1)));
  const room = TERMINAL_WIDTH - widthOf(figures[0] ?? '');
  const fitting = names.map(widthOf).filter((width) => width <= room);
  const width = Math.max(0, ...fitting);
  return names.flatMap((name, row) => {
    const cells = figures[row] as string;
    return widthOf(name) > room ? [name, padEnd('', width) + cells] : [(padEnd(name, width) + cells).trimEnd()];
  });
}

/** Makes a name from foreign data safe for a terminal: control and formatting characters are replaced. */
export function printable(name: string): string {
  if (name.trim() === '') return '(blank)';
  return name.normalize('NFC').replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '\uFFFD');
}

function alignRight(rows: readonly (readonly string[])[]): string[] {
  const columns = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
  return rows.map((row) => columns.map((width, column) => GAP + (row[column] ?? '').padStart(width)).join(''));
}

function padEnd(text: string, width: number): string {
  return text + ' '.repeat(width - widthOf(text));
}

/** Columns that a text takes in a terminal, for scripts whose letters take one; marks over a letter take none. */
function widthOf(text: string): number {
  return [...text.replace(/\p{M}/gu, '')].length;
}
