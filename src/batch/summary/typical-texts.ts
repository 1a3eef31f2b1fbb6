/** Keeps the texts with the highest scores of a topic, each once. */
import { areNearCopies, type Shingles, shinglesOf } from './near-copies.js';

interface Candidate<T> {
  readonly score: number;
  readonly tie: number;
  readonly shingles: Shingles;
  readonly value: T;
}

/** How many are kept for each that is asked for, since one that comes later may be a near copy of several. */
const SPARE = 4;

export class TypicalTexts<T> {
  readonly #wanted: number;
  /** The best first; no two are near copies. */
  #kept: Candidate<T>[] = [];

  constructor(wanted: number) {
    this.#wanted = wanted;
  }

  /**
   * @param tie decides between equal scores, the smaller one first
   * @param make makes what is kept; not called for texts that are not kept
   */
  offer(text: string, score: number, tie: number, make: () => T): void {
    const isBetter = (kept: Candidate<T>) => score > kept.score || (score === kept.score && tie < kept.tie);
    const last = this.#kept[this.#wanted * SPARE - 1];
    if (last !== undefined && !isBetter(last)) return;
    const shingles = shinglesOf(text);
    const isCopy = (kept: Candidate<T>) => areNearCopies(kept.shingles, shingles);
    const better = this.#kept.filter((kept) => !isBetter(kept));
    if (better.some(isCopy)) return;
    const worse = this.#kept.filter((kept) => isBetter(kept) && !isCopy(kept));
    this.#kept = [...better, { score, tie, shingles, value: make() }, ...worse].slice(0, this.#wanted * SPARE);
  }

  /** The best first. */
  get best(): readonly T[] {
    return this.#kept.slice(0, this.#wanted).map(({ value }) => value);
  }
}
