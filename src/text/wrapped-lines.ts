/** Tells whether an article's lines were broken at a fixed width, and which of them go on in the next line. */
import type { Line } from './lines.js';
import { itemMarker } from './list-items.js';

/** Width in UTF-16 units of the text column; narrower and wider ones are taken for one paragraph a line. */
const NARROWEST = 40;
const WIDEST = 120;
/** Share of longer lines that a wrapped article may hold, such as addresses of pages. */
const LONGER_LINES = 0.1;
/** Share of the column that a line fills, with the word that follows it: copies of print are not evenly wide. */
const FULL = 0.85;
/** Shorter lines, as a share of the column, are headings, buttons and last lines, and say nothing about its width. */
const SHORT = 0.5;
/** Of the other line ends that end no sentence, the share that fills the column and the share followed by no capital. */
const FULL_BREAKS = 0.6;
const SMALL_LETTERS = 0.4;

/** A function that tells whether the line at an index goes on in the one after it. */
export function lineContinuation(lines: readonly Line[]): (index: number) => boolean {
  const width = columnWidth(lines);
  if (width === 0 || !looksWrapped(lines, width)) return () => false;
  // Without blank lines between paragraphs, a full stop near the edge may end one: only a line without room goes on.
  const afterStop = hasInnerBlankLine(lines) ? width * FULL : width;
  return (index) => goesOn(lines, index, width, afterStop);
}

function hasInnerBlankLine(lines: readonly Line[]): boolean {
  const first = lines.findIndex(({ text }) => text !== '');
  const last = lines.findLastIndex(({ text }) => text !== '');
  return lines.slice(first, last).some(({ text }) => text === '');
}

/** The longest line that is no exception; 0 when the lines are too short or too long to be wrapped. */
function columnWidth(lines: readonly Line[]): number {
  const lengths = lines.filter(({ text }) => text !== '').map(({ text }) => text.length);
  const usual = lengths.filter((length) => length <= WIDEST);
  if (lengths.length - usual.length > lengths.length * LONGER_LINES) return 0;
  const width = usual.reduce((longest, length) => Math.max(longest, length), 0);
  return width < NARROWEST ? 0 : width;
}

function looksWrapped(lines: readonly Line[], width: number): boolean {
  let open = 0;
  let full = 0;
  let small = 0;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1]?.text ?? '';
    if (line.text.length < width * SHORT || next === '' || endsSentence(line.text) || itemMarker(next)) continue;
    open++;
    if (isFull(line.text, next, width * FULL)) full++;
    if (!/^["“«(]?\p{Lu}/u.test(next)) small++;
  }
  return open > 0 && full >= open * FULL_BREAKS && small >= open * SMALL_LETTERS;
}

function goesOn(lines: readonly Line[], index: number, width: number, afterStop: number): boolean {
  const line = lines[index];
  const next = lines[index + 1];
  if (!line?.text || !next?.text || line.text.length > width || itemMarker(next.text)) return false;
  if (!endsSentence(line.text)) return isFull(line.text, next.text, width * FULL);
  return next.indent <= line.indent && isFull(line.text, next.text, afterStop);
}

/** True when the first word of the next line had no room at the end of this one. */
function isFull(line: string, next: string, width: number): boolean {
  return line.length + 1 + (next.split(/\s/, 1)[0] ?? '').length > width;
}

function endsSentence(line: string): boolean {
  return /[.!?…:;]["”»’)\]]*$/.test(line);
}
