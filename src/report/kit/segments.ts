/** Cuts a text where evidence begins or ends, so that clauses that overlap can be shown one within another; used by all pages and the terminal. */
import type { Span } from '../../text/span.js';

/** One clause of the evidence of one tag. */
export interface EvidenceMark {
  /** Place of the tag among those of its text, and of the clause among the tag's evidence. */
  readonly tag: number;
  readonly clause: number;
}

/** A stretch of text to which the same clauses belong from end to end. */
export interface Segment {
  /** UTF-16 units of the text, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** In the order of the tags; empty where nothing is evidence. */
  readonly marks: readonly EvidenceMark[];
  /** Whether a clause begins here. */
  readonly begins: boolean;
}

/** Segments that cover the whole text in order; none is empty. */
export function segmentsOf(text: string, tags: readonly { readonly evidence: readonly Span[] }[]): Segment[] {
  const clauses = tags.flatMap(({ evidence }, tag) => evidence.map((span, clause) => ({ tag, clause, ...span })));
  const cuts = new Set([0, text.length, ...clauses.flatMap(({ start, end }) => [start, end])]);
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((start, i): Segment => {
    const end = places[i + 1] as number;
    const here = clauses.filter((clause) => clause.start <= start && clause.end >= end);
    return {
      start,
      end,
      marks: here.map(({ tag, clause }) => ({ tag, clause })),
      begins: here.some((clause) => clause.start === start),
    };
  });
}
