/** Finds the conjunction that joins the last two items of a list which has no comma there (`A, B | and C`). */
import type { Mark } from './clause-marks.js';
import { holdsOneOf, isJoined, joiningAt, type Part, startingWords, WORD } from './clause-parts.js';
import { BINDERS, type ClauseLimits, JOINTS, OPENINGS } from './clause-words.js';

/**
 * The blank before the conjunction, when it is the only one and both sides can stand alone and open alike;
 * `isAnnounced`: the list follows a colon and may do without a conjunction, so this one may be inside an item.
 */
export function lastJoint(
  text: string,
  part: Part | undefined,
  isAnnounced: boolean,
  limits: ClauseLimits,
): Mark | undefined {
  if (!part || isJoined(part)) return undefined;
  const at = onlyJoint(part.words);
  if (at === undefined) return undefined;
  const left = part.words.slice(0, at);
  const right = part.words.slice(at + joiningAt(part.words, at));
  if (left.length < 2 || right.length < limits.least) return undefined;
  // In `a law that lets A and B share` and `between A and B` the conjunction is the item's own.
  if (holdsOneOf(left, BINDERS) || holdsOneOf(left, limits.relatives)) return undefined;
  return openAlike(left, right, isAnnounced, limits) ? blankBefore(text, part, at) : undefined;
}

/** Index of the only conjunction; one of several words (`as well as`) goes before a plain one. */
function onlyJoint(words: readonly string[]): number | undefined {
  const all = words.flatMap((_, index) => (joiningAt(words, index) > 0 ? [index] : []));
  const wide = all.filter((index) => joiningAt(words, index) > 1);
  const [at, ...others] = wide.length > 0 ? wide : all;
  return at !== undefined && others.length === 0 && startingWords(words.slice(at), JOINTS) > 0 ? at : undefined;
}

/** True when both sides open with an article or with the same preposition, or in a way that leaves no doubt in their language. */
function openAlike(
  left: readonly string[],
  right: readonly string[],
  isAnnounced: boolean,
  limits: ClauseLimits,
): boolean {
  const [own, other] = [openings(left), openings(right)];
  if (own.some((opening) => other.includes(opening))) return true;
  if (startingWords(right, limits.starters) > 0) return false;
  if (limits.articles) return !isAnnounced && own.length === 0 && other.length === 0;
  return !isAnnounced || limits.least > 2 || other.length > 0;
}

function openings(words: readonly string[]): readonly string[] {
  const first = (words[0] ?? '').toLowerCase();
  return OPENINGS.get(first) ?? OPENINGS.get(first.split(/['’]/)[0] ?? '') ?? [];
}

function blankBefore(text: string, part: Part, index: number): Mark | undefined {
  const found = [...text.slice(part.start, part.end).matchAll(WORD)][index];
  if (!found) return undefined;
  const end = part.start + found.index;
  const start = part.start + text.slice(part.start, end).trimEnd().length;
  return start < end && start > part.start ? { kind: 'comma', start, end } : undefined;
}
