/**
 * Finds the tokens of a stretch of text for tokenizers that give no offsets, whatever their kind: a place lies between two tokens when
 * the text before it, cut alone, gives exactly the first of the ids. Cutting left to right (WordPiece), by merges (BPE) and by the best
 * path (Unigram) all have that property, and none of their signs for spaces, bytes or unknown letters has to be understood.
 */
import type { Span } from '../../text/span.js';
import type { TokenRange } from '../token-range.js';
import { startsWith } from './token-cutter.js';

/** A word with the space before it, or the space at the end of a text. */
const WORD = /\s*\S+|\s+$/gu;
/** Words taken together where tokens reach over a space, as `.\n` does in some vocabularies. */
const MOST_JOINED = 8;
/** Longer words are taken whole: no clause begins within them, and trying each of their places takes time by the square. */
const LONGEST_DIVIDED = 200;

/** UTF-16 code units `start` to `end` of a text, which became the tokens `first` to `last` (exclusive). */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly first: number;
  readonly last: number;
}

/** Where the tokens of one text lie in it. */
export class TokenPlaces {
  readonly #text: string;
  readonly #ids: readonly number[];
  readonly #pieces: readonly Piece[];
  readonly #cut: (text: string) => readonly number[];

  private constructor(
    text: string,
    ids: readonly number[],
    pieces: readonly Piece[],
    cut: (text: string) => readonly number[],
  ) {
    this.#text = text;
    this.#ids = ids;
    this.#pieces = pieces;
    this.#cut = cut;
  }

  /** Places of `ids`, the tokens of `text` without marks; undefined when the words of the text, cut one by one, do not give these ids. */
  static find(text: string, ids: readonly number[], cut: (text: string) => readonly number[]): TokenPlaces | undefined {
    const words = text.match(WORD) ?? [];
    const pieces: Piece[] = [];
    let start = 0;
    let first = 0;
    for (let next = 0; next < words.length; ) {
      const fit = fitting(words, next, ids, first, cut);
      if (!fit) return undefined;
      pieces.push({ start, end: start + fit.length, first, last: first + fit.tokens });
      start += fit.length;
      first += fit.tokens;
      next += fit.words;
    }
    return first === ids.length ? new TokenPlaces(text, ids, pieces, cut) : undefined;
  }

  /** The tokens that overlap a span; a span without any takes the nearest one before it, as in the built-in embedder. */
  tokensOf({ start, end }: Span): TokenRange {
    const first = this.#between(start, -1);
    const last = this.#between(end, 1);
    if (last > first) return { start: first, end: last };
    const nearest = Math.max(0, first - 1);
    return { start: nearest, end: Math.min(nearest + 1, this.#ids.length) };
  }

  /** Tokens before the place `at`, or before the next place in direction `step` that does not lie within a token. */
  #between(at: number, step: -1 | 1): number {
    const piece = this.#pieceAt(at);
    if (!piece) return this.#ids.length;
    const ids = this.#ids.slice(piece.first, piece.last);
    const { start, end } = piece;
    if (end - start > LONGEST_DIVIDED) return at === start || step < 0 ? piece.first : piece.last;
    for (let place = at; place > start && place < end; place += step) {
      const before = this.#text.slice(start, place);
      const own = this.#cut(before);
      if (startsWith(ids, 0, own)) return piece.first + own.length;
      // A place within the space before a word ends before the word.
      if (step > 0 && before.trim() === '') return piece.first;
    }
    return at === start || step < 0 ? piece.first : piece.last;
  }

  /** The piece that begins at a place or reaches over it. */
  #pieceAt(at: number): Piece | undefined {
    let low = 0;
    let high = this.#pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#pieces[middle] as Piece).end <= at) low = middle + 1;
      else high = middle;
    }
    return this.#pieces[low];
  }
}

/** The fewest words from `next` on whose tokens are those from `first` on. */
function fitting(
  words: readonly string[],
  next: number,
  ids: readonly number[],
  first: number,
  cut: (text: string) => readonly number[],
): { readonly words: number; readonly length: number; readonly tokens: number } | undefined {
  let joined = '';
  for (let count = 1; count <= MOST_JOINED && next + count <= words.length; count++) {
    joined += words[next + count - 1];
    const own = cut(joined);
    if (startsWith(ids, first, own)) return { words: count, length: joined.length, tokens: own.length };
  }
  return undefined;
}
