/** Chooses which years a page shows one by one, so that a slip of the pen such as 1019 does not squeeze the others. */
import type { DatedFigures } from '../../batch/summary/summary.js';
import type { TopicFigures } from '../../batch/summary/topic-tally.js';

export type YearFigures = DatedFigures['years'][number];

export interface ShownYears {
  /** Those with rows in the stretch of 40 years that holds the most rows, the earliest first. */
  readonly years: readonly YearFigures[];
  /** Rows before and after them. */
  readonly earlier: number;
  readonly later: number;
}

/** So many calendar years. */
const STRETCH = 40;

export function shownYears(all: readonly YearFigures[]): ShownYears {
  const within = (first: number) => all.filter(({ year }) => year >= first && year < first + STRETCH);
  const stretches = all.map(({ year }) => within(year));
  // Of equal ones the latest, which is what most are asked about.
  const years = stretches.reduce((best, other) => (rowsOf(other) >= rowsOf(best) ? other : best), [] as YearFigures[]);
  const [first = 0, last = 0] = [years[0]?.year, years.at(-1)?.year];
  return {
    years,
    earlier: rowsOf(all.filter(({ year }) => year < first)),
    later: rowsOf(all.filter(({ year }) => year > last)),
  };
}

function rowsOf(years: readonly TopicFigures[]): number {
  return years.reduce((sum, { rows }) => sum + rows, 0);
}

/** A share of fewer rows says next to nothing. */
const LEAST_ROWS = 10;

/** Those with rows enough for a chart; all of them when none has. */
export function chartedYears(years: readonly YearFigures[]): readonly YearFigures[] {
  const charted = years.filter(({ rows }) => rows >= LEAST_ROWS);
  return charted.length > 0 ? charted : years;
}
