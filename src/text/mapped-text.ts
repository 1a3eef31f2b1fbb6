/** Builds a text out of pieces of another, and keeps the way back to where each piece came from. */
import type { Span } from './span.js';

/** A text made from another, and the way back. */
export interface MappedText {
  readonly text: string;
  /** Maps a span of `text` to the smallest span of the original that covers it. */
  toOriginal(span: Span): Span;
}

/** Grows by pieces in the order of the original. */
export class MappedTextBuilder {
  text = '';
  readonly #length: number;
  // For each code unit of the text, the start and end of what it came from.
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  /** @param length of the original, in UTF-16 units */
  constructor(length: number) {
    this.#length = length;
  }

  /** Adds a piece that came as a whole from the units `start` to `end` of the original. */
  append(piece: string, start: number, end: number): void {
    this.text += piece;
    for (let unit = 0; unit < piece.length; unit++) {
      this.#starts.push(start);
      this.#ends.push(end);
    }
  }

  /** Adds a piece of the original that stays as it is, character by character. */
  keep(piece: string, from: number): void {
    let start = from;
    for (const character of piece) {
      this.append(character, start, start + character.length);
      start += character.length;
    }
  }

  toOriginal({ start, end }: Span): Span {
    const from = this.#starts[start] ?? this.#length;
    return { start: from, end: start < end ? (this.#ends[end - 1] ?? this.#length) : from };
  }
}
