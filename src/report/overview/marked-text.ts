/** A text with the clauses marked that earned its tags; used by the page and by its script. */
import type { Span } from '../../text/span.js';
import { segmentsOf } from '../article/segments.js';
import { type Html, html } from '../kit/html.js';

/** A tag by the place of its topic in the page. */
export interface MarkedTag {
  readonly topic: number;
  readonly evidence: readonly Span[];
}

/** Clauses that several topics share are marked one mark within another. */
export function markedText(text: string, tags: readonly MarkedTag[]): Html {
  return html`${segmentsOf(text, tags).map(({ start, end, marks }) =>
    marks.reduceRight(
      (inner, { tag }) => html`<mark class="topic-${tags[tag]?.topic}">${inner}</mark>`,
      html`${text.slice(start, end)}`,
    ),
  )}`;
}

/** An attribute for the element around the text; none for a language that is not known. */
export function languageAttribute(language: string): Html | undefined {
  return /^[a-z]{2,3}$/.test(language) && language !== 'und' ? html` lang="${language}"` : undefined;
}
