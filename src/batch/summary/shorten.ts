/** Shortens a text for showing, so that the clauses that earned its tags stay in it. */

import { ownCopy } from '../../text/own-copy.js';
import type { Span } from '../../text/span.js';

/** Stands where something was left out. */
export const LEFT_OUT = '[…]';

export interface ShownText {
  /** With LEFT_OUT at either end where more text is; spaces and line ends in a row are one space. */
  readonly text: string;
  /** For each piece of evidence given, where its clauses stand in `text`: in their order, without those left out. */
  readonly evidence: readonly (readonly Span[])[];
}

/**
 * @param evidence as `tag` writes it: clauses of the text, joined with ` … `
 * @param longest characters (UTF-16 code units) that are kept of the text
 */
export function shorten(text: string, evidence: readonly string[], longest: number): ShownText {
  const whole = oneLine(text);
  const clauses = evidence.map((joined) =>
    joined
      .split(' … ')
      .map(oneLine)
      .filter((clause) => clause !== ''),
  );
  const [first = ''] = clauses.flat();
  const [start, end] = window(whole, whole.indexOf(first), first.length, longest);
  const before = start > 0 ? `${LEFT_OUT} ` : '';
  const behind = end < whole.length ? ` ${LEFT_OUT}` : '';
  const shown = ownCopy(before + whole.slice(start, end) + behind);
  return {
    text: shown,
    evidence: clauses.map((list) => list.flatMap((clause) => place(shown, clause))),
  };
}

/** Text from a file of rows holds line ends and runs of spaces that mean nothing where it is shown. */
function oneLine(text: string): string {
  return text.replace(/[ \t\r\n\v\f\u0085\u2028\u2029]+/g, ' ').trim();
}

/** From the beginning when the evidence fits in, otherwise with some text before the evidence; cut at spaces where there are any near. */
function window(text: string, evidenceStart: number, evidenceLength: number, longest: number): [number, number] {
  if (text.length <= longest) return [0, text.length];
  const fits = evidenceStart + evidenceLength <= longest;
  const start = fits ? 0 : wordStart(text, Math.max(0, evidenceStart - Math.floor(longest / 4)));
  return [start, wordEnd(text, Math.min(text.length, start + longest))];
}

/** How far from the wanted place a cut may be, so that no word is cut that is not very long. */
const NEAR = 30;

function wordStart(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.indexOf(' ', at);
  return space === -1 || space > at + NEAR ? outsidePair(text, at) : space + 1;
}

function wordEnd(text: string, at: number): number {
  if (at === text.length) return at;
  const space = text.lastIndexOf(' ', at);
  return space < at - NEAR ? outsidePair(text, at) : space;
}

/** Not between the halves of a surrogate pair. */
function outsidePair(text: string, at: number): number {
  return at > 0 && (text.codePointAt(at - 1) as number) > 0xffff ? at - 1 : at;
}

/** Of evidence cut off at an end the part that is shown. */
function place(shown: string, clause: string): Span[] {
  const start = shown.indexOf(clause);
  if (start !== -1) return [{ start, end: start + clause.length }];
  const end = shown.endsWith(` ${LEFT_OUT}`) ? shown.length - LEFT_OUT.length - 1 : shown.length;
  for (let length = Math.min(clause.length, end); length >= LEAST_PART; length--) {
    if (shown.startsWith(clause.slice(0, length), end - length)) return [{ start: end - length, end }];
  }
  return [];
}

/** A few characters that happen to be alike are no evidence. */
const LEAST_PART = 20;
