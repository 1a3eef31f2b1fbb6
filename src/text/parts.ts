/** Finds the paragraphs of a text that was given as one but holds several, with blank lines between them. */
import type { Span } from './span.js';
import { countWords } from './words.js';

/** Parts of fewer words (a title, an address, an item of a list) do not make an article. */
const FEWEST_WORDS = 8;
const FEWEST_PARTS = 2;

/** One or more lines of white space only. */
const BLANK_LINES = /\n[^\S\n]*\n\s*/g;

/**
 * The parts between blank lines, in order, when at least two of them have eight words or more; otherwise the whole text as one part.
 *
 * @param text - normalised
 */
export function splitParts(text: string): Span[] {
  const parts: Span[] = [];
  let start = 0;
  for (const { index, 0: blank } of text.matchAll(BLANK_LINES)) {
    parts.push({ start, end: index });
    start = index + blank.length;
  }
  parts.push({ start, end: text.length });
  const worded = parts.filter((part) => countWords(text.slice(part.start, part.end)) >= FEWEST_WORDS);
  if (worded.length < FEWEST_PARTS) return [{ start: 0, end: text.length }];
  return parts.filter((part) => text.slice(part.start, part.end).trim() !== '');
}
