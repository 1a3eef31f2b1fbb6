/** Finds where a sentence lists things: at semicolons, after the colon that opens a list, at the commas of an enumeration. */
import type { Mark } from './clause-marks.js';
import { type ClauseLimits, COLON_LEADS, CONJUNCTIONS, CONNECTORS, LIST_LEADS } from './clause-words.js';
import type { Span } from './span.js';

/** A stretch between strong marks, which may hold an enumeration. */
interface Stretch extends Span {
  /** The strong marks that open and close it; absent at the ends of the sentence. */
  readonly opener?: Mark | undefined;
  readonly closer?: Mark | undefined;
  readonly commas: readonly Mark[];
}

/** Words of the text between two commas, as written. */
type Part = readonly string[];

/** UTF-16 units before a colon that are read for the words that announce a list. */
const LEAD_SIGHT = 48;

/** The marks at which the lists of a sentence are taken apart, in order. */
export function listCuts(text: string, sentence: Span, marks: readonly Mark[], limits: ClauseLimits): Mark[] {
  return stretches(text, sentence, marks, limits).flatMap((stretch, index) => {
    const followsMark = stretch.opener?.kind === 'colon' || (stretch.opener?.kind === 'semicolon' && index > 1);
    // The last stretch of a list is often sloppier than the others: "a; b; c, d …".
    const isListTail = followsMark && stretch.closer?.kind !== 'semicolon';
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
    if (mark.kind === 'colon' && !opensList(text, sentence, marks, index, limits)) continue;
    found.push({ start, end: mark.start, opener, closer: mark, commas });
    start = mark.end;
    opener = mark;
    commas = [];
  }
  found.push({ start, end: sentence.end, opener, commas });
  return found;
}

/** True for a colon announced by a list word, or followed by semicolons or by three short parts. */
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
  return parts.length > 2 && parts.every((part) => isItem(part, limits));
}

function enumerationCuts(text: string, stretch: Stretch, isListTail: boolean, limits: ClauseLimits): Mark[] {
  const parts = partsBetween(text, stretch, stretch.commas);
  const cuts: Mark[] = [];
  for (let first = 1; first < parts.length; ) {
    const past = runEnd(parts, first, limits);
    const items = parts.slice(first, past);
    const head = parts[first - 1] ?? [];
    if (isEnumeration(head, items, past === parts.length, limits) || (isListTail && isPlainList(head, items, limits))) {
      cuts.push(...stretch.commas.slice(first - 1, past - 1));
      const comma = stretch.commas[past - 1];
      if (comma && leavesList(parts[past] ?? [], limits)) cuts.push(comma);
    }
    first = past + 1;
  }
  return cuts;
}

/** Index after the run of items that starts at `first`: a part that opens with a conjunction is the last of them. */
function runEnd(parts: readonly Part[], first: number, limits: ClauseLimits): number {
  let past = first;
  while (past < parts.length && isItem(parts[past] ?? [], limits)) {
    past++;
    if (startingWords(parts[past - 1] ?? [], CONJUNCTIONS) > 0) break;
  }
  return past;
}

/** Three items or more, counting the end of the head, with a sign that they are a list and not asides in running prose. */
function isEnumeration(head: Part, items: readonly Part[], isLast: boolean, limits: ClauseLimits): boolean {
  const last = items.at(-1);
  if (!last) return false;
  const isJoined = startingWords(last, CONJUNCTIONS) > 0;
  const isAnnounced = holdsOneOf(head.slice(-limits.item), LIST_LEADS);
  if (items.length === 1) return isLast && !isJoined && holdsPair(last, isAnnounced ? 1 : limits.least);
  return isJoined || isAnnounced || (isLast && (items.length >= limits.unjoined || holdsPair(last, 1)));
}

/** True when the part joins two items (`B and C`), each of at least `least` words. */
function holdsPair(part: Part, least: number): boolean {
  const at = part.findIndex((word, index) => CONJUNCTIONS.has(word) && index >= least);
  return at > 0 && part.length - at - 1 >= least;
}

/** Where a list is certain, two parts are enough when both are long enough to stand alone. */
function isPlainList(head: Part, items: readonly Part[], limits: ClauseLimits): boolean {
  if (items.length !== 1) return items.length > 1;
  return [head, ...items].every((part) => part.length >= limits.least && part.length <= limits.item);
}

/** True for the part after a list that takes the sentence further; a short one rather belongs to the last item. */
function leavesList(part: Part, limits: ClauseLimits): boolean {
  return part.length > limits.item || startingWords(part, CONNECTORS) > 0;
}

/** True for a part that reads like a noun phrase in running text, or two joined by a conjunction: short, no verb, no adverbial, no name. */
function isItem(part: Part, limits: ClauseLimits): boolean {
  const item = part.slice(startingWords(part, CONJUNCTIONS));
  const [first = ''] = item;
  return (
    first !== '' &&
    (part.length <= limits.item || isShortPair(item, limits.item)) &&
    !/^[\p{Lu}\p{N}]/u.test(first) &&
    !limits.starters.has(first.split(/['’]/)[0] ?? '') &&
    !holdsOneOf(item, limits.verbs)
  );
}

/** True when a conjunction parts the item into sides of at most `most` words: the last part of a list without a comma before "and". */
function isShortPair(item: Part, most: number): boolean {
  const joins = (word: string, index: number) =>
    CONJUNCTIONS.has(word) || CONJUNCTIONS.has(`${item[index - 1]} ${word}`);
  return item.some((word, index) => joins(word, index) && index <= most && item.length - index - 1 <= most);
}

/** Number of words, three at most, by which the part opens with an entry of the table. */
function startingWords(part: Part, table: ReadonlySet<string>): number {
  return [3, 2, 1].find((length) => table.has(part.slice(0, length).join(' ').toLowerCase())) ?? 0;
}

function endsWithOneOf(part: Part, table: ReadonlySet<string>): boolean {
  return table.has(part.slice(-1).join(' ')) || table.has(part.slice(-2).join(' '));
}

function holdsOneOf(part: Part, table: ReadonlySet<string>): boolean {
  return part.some((word, index) => table.has(word) || table.has(`${part[index - 1]} ${word}`));
}

/** The parts between the commas, less an empty one after the last. */
function partsBetween(text: string, span: Span, commas: readonly Mark[]): Part[] {
  const starts = [span.start, ...commas.map((comma) => comma.end)];
  const parts = starts.map((start, index) => wordsOf(text.slice(start, commas[index]?.start ?? span.end)));
  return parts.at(-1)?.length === 0 ? parts.slice(0, -1) : parts;
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu) ?? [];
}
