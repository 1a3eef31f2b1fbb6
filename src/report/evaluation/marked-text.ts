/** A text with its clauses marked, cut when it is very long. */
import type { Span } from '../../text/span.js';
import { segmentsOf } from '../article/segments.js';
import { type Html, html } from '../kit/html.js';

/** Clauses that are marked alike. */
export interface Marking {
  readonly evidence: readonly Span[];
  /** Classes of the `mark` elements. */
  readonly className: string;
}

/** Longest text shown whole, in UTF-16 code units; of a longer one what is around its first mark. */
const LONGEST = 2000;

/** The text, unchanged, where clauses that overlap are marked one within another; what is cut off is said. */
export function markedText(text: string, markings: readonly Marking[]): Html {
  const { start, end } = shownPart(text, markings);
  const pieces = segmentsOf(text, markings).map((segment) => {
    const [from, to] = [Math.max(segment.start, start), Math.min(segment.end, end)];
    if (from >= to) return undefined;
    return segment.marks.reduceRight(
      (inner, { tag }) => html`<mark class="${markings[tag]?.className}">${inner}</mark>`,
      html`${text.slice(from, to)}`,
    );
  });
  return html`${leftOut(start, 'before')}${pieces}${leftOut(text.length - end, 'after')}`;
}

function shownPart(text: string, markings: readonly Marking[]): Span {
  if (text.length <= LONGEST) return { start: 0, end: text.length };
  const starts = markings.flatMap(({ evidence }) => evidence.map(({ start }) => start));
  const first = starts.length > 0 ? Math.min(...starts) : 0;
  const start = Math.max(0, Math.min(first - LONGEST / 4, text.length - LONGEST));
  return { start: wholeCharacter(text, start), end: wholeCharacter(text, start + LONGEST) };
}

/** Not between the two halves of a surrogate pair. */
function wholeCharacter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at;
}

function leftOut(characters: number, where: 'before' | 'after'): Html | undefined {
  return characters > 0
    ? html` <span class="left-out">[characters left out ${where} this: ${characters}]</span> `
    : undefined;
}
