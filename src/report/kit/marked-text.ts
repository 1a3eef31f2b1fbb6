/** A text with its clauses marked, one mark within another where clauses overlap; used by pages and by their scripts. */
import type { Span } from '../../text/span.js';
import { type Html, html } from './html.js';
import { segmentsOf } from './segments.js';

/** Clauses that are marked alike. */
export interface Marking {
  readonly evidence: readonly Span[];
  /** Classes of the `mark` elements. */
  readonly className: string;
}

/** @param part what is shown of the text; default all of it */
export function markedText(text: string, markings: readonly Marking[], part?: Span): Html {
  const { start, end } = part ?? { start: 0, end: text.length };
  return html`${segmentsOf(text, markings).map((segment) => {
    const [from, to] = [Math.max(segment.start, start), Math.min(segment.end, end)];
    if (from >= to) return undefined;
    return segment.marks.reduceRight(
      (inner, { tag }) => html`<mark class="${markings[tag]?.className}">${inner}</mark>`,
      html`${text.slice(from, to)}`,
    );
  })}`;
}
