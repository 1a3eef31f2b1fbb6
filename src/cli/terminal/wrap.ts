/** Breaks styled text into lines that fit a terminal. */
import { glyphsOf } from './display-width.js';

/** Text in one style. */
export interface Run {
  readonly text: string;
  /** Parameters of Select Graphic Rendition, such as `1;34`; empty for plain text. */
  readonly style: string;
  /** Kept with what follows it on the same line. */
  readonly sticks?: boolean;
}

interface Cell {
  readonly text: string;
  readonly width: number;
  readonly style: string;
  /** Whether a line may end behind it. */
  readonly breaks: boolean;
}

/**
 * Lines of at most `width` cells, broken at spaces and beside East Asian characters, and within a word only where it alone is
 * longer than a line. Line feeds end a line; other control characters and marks of direction, which would steer the terminal, are left out.
 */
export function wrap(runs: readonly Run[], width: number): Run[][] {
  const lines: Cell[][] = [];
  let line: Cell[] = [];
  let used = 0;
  for (const cell of cellsOf(runs)) {
    if (cell.text === '\n') {
      lines.push(line);
      [line, used] = [[], 0];
      continue;
    }
    // Twice where the rest of a line leaves no room for a wide character.
    while (used + cell.width > width && line.length > 0 && cell.text !== ' ') {
      const rest = breakOff(line);
      lines.push(line);
      [line, used] = [rest, rest.reduce((sum, { width }) => sum + width, 0)];
    }
    line.push(cell);
    used += cell.width;
  }
  lines.push(line);
  return lines.map((cells) => runsOf(withoutEndSpace(cells)));
}

function* cellsOf(runs: readonly Run[]): Generator<Cell> {
  for (const { text, style, sticks } of runs) {
    if (sticks) {
      yield { text, style, width: text.length, breaks: false };
      continue;
    }
    for (const glyph of glyphsOf(text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/\t/g, ' '))) {
      const isControl = glyph.width === 0 && !/[\p{M}\u200B]/u.test(glyph.text);
      if (glyph.text === '\n') yield { ...glyph, style, breaks: true };
      else if (!isControl)
        yield { ...glyph, style, breaks: glyph.text === ' ' || glyph.text === '\u200B' || glyph.width === 2 };
    }
  }
}

/** Takes what belongs to the next line from the end of this one; nothing when it has no place to break. */
function breakOff(line: Cell[]): Cell[] {
  const last = line.findLastIndex(({ breaks }) => breaks);
  return last < 0 ? [] : line.splice(last + 1);
}

function withoutEndSpace(cells: readonly Cell[]): readonly Cell[] {
  const last = cells.findLastIndex(({ text }) => text !== ' ');
  return cells.slice(0, last + 1);
}

/** Joins neighbours of the same style. */
function runsOf(cells: readonly Cell[]): Run[] {
  const runs: { text: string; style: string }[] = [];
  for (const { text, style } of cells) {
    const last = runs.at(-1);
    if (last?.style === style) last.text += text;
    else runs.push({ text, style });
  }
  return runs;
}

/** The line as it is written to a terminal; plain when no run has a style. */
export function render(line: readonly Run[]): string {
  return line.map(({ text, style }) => (style === '' ? text : `\u001b[${style}m${text}\u001b[0m`)).join('');
}
