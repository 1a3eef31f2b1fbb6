/** Keeps account of a column of dates: what was read, what was not, and in which order day and month are written. */

import { ownCopy } from '../../text/own-copy.js';
import { readDate, type WrittenDate } from './dates.js';

/** `unclear` when some dates could be either and none tells, `mixed` when the file shows both, `none` when no date leaves a choice. */
export type DayOrder = 'day-month' | 'month-day' | 'mixed' | 'unclear' | 'none';

/** What became of the cells. */
export interface DateFigures {
  /** Rows whose year was read. */
  readonly dated: number;
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
  readonly #examples = new Set<string>();
  readonly #orders = { 'day-month': 0, 'month-day': 0, either: 0 };

  /** @param cell without white space around it */
  read(cell: string): WrittenDate | undefined {
    const date = cell === '' ? undefined : readDate(cell);
    if (date !== undefined) this.#countDated(date);
    else if (cell === '') this.#blank++;
    else this.#countUnreadable(cell);
    return date;
  }

  get figures(): DateFigures {
    return {
      dated: this.#dated,
      blank: this.#blank,
      unreadable: this.#unreadable,
      examples: [...this.#examples],
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
    if (this.#examples.size < MOST_EXAMPLES) this.#examples.add(ownCopy(cell.slice(0, LONGEST_EXAMPLE)));
  }
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
