/** Judges the parts between the commas of a sentence: which of them read like the items of a list. */
import type { Mark } from './clause-marks.js';
import { type ClauseLimits, CONJUNCTIONS, REPEATED, TOGETHER } from './clause-words.js';
import type { Span } from './span.js';

/** What stands between two commas, and its words as written. */
export interface Part extends Span {
  readonly words: readonly string[];
}

/** A list broken by a part longer than an item goes on if that part has at most this many items' length. */
const LONGEST_ITEM = 2;

/** The parts between the commas, less an empty one after the last. */
export function partsBetween(text: string, span: Span, commas: readonly Mark[]): Part[] {
  const starts = [span.start, ...commas.map(({ end }) => end)];
  const parts = starts.map((start, index) => {
    const end = commas[index]?.start ?? span.end;
    return { start, end, words: wordsOf(text.slice(start, end)) };
  });
  return parts.at(-1)?.words.length === 0 ? parts.slice(0, -1) : parts;
}

/** A word or a number, with the apostrophes and hyphens inside it. */
export const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu;

export function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}

/**
 * Index after the run of items that starts at `first`: a part that opens with a conjunction is the last of them.
 * Where there are four items or more, or a list is `certain`, one that is long or holds a verb may stand among them.
 */
export function runEnd(parts: readonly Part[], first: number, isCertain: boolean, limits: ClauseLimits): number {
  const wide = runOf(
    parts,
    first,
    (index) => isItemAt(parts, index, true, limits) || isBridge(parts, first, index, isCertain, limits),
  );
  if (isCertain || wide - first > 3) return wide;
  return runOf(parts, first, (index) => isItemAt(parts, index, false, limits));
}

function runOf(parts: readonly Part[], first: number, belongs: (index: number) => boolean): number {
  let past = first;
  while (past < parts.length && belongs(past)) {
    past++;
    if (isJoined(parts[past - 1])) break;
  }
  return past;
}

function isItemAt(parts: readonly Part[], index: number, isWide: boolean, limits: ClauseLimits): boolean {
  const words = parts[index]?.words ?? [];
  return (
    isRepeated(parts, index) || isItem(words, isWide, limits) || (isWide && index > 1 && isLongLast(words, limits))
  );
}

/** True for a part that opens with the preposition of the part before it: `on A, on B`, `relatifs à A, aux B`. */
export function isRepeated(parts: readonly Part[], index: number): boolean {
  const preposition = openingPreposition(parts[index]?.words ?? []);
  if (preposition === undefined) return false;
  const before = parts[index - 1]?.words ?? [];
  if (openingPreposition(before) === preposition) return true;
  const opens = (at: number) => openingPreposition(parts[at]?.words ?? []) === preposition;
  return opens(index + 1) && before.some((word) => REPEATED.get(word.toLowerCase()) === preposition);
}

function openingPreposition(words: readonly string[]): string | undefined {
  return REPEATED.get((words[startingWords(words, CONJUNCTIONS)] ?? '').toLowerCase());
}

/** True for a part that reads like a noun phrase in running text, or two joined by a conjunction: short, no verb, no adverbial, no name. */
function isItem(words: readonly string[], isWide: boolean, limits: ClauseLimits): boolean {
  return (
    !opensWithName(words) &&
    (words.length <= limits.item || isShortPair(words, limits.item)) &&
    opensItem(words, limits) &&
    !holdsVerb(words, isWide, limits)
  );
}

/** The last item of a list may be twice as long as the others. */
function isLongLast(words: readonly string[], limits: ClauseLimits): boolean {
  const isShort = words.length <= LONGEST_ITEM * limits.item;
  return isJoinedBy(words) && isShort && opensItem(words, limits) && !holdsVerb(words, true, limits);
}

/** A part between items that would not pass for one by itself: it opens with a name or, in a certain list, holds a verb or is long. */
function isBridge(
  parts: readonly Part[],
  first: number,
  index: number,
  isCertain: boolean,
  limits: ClauseLimits,
): boolean {
  const words = parts[index]?.words ?? [];
  const isNear = (at: number) => at >= first && at < parts.length && isItemAt(parts, at, true, limits);
  if (!isNear(index + 1) || !(isNear(index - 1) || isNear(index + 2))) return false;
  if (isJoinedBy(words) || !opensItem(words, limits)) return false;
  if (isCertain && (index === 0 || isNear(index - 1))) return words.length <= LONGEST_ITEM * limits.item;
  return limits.names && words.length <= limits.item && !holdsVerb(words, true, limits);
}

function opensWithName(words: readonly string[]): boolean {
  return /^[\p{Lu}\p{N}]/u.test(itself(words)[0] ?? '');
}

function opensItem(words: readonly string[], limits: ClauseLimits): boolean {
  const item = itself(words).map((word) => (/^\d/.test(word) ? '0' : word));
  const [first = ''] = item;
  return (
    first !== '' &&
    startingWords([first.split(/['’]/)[0] ?? ''], limits.starters) + startingWords(item, limits.starters) === 0
  );
}

/** The words of a part without the conjunction that leads them. */
function itself(words: readonly string[]): readonly string[] {
  return words.slice(startingWords(words, CONJUNCTIONS));
}

/** True when the part holds a verb; read widely, one in a relative clause does not count. */
function holdsVerb(words: readonly string[], isWide: boolean, limits: ClauseLimits): boolean {
  const relative = isWide ? words.findIndex((word) => limits.relatives.has(word.split(/['’]/)[0] ?? '')) : -1;
  return holdsOneOf(relative === -1 ? words : words.slice(0, relative), limits.verbs);
}

/** True when a conjunction parts the item into sides of at most `most` words: the last part of a list without a comma before "and". */
function isShortPair(words: readonly string[], most: number): boolean {
  return words.some((_, index) => {
    const length = joiningAt(words, index);
    return length > 0 && index <= most && words.length - index - length <= most;
  });
}

/** True when the part joins two items (`B and C`), each of at least `least` words. */
export function holdsPair(words: readonly string[], least: number): boolean {
  return words.some((_, index) => {
    const length = joiningAt(words, index);
    return length > 0 && index >= least && words.length - index - length >= least;
  });
}

/** Number of words of the conjunction that stands at `index`. */
export function joiningAt(words: readonly string[], index: number): number {
  return startingWords(words.slice(index, index + 3), CONJUNCTIONS);
}

/** True for a part that opens with a conjunction. */
export function isJoined(part: Part | undefined): boolean {
  return isJoinedBy(part?.words ?? []);
}

function isJoinedBy(words: readonly string[]): boolean {
  return startingWords(words, CONJUNCTIONS) > 0;
}

/** Number of words, three at most, by which the part opens with an entry of the table. */
export function startingWords(words: readonly string[], table: ReadonlySet<string>): number {
  return [3, 2, 1].find((length) => table.has(words.slice(0, length).join(' ').toLowerCase())) ?? 0;
}

export function endsWithOneOf(words: readonly string[], table: ReadonlySet<string>): boolean {
  return table.has(words.slice(-1).join(' ')) || table.has(words.slice(-2).join(' '));
}

export function holdsOneOf(words: readonly string[], table: ReadonlySet<string>): boolean {
  return words.some((word, index) => table.has(word) || table.has(`${words[index - 1]} ${word}`));
}

/** True when no list is cut between the two: the first only numbers (`Part III`, `and 9`) or joins the second, or they are one name. */
export function belongTogether(before: Part | undefined, after: Part | undefined): boolean {
  const words = before?.words ?? [];
  const last = words.at(-1) ?? '';
  if (CONJUNCTIONS.has(last) || (words.length <= 3 && /^(?:\d+|[IVX]+|[A-Z])$/.test(last))) return true;
  return [1, 2].some(
    (length) => startingWords([words.slice(-length).join(' '), ...opening(after, length)], TOGETHER) > 0,
  );
}

function opening(part: Part | undefined, length: number): readonly string[] {
  return [part?.words.slice(0, length).join(' ') ?? ''];
}
