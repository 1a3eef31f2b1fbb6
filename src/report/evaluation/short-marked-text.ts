/** A text with its clauses marked, cut when it is very long. */
import type { Span } from '../../text/span.js';
import { type Html, html } from '../kit/html.js';
import { type Marking, markedText } from '../kit/marked-text.js';

/** Longest text shown whole, in UTF-16 code units; of a longer one what is around its first mark. */
const LONGEST = 2000;

/** The text, unchanged, around its first mark; what is cut off is said. */
export function shortMarkedText(text: string, markings: readonly Marking[]): Html {
  const part = shownPart(text, markings);
  return html`${leftOut(part.start, 'before')}${markedText(text, markings, part)}${leftOut(text.length - part.end, 'after')}`;
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
