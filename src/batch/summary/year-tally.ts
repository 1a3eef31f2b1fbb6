/** Counts rows and topics by year. */
import type { WrittenDate } from './dates.js';
import { type TopicFigures, TopicTally } from './topic-tally.js';

export interface YearFigures extends TopicFigures {
  readonly year: number;
}

export class YearTally {
  readonly #plain = new Map<number, TopicTally>();
  /** Of day numbers, which may turn out to be no dates. */
  readonly #dayNumbers = new Map<number, TopicTally>();

  add({ year, isDayNumber }: WrittenDate, topics: readonly string[], isTagged: boolean): void {
    tallyOf(isDayNumber ? this.#dayNumbers : this.#plain, year).add(topics, isTagged);
  }

  /**
   * The earliest year first.
   *
   * @param hasDayNumbers whether day numbers are dates
   */
  figures(topics: readonly string[], hasDayNumbers: boolean): YearFigures[] {
    const years = new Map<number, TopicTally>();
    for (const part of hasDayNumbers ? [this.#plain, this.#dayNumbers] : [this.#plain]) {
      for (const [year, tally] of part) tallyOf(years, year).merge(tally);
    }
    return [...years].sort(([a], [b]) => a - b).map(([year, tally]) => ({ year, ...tally.figures(topics) }));
  }
}

function tallyOf(years: Map<number, TopicTally>, year: number): TopicTally {
  const tally = years.get(year) ?? new TopicTally();
  years.set(year, tally);
  return tally;
}
