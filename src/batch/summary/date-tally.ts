/** Keeps account of a column of dates: what was read, what was not, and in which order day and month are written. */

import { ownCopy } from '../../text/own-copy.js';
import { latestYear, readDate, type WrittenDate } from './dates.js';

/** `unclear` when some dates could be either and none tells, `mixed` when the file shows both, `none` when no date leaves a choice. */
export type DayOrder = 'day-month' | 'month-day' | 'mixed' | 'unclear' | 'none';

/** What became of the cells. */
export interface DateFigures {
  /** Rows whose year was read. */
  readonly dated: number;
  /** Of these, those with a number of Excel such as 43831 for 1 January 2020; such numbers are dates where most cells are. */
  readonly dayNumbers: number;
  readonly blank: number;
  readonly unreadable: number;
  /** The first few unreadable cells, each once, cut to 40 characters. */
  readonly examples: readonly string[];
  readonly order: DayOrder;
}

const MOST_EXAMPLES = 5;
const LONGEST_EXAMPLE = 40;

export class DateTally {
  #dated = 0;
  #blank = 0;
  #unreadable = 0;
  #dayNumbers = 0;
  readonly #examples = new Set<string>();
  readonly #dayNumberExamples = new Set<string>();
  readonly #last: number;
  readonly #orders = { 'day-month': 0, 'month-day': 0, either: 0 };

  /** @param last later years are not read */
  constructor(last = latestYear()) {
    this.#last = last;
  }

  /**
   * A day number is given as a date, whatever the other cells turn out to be.
   *
   * @param cell without white space around it
   */
  read(cell: string): WrittenDate | undefined {
    const date = cell === '' ? undefined : readDate(cell, this.#last);
    if (date?.isDayNumber) this.#countDayNumber(cell);
    else if (date !== undefined) this.#countDated(date);
    else if (cell === '') this.#blank++;
    else this.#countUnreadable(cell);
    return date;
  }

  /** Whether day numbers are dates: known when all cells have been read. */
  get hasDayNumbers(): boolean {
    return this.#dayNumbers > this.#dated + this.#unreadable;
  }

  get figures(): DateFigures {
    const dayNumbers = this.hasDayNumbers ? this.#dayNumbers : 0;
    const others = this.hasDayNumbers ? [] : this.#dayNumberExamples;
    return {
      dated: this.#dated + dayNumbers,
      dayNumbers,
      blank: this.#blank,
      unreadable: this.#unreadable + this.#dayNumbers - dayNumbers,
      examples: [...this.#examples, ...others].slice(0, MOST_EXAMPLES),
      order: this.#order,
    };
  }

  get #order(): DayOrder {
    const { 'day-month': dayMonth, 'month-day': monthDay, either } = this.#orders;
    if (dayMonth > 0 && monthDay > 0) return 'mixed';
    if (dayMonth > 0) return 'day-month';
    if (monthDay > 0) return 'month-day';
    return either > 0 ? 'unclear' : 'none';
  }

  #countDated({ order, either }: WrittenDate): void {
    this.#dated++;
    if (order !== undefined) this.#orders[order]++;
    if (either !== undefined) this.#orders.either++;
  }

  #countUnreadable(cell: string): void {
    this.#unreadable++;
    keep(this.#examples, cell);
  }

  #countDayNumber(cell: string): void {
    this.#dayNumbers++;
    keep(this.#dayNumberExamples, cell);
  }
}

function keep(examples: Set<string>, cell: string): void {
  if (examples.size < MOST_EXAMPLES) examples.add(ownCopy(cell.slice(0, LONGEST_EXAMPLE)));
}

/**
 * The date as far as it can be told, so that text order is time order: `2019-04-03`, `2019-04` or `2019`.
 *
 * @param order in which the file writes day and month
 */
export function sortableDate({ year, month, day, either }: WrittenDate, order: DayOrder): string {
  const known = either && (order === 'day-month' || order === 'month-day') ? ordered(either, order) : [month, day];
  return [
    String(year),
    ...known.filter((part) => part !== undefined).map((part) => String(part).padStart(2, '0')),
  ].join('-');
}

function ordered([first, second]: readonly [number, number], order: 'day-month' | 'month-day'): number[] {
  return order === 'day-month' ? [second, first] : [first, second];
}
