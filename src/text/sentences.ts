/** Finds the sentences of a text: the platform's rules, put right where abbreviations, quotes and numbering mislead them. */
import { INNER, NUMBERED, PROVISIONS, SENTENCE_STARTERS, TITLES } from './abbreviations.js';
import type { Language } from './language.js';
import type { Span } from './span.js';
import { hasWord } from './words.js';

/** UTF-16 units handed to the segmenter at a time: each step of `Intl.Segmenter` costs time in proportion to its whole input. */
const WINDOW = 2_000;
/** UTF-16 units looked at on each side of a boundary; no abbreviation is longer. */
const SIGHT = 32;

/** Without one of these no rule of the platform ends a sentence (UAX #29). */
const MAY_END = /[\p{Sentence_Terminal}\n\r\u0085\u2028\u2029]/u;

const segmenters = new Map<string, Intl.Segmenter>();

/** Sentences in order, without surrounding blanks; together they cover everything in `text` but blanks. Line breaks always end one. */
export function splitSentences(text: string, language: Language): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  let read = 0;
  let worded = false;
  const boundaries = [...platformBoundaries(text, language), ...gluedBoundaries(text)].sort((a, b) => a - b);
  for (const boundary of [...boundaries, text.length]) {
    const end = Math.max(read, pastClosers(text, boundary));
    worded ||= hasWord(text.slice(read, end));
    read = end;
    if (end < text.length && !endsLine(text, end) && (!worded || continues(text, start, end))) continue;
    pushTrimmed(sentences, text, start, end, worded);
    start = end;
    worded = false;
  }
  return sentences;
}

function platformBoundaries(text: string, language: Language): number[] {
  // The first segmenter of a process takes 10 ms to make; a text of one sentence can do without.
  const first = text.search(MAY_END);
  if (first === -1 || !hasWord(text.slice(first))) return [];
  const segmenter = segmenterFor(language);
  const boundaries: number[] = [];
  for (let from = 0, size = WINDOW; from < text.length; ) {
    const starts = Array.from(segmenter.segment(text.slice(from, from + size)), ({ index }) => from + index);
    const whole = from + size >= text.length;
    // What follows the window may still undo its last boundary, so the last two sentences are read again in the next one.
    const certain = whole ? starts : starts.slice(0, -2);
    if (certain.length > 0 || whole) {
      boundaries.push(...certain);
      from = whole ? text.length : (starts.at(-2) ?? from);
      size = WINDOW;
    } else size *= 2;
  }
  return boundaries;
}

/** Boundaries without a blank (`… de la réforme.Le ministre …`), frequent in text saved from the web. */
function gluedBoundaries(text: string): number[] {
  return Array.from(text.matchAll(/(?<=\p{Ll}\p{M}*[.!?…]["”»]?)(?=\p{Lu}[\p{Ll}\p{M}\s'’])/gu), ({ index }) => index);
}

function segmenterFor(language: Language): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
    segmenters.set(language, segmenter);
  }
  return segmenter;
}

/** A French closing quote stands apart from its full stop, which the platform takes for the start of the next sentence. */
function pastClosers(text: string, boundary: number): number {
  return boundary + (/^[»”’)\]]+[^\S\n\r]*/.exec(text.slice(boundary, boundary + SIGHT))?.[0].length ?? 0);
}

function endsLine(text: string, boundary: number): boolean {
  return /[\n\r\u2028\u2029]\s*$/.test(text.slice(Math.max(0, boundary - SIGHT), boundary));
}

/** True when the sentence that began at `start` goes on after `boundary`. */
function continues(text: string, start: number, boundary: number): boolean {
  const before = text.slice(Math.max(start, boundary - SIGHT), boundary);
  const after = text.slice(boundary, boundary + SIGHT);
  if (/^\p{Ll}/u.test(after)) return true;
  const last = /([^\s([{"“«‘/]+)\.["”»’)\]]*\s*$/u.exec(before);
  if (!last) return false;
  const word = last[1] ?? '';
  return isNumbering(word, before.slice(0, last.index).trimEnd()) || isAbbreviation(word, after);
}

/** True for the number of a list item (`gồm: 1. …`) or of a provision (`Điều 5.`). */
function isNumbering(word: string, lead: string): boolean {
  if (!/^(?:\d{1,3}[a-z]?|[a-zđ]|[ivx]{1,5}|[IVX]{1,5})$/.test(word)) return false;
  return lead === '' || /[;:,]$/.test(lead) || PROVISIONS.has(lastWord(lead));
}

function isAbbreviation(word: string, after: string): boolean {
  if (word.split('.').every((part) => TITLES.has(part))) return true;
  if (NUMBERED.has(word)) return /^(?:\d|[IVXLC]+\b)/.test(after);
  const isInitials = /^\p{Lu}(?:\.-?\p{Lu})*$/u.test(word);
  return (isInitials || INNER.has(word)) && !startsSentence(after);
}

function startsSentence(after: string): boolean {
  const word = /^["“«(]?\s*(\p{L}+)(?![\p{L}.])/u.exec(after)?.[1];
  return word !== undefined && SENTENCE_STARTERS.has(word);
}

function lastWord(text: string): string {
  return (/\S+$/.exec(text)?.[0] ?? '').toLowerCase();
}

/** Marks without a word at the end of a line (`./.`) belong to the sentence before them. */
function pushTrimmed(sentences: Span[], text: string, from: number, to: number, isWorded: boolean): void {
  const part = text.slice(from, to);
  const start = from + part.length - part.trimStart().length;
  const end = from + part.trimEnd().length;
  const last = sentences.at(-1);
  if (end <= start) return;
  if (!isWorded && last && !endsLine(text, from)) sentences[sentences.length - 1] = { start: last.start, end };
  else sentences.push({ start, end });
}
