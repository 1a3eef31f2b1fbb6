/** Draws a sample in which every kind of row is seen, however rare: the same number of rows of each stratum, as far as it has them. */

interface Drawn<T> {
  readonly priority: number;
  readonly value: T;
}

/**
 * Keeps, of each stratum, the rows with the smallest priorities. How many is the same for all strata and shrinks as strata come,
 * so that what is kept of each is at any time a fair sample of its rows so far.
 */
export class StratifiedSample<T> {
  readonly #most: number;
  readonly #strata = new Map<string, Drawn<T>[]>();
  #each: number;
  #size = 0;

  /** @param most rows in the end; while rows come, twice as many are held */
  constructor(most: number) {
    this.#most = most;
    this.#each = most;
  }

  /**
   * @param priority of the row, random and different for each row
   * @param make makes what is kept; not called for rows that are not kept
   */
  offer(stratum: string, priority: number, make: () => T): void {
    const drawn = this.#stratum(stratum);
    if (drawn.length >= this.#each && priority > (drawn[this.#each - 1] as Drawn<T>).priority) return;
    const place = drawn.findIndex((other) => other.priority > priority);
    drawn.splice(place === -1 ? drawn.length : place, 0, { priority, value: make() });
    if (drawn.length > this.#each) drawn.pop();
    else this.#size++;
    if (this.#size > 2 * this.#most) this.#shrink();
  }

  /** At most as many as asked for; first one of each stratum, then a second one, and so on. */
  get rows(): readonly T[] {
    const strata = [...this.#strata.values()];
    const longest = Math.max(0, ...strata.map((drawn) => drawn.length));
    const rounds = Array.from({ length: longest }, (_, i) => strata.flatMap((drawn) => drawn[i] ?? []));
    return rounds
      .flat()
      .slice(0, this.#most)
      .map(({ value }) => value);
  }

  /** Strata beyond as many as rows are wanted go to the first one. */
  #stratum(name: string): Drawn<T>[] {
    const known = this.#strata.get(name);
    if (known !== undefined) return known;
    if (this.#strata.size >= this.#most) return this.#strata.values().next().value as Drawn<T>[];
    const drawn: Drawn<T>[] = [];
    this.#strata.set(name, drawn);
    return drawn;
  }

  #shrink(): void {
    while (this.#size > this.#most && this.#each > 1) {
      const longest = Math.max(...[...this.#strata.values()].map((drawn) => drawn.length));
      this.#each = Math.min(this.#each, longest) - 1;
      for (const drawn of this.#strata.values()) this.#size -= drawn.splice(this.#each).length;
    }
  }
}
