/** Cuts a text into the clauses that may serve as evidence: whole sentences, and the single items of the lists they hold. */
import { listCuts } from './clause-lists.js';
import { clauseMarks, type Mark } from './clause-marks.js';
import { type ClauseLimits, clauseLimits } from './clause-words.js';
import type { Language } from './language.js';
import { longCuts } from './long-clauses.js';
import { splitSentences } from './sentences.js';
import type { Span } from './span.js';
import { countWords, hasWord } from './words.js';

/** A clause, and how firmly it is parted from the one before it. */
interface Piece extends Span {
  readonly firmness: number;
}

const COMMA = 1;
const STRONG_MARK = 2;
const SENTENCE_END = 3;

/** No clause holds one of these: evidence is written to one line, its clauses joined with `|`. */
const HARD_BREAK = /[|\n\r\f\v\u0085\u2028\u2029]+/g;

/**
 * Clauses in order, without surrounding blanks, not overlapping; together they cover every letter and digit of `text`.
 * The mark between two clauses belongs to neither, a list marker (`a)`, `1.`, `-`) to the clause it opens. Lists are
 * taken apart item by item, running prose stays in sentences, and only a very long sentence is cut within.
 */
export function splitClauses(text: string, language: Language): Span[] {
  const limits = clauseLimits(language);
  return hardLines(text).flatMap((line) => {
    const pieces = splitSentences(text.slice(line.start, line.end), language).flatMap(({ start, end }) =>
      sentencePieces(text, { start: line.start + start, end: line.start + end }, limits),
    );
    return joinShort(text, pieces, limits).map(({ start, end }) => ({ start, end }));
  });
}

function hardLines(text: string): Span[] {
  const lines: Span[] = [];
  let start = 0;
  for (const { index, 0: sign } of text.matchAll(HARD_BREAK)) {
    lines.push({ start, end: index });
    start = index + sign.length;
  }
  return [...lines, { start, end: text.length }];
}

function sentencePieces(text: string, sentence: Span, limits: ClauseLimits): Piece[] {
  const marks = clauseMarks(text, sentence);
  const lists = listCuts(text, sentence, marks, limits);
  const long = longCuts(text, between(sentence, lists), marks, limits);
  const cuts = [...lists, ...long].sort((a, b) => a.start - b.start);
  return between(sentence, cuts).filter(({ start, end }) => hasWord(text.slice(start, end)));
}

function between(sentence: Span, cuts: readonly Mark[]): Piece[] {
  const pieces: Piece[] = [];
  let start = sentence.start;
  let firmness = SENTENCE_END;
  for (const cut of cuts) {
    pieces.push({ start, end: cut.start, firmness });
    start = cut.end;
    firmness = cut.kind === 'comma' ? COMMA : STRONG_MARK;
  }
  return [...pieces, { start, end: sentence.end, firmness }];
}

/** Joins a clause of one word to the neighbour it is less firmly parted from, to the next one when both are alike. */
function joinShort(text: string, pieces: readonly Piece[], limits: ClauseLimits): Piece[] {
  const joined: Piece[] = [];
  let open: Piece | undefined;
  for (const [index, piece] of pieces.entries()) {
    const clause: Piece = open ? { ...open, end: piece.end } : piece;
    open = undefined;
    const previous = joined.at(-1);
    const after = pieces[index + 1]?.firmness ?? Number.POSITIVE_INFINITY;
    const isFirm = Math.min(clause.firmness, after) === STRONG_MARK;
    if (!isShort(text.slice(clause.start, clause.end), isFirm, limits)) joined.push(clause);
    else if (previous && clause.firmness < after) joined[joined.length - 1] = { ...previous, end: clause.end };
    else if (index + 1 < pieces.length) open = clause;
    else joined.push(clause);
  }
  return joined;
}

function isShort(text: string, isFirm: boolean, limits: ClauseLimits): boolean {
  const words = countWords(text);
  const [least, term] = isFirm ? [limits.firmLeast, limits.firmTerm] : [limits.least, limits.term];
  return words < least && !(words === 1 && text.length >= term);
}
