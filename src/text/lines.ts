/** Reads the lines of an article with their places in it. */
import type { Span } from './span.js';

/** A line without its surrounding blanks; `start` equals `end` when it is blank. */
export interface Line extends Span {
  readonly text: string;
  /** Number of blank characters before the text. */
  readonly indent: number;
}

/** Any line end, a form feed (page break of a PDF copy) and the Unicode separators among them. */
const LINE_END = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/g;

export function readLines(article: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (const { index, 0: end } of [...article.matchAll(LINE_END), { index: article.length, 0: '' }]) {
    lines.push(lineAt(article, from, index));
    from = index + end.length;
  }
  return lines;
}

function lineAt(article: string, from: number, to: number): Line {
  const raw = article.slice(from, to);
  const text = raw.trim();
  const indent = text === '' ? 0 : raw.length - raw.trimStart().length;
  const start = from + indent;
  return { text, indent, start, end: start + text.length };
}
