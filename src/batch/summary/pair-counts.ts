/** Counts which topics stand together. */
import type { TopicPair } from './summary.js';

export class PairCounts {
  /** By the first topic, then by the second, in the order of their names. */
  readonly #counts = new Map<string, Map<string, number>>();

  /** @param topics of one row, each once */
  add(topics: readonly string[]): void {
    if (topics.length < 2) return;
    const sorted = [...topics].sort();
    for (const [i, first] of sorted.entries()) {
      for (const second of sorted.slice(i + 1)) this.#count(first, second);
    }
  }

  /** The pair in most rows first; equal ones by their names. */
  get figures(): readonly TopicPair[] {
    const pairs = [...this.#counts].flatMap(([first, seconds]) =>
      [...seconds].map(([second, rows]): TopicPair => ({ topics: [first, second], rows })),
    );
    const name = ({ topics }: TopicPair) => topics.join('|');
    return pairs.sort((a, b) => b.rows - a.rows || (name(a) < name(b) ? -1 : 1));
  }

  #count(first: string, second: string): void {
    const seconds = this.#counts.get(first) ?? new Map<string, number>();
    this.#counts.set(first, seconds.set(second, (seconds.get(second) ?? 0) + 1));
  }
}
