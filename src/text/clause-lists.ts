/** Finds where a sentence lists things: at semicolons, after the colon that opens a list, at the commas of an enumeration. */
import { lastJoint } from './clause-joints.js';
import type { Mark } from './clause-marks.js';
import {
  belongTogether,
  endsWithOneOf,
  holdsOneOf,
  holdsPair,
  isJoined,
  isRepeated,
  type Part,
  partsBetween,
  runEnd,
  startingWords,
  wordsOf,
} from './clause-parts.js';
import { type ClauseLimits, COLON_LEADS, CONNECTORS, LIST_LEADS, SUMMARIES } from './clause-words.js';
import type { Span } from './span.js';

/** A stretch between strong marks, which may hold an enumeration. */
interface Stretch extends Span {
  /** The strong marks that open and close it; absent at the ends of the sentence. */
  readonly opener?: Mark | undefined;
  readonly closer?: Mark | undefined;
  readonly commas: readonly Mark[];
}

/** UTF-16 units before a colon that are read for the words that announce a list. */
const LEAD_SIGHT = 48;

/** UTF-16 units after a mark in which the words that open what follows are found. */
const OPENING_SIGHT = 32;

/** `a)`, `(2)`, `3.` at the start of an item. */
const MARKER = /^\(?(?:\d{1,2}|[a-zđ]|[ivx]{1,4})[).]\s/;

/** The marks at which the lists of a sentence are taken apart, in order. */
export function listCuts(text: string, sentence: Span, marks: readonly Mark[], limits: ClauseLimits): Mark[] {
  const all = stretches(text, sentence, marks, limits);
  const isTidy = all.slice(1).some(({ commas, closer }) => commas.length > 0 && closer?.kind === 'semicolon');
  return all.flatMap((stretch, index) => {
    const isMarked = MARKER.test(text.slice(stretch.start, stretch.start + OPENING_SIGHT));
    const followsMark = stretch.opener?.kind === 'colon' || (stretch.opener?.kind === 'semicolon' && index > 1);
    // The last stretch of a list is often sloppier than the others ("a; b; c, d …"), not where they hold commas or have numbers.
    const isListTail = followsMark && stretch.closer?.kind !== 'semicolon' && !isTidy && !isMarked;
    return [...(stretch.opener ? [stretch.opener] : []), ...enumerationCuts(text, stretch, isListTail, limits)];
  });
}

function stretches(text: string, sentence: Span, marks: readonly Mark[], limits: ClauseLimits): Stretch[] {
  const found: Stretch[] = [];
  let commas: Mark[] = [];
  let opener: Mark | undefined;
  let start = sentence.start;
  for (const [index, mark] of marks.entries()) {
    if (mark.kind === 'comma') commas.push(mark);
    if (mark.kind === 'comma' || mark.kind === 'dash') continue;
    const closesList = mark.kind === 'colon' && commas.length > 1 && opensWith(text, mark, SUMMARIES);
    if (mark.kind === 'colon' && !closesList && !opensList(text, sentence, marks, index, limits)) continue;
    found.push({ start, end: mark.start, opener, closer: mark, commas });
    start = mark.end;
    opener = mark;
    commas = [];
  }
  found.push({ start, end: sentence.end, opener, commas });
  return found;
}

function opensWith(text: string, mark: Mark, table: ReadonlySet<string>): boolean {
  return startingWords(wordsOf(text.slice(mark.end, mark.end + OPENING_SIGHT)), table) > 0;
}

/** True for a colon announced by a list word, or followed by semicolons or by three items. */
function opensList(text: string, sentence: Span, marks: readonly Mark[], colon: number, limits: ClauseLimits): boolean {
  const { start = 0, end = 0 } = marks[colon] ?? {};
  const before = wordsOf(text.slice(Math.max(sentence.start, start - LEAD_SIGHT), start));
  if (endsWithOneOf(before, LIST_LEADS) || endsWithOneOf(before, COLON_LEADS)) return true;
  let next = colon + 1;
  while (marks[next]?.kind === 'comma') next++;
  if (marks[next]?.kind === 'semicolon') return true;
  const parts = partsBetween(
    text,
    { start: end, end: marks[next]?.start ?? sentence.end },
    marks.slice(colon + 1, next),
  );
  return runEnd(parts, 0, false, limits) > 2 || runEnd(parts, 0, true, limits) > 3;
}

function enumerationCuts(text: string, stretch: Stretch, isListTail: boolean, limits: ClauseLimits): Mark[] {
  const parts = partsBetween(text, stretch, stretch.commas);
  const cuts: Mark[] = [];
  for (let first = 1; first < parts.length; ) {
    const isAnnounced = stretch.opener?.kind === 'colon' || announces(parts[first - 1], limits);
    const past = runEnd(parts, first, isAnnounced, limits);
    const lists = (from: number) => isList(parts, from, past, isListTail, limits);
    if (lists(first)) {
      const from = isAdverbial(parts, first, stretch, limits) && lists(first + 1) ? first + 1 : first;
      const commas = stretch.commas.slice(from - 1, past - 1);
      cuts.push(...commas.filter((_, index) => !belongTogether(parts[from - 1 + index], parts[from + index])));
      const joint = past - from > 1 && lastJoint(text, parts[past - 1], stretch.opener !== undefined, limits);
      if (joint) cuts.push(joint);
      const comma = stretch.commas[past - 1];
      if (comma && leavesList(parts[past]?.words ?? [], limits)) cuts.push(comma);
    }
    first = past + 1;
  }
  return cuts;
}

function announces(head: Part | undefined, limits: ClauseLimits): boolean {
  return holdsOneOf(head?.words.slice(-limits.item) ?? [], LIST_LEADS);
}

/** True when the parts from `from` up to `past`, with the end of the part before them, make a list. */
function isList(
  parts: readonly Part[],
  from: number,
  past: number,
  isListTail: boolean,
  limits: ClauseLimits,
): boolean {
  const items = parts.slice(from, past);
  const head = parts[from - 1];
  // A lone word that is no item (`elle`, `however`) leads to none either.
  if (from > 1 && head?.words.length === 1) return false;
  const after = parts[past];
  const isLast = !after || startingWords(after.words, limits.relatives) > 0;
  const repeated = items.filter((_, index) => isRepeated(parts, from + index));
  if (repeated.length > 1 || isEnumeration(head, items, isLast, limits)) return true;
  return isListTail && isPlainList(head, items, limits);
}

/** True when the sentence opens with a short adverbial and its subject comes after the first comma. */
function isAdverbial(parts: readonly Part[], first: number, { opener }: Stretch, limits: ClauseLimits): boolean {
  const [lead, subject] = parts;
  if (
    opener ||
    first > 1 ||
    !lead ||
    !subject ||
    subject.words.length <= 2 * limits.least ||
    lead.words.length > limits.item / 2
  )
    return false;
  return startingWords(lead.words, limits.adverbials) > 0 && !announces(lead, limits);
}

/** Three items or more, counting the end of the head, with a sign that they are a list and not asides in running prose. */
function isEnumeration(head: Part | undefined, items: readonly Part[], isLast: boolean, limits: ClauseLimits): boolean {
  const last = items.at(-1);
  if (!last) return false;
  const isAnnounced = announces(head, limits);
  if (items.length === 1) return isLast && !isJoined(last) && holdsPair(last.words, isAnnounced ? 1 : limits.least);
  return (
    isJoined(last) ||
    isAnnounced ||
    items.length > limits.unjoined ||
    (isLast && (items.length >= limits.unjoined || holdsPair(last.words, 1)))
  );
}

/** Where a list is certain, two parts are enough when both are long enough to stand alone. */
function isPlainList(head: Part | undefined, items: readonly Part[], limits: ClauseLimits): boolean {
  if (!head || items.length !== 1) return items.length > 1;
  return [head, ...items].every(({ words }) => words.length >= limits.least && words.length <= limits.item);
}

/** True for the part after a list that takes the sentence further; a short one rather belongs to the last item. */
function leavesList(words: readonly string[], limits: ClauseLimits): boolean {
  return words.length > limits.item || startingWords(words, CONNECTORS) > 0;
}
