/** Reads dates as files of the press write them; the year is always plain, which number is the day need not be. */
import { monthOf } from './month-names.js';

/** What a cell says of a date. */
export interface WrittenDate {
  readonly year: number;
  /** From 1; absent when it is not written, or cannot be told from the day. */
  readonly month?: number;
  /** From 1; absent likewise. */
  readonly day?: number;
  /** Of a date such as 03/04/2019, whose cell does not tell which is the day, the two numbers in their order. */
  readonly either?: readonly [number, number];
  /** What a date such as 25/04/2019 shows. */
  readonly order?: 'day-month' | 'month-day';
  /** Of a number such as 43831, which is a date only in a column of such numbers. */
  readonly isDayNumber?: true;
}

/** Years before are slips of the pen, or no years at all; so are those after the next one. */
const FIRST_YEAR = 1500;

/** Texts are announced for the next year, but not for later ones. */
export function latestYear(): number {
  return new Date().getUTCFullYear() + 1;
}

/** Longer cells hold something else. */
const LONGEST_DATE = 100;

/**
 * Reads yyyy, yyyy-mm, yyyy-mm-dd, yyyymmdd to yyyymmddhhmmss, dd/mm/yyyy or mm/dd/yyyy, mm/yyyy (with `-`, `/` or `.`), dd/mm/yy or
 * mm/dd/yy (with `/` or `.`), times behind or before them, seconds or milliseconds since 1970 (in UTC), Excel's day numbers from 1990
 * on, and months in words in Vietnamese, French and English. Of two digits the year is the latest one that ends so and is no later than
 * `last`. Undefined for anything else, a day that does not exist included.
 *
 * @param cell without white space around it
 * @param last later years are not read
 */
export function readDate(cell: string, last = latestYear()): WrittenDate | undefined {
  if (cell.length > LONGEST_DATE) return undefined;
  const text = cell.normalize('NFC').toLowerCase().replace(/\s+/g, ' ');
  for (const lead of LEADS) {
    const date = readBare(text.replace(lead, ''), last);
    if (date !== undefined) return date.year >= FIRST_YEAR && date.year <= last ? date : undefined;
  }
  return dayNumber(text, last);
}

/** Nothing, `mardi ` or `ngày `, `Thứ 3, ngày `, and `08:30 | ` before the date. */
const LEADS = [/^/, /^\D+/, /^[^,]*,\D*/, /^\d{1,2}[:h]\d{2}(?::\d{2})?\D+/];

type Read = (numbers: readonly number[], words: readonly string[], last: number) => WrittenDate | undefined;

const END = '(?=$|[t ,;])';
const WORD = '([\\p{L}.]+(?: \\d{1,2})?)';

const FORMS: readonly (readonly [RegExp, Read])[] = [
  // pandas writes whole numbers as 2019.0 where other cells of the column are blank.
  [/^(\d{4})(?:\.0)?$/, ([year = 0]) => ({ year })],
  // yyyymmddhh, yyyymmddhhmm and yyyymmddhhmmss: as seconds or milliseconds they would lie in the 2030s and in 1976.
  [
    /^((?:19|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?:[01]\d|2[0-3])(?:[0-5]\d){0,2}$/,
    ([year = 0, month = 0, day]) => existing(year, month, day),
  ],
  [/^(\d{9,10})(?:\.\d+)?$/, ([seconds = 0]) => atMoment(1000 * seconds)],
  [/^(\d{12,13})(?:\.\d+)?$/, ([milliseconds = 0]) => atMoment(milliseconds)],
  [new RegExp(`^(\\d{4})[-/.](\\d{1,2})${END}`), ([year = 0, month = 0]) => existing(year, month)],
  [
    new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${END}`),
    ([year = 0, month = 0, day]) => existing(year, month, day),
  ],
  [/^(\d{4})(\d\d)(\d\d)(?:t|$)/, ([year = 0, month = 0, day]) => existing(year, month, day)],
  [/^(\d{1,2})[-/.](\d{4})$/, ([month = 0, year = 0]) => existing(year, month)],
  [
    new RegExp(`^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})${END}`),
    ([first = 0, second = 0, year = 0]) => yearLast(first, second, year),
  ],
  // Not with -, where the year may as well stand first.
  [
    new RegExp(`^(\\d{1,2})([/.])(\\d{1,2})\\2(\\d\\d)${END}`),
    ([first = 0, , second = 0, digits = 0], _, last) => yearLast(first, second, fullYear(digits, last)),
  ],
  [
    new RegExp(`^(\\d{1,2})(?:st|nd|rd|th|er)?[ -]${WORD}(?: năm)?[ ,-]+(\\d{4})${END}`, 'u'),
    ([day, , year = 0], [, name = '']) => existing(year, monthOf(name), day),
  ],
  [
    new RegExp(`^${WORD}(?: năm)? (?:(\\d{1,2})(?:st|nd|rd|th)?,? )?(\\d{4})${END}`, 'u'),
    ([, day, year = 0], [name = '']) => existing(year, monthOf(name), day),
  ],
];

function readBare(text: string, last: number): WrittenDate | undefined {
  for (const [form, read] of FORMS) {
    const parts = form.exec(text)?.slice(1);
    if (parts !== undefined) return read(parts.map(Number), parts, last);
  }
  return undefined;
}

/** The latest year that ends in the two digits. */
function fullYear(digits: number, last: number): number {
  return last - ((last - digits) % 100);
}

const MILLISECONDS_A_DAY = 86_400_000;
/** Day 0 of spreadsheets, as far as days after February 1900 go: Excel counts a 29 February 1900. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const FIRST_DAY_NUMBER_YEAR = 1990;

/** What a spreadsheet shows of a date whose cell has the format of a number; a part of a day is the time. */
function dayNumber(text: string, last: number): WrittenDate | undefined {
  if (!/^\d{5}(?:[.,]\d+)?$/.test(text)) return undefined;
  const date = atMoment(DAY_ZERO + MILLISECONDS_A_DAY * Math.floor(Number(text.replace(',', '.'))));
  return date.year >= FIRST_DAY_NUMBER_YEAR && date.year <= last ? { ...date, isDayNumber: true } : undefined;
}

function atMoment(milliseconds: number): WrittenDate {
  const date = new Date(milliseconds);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Undefined when there is no such month or day. @param day not a number when none is written */
function existing(year: number, month: number | undefined, day = Number.NaN): WrittenDate | undefined {
  if (month === undefined || month < 1 || month > 12) return undefined;
  if (Number.isNaN(day)) return { year, month };
  // Day 0 of the next month is the last of this one.
  return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate() ? { year, month, day } : undefined;
}

function yearLast(first: number, second: number, year: number): WrittenDate | undefined {
  const dayMonth = existing(year, second, first);
  const monthDay = existing(year, first, second);
  if (dayMonth && monthDay) return first === second ? dayMonth : { year, either: [first, second] };
  if (dayMonth) return { ...dayMonth, order: 'day-month' };
  return monthDay && { ...monthDay, order: 'month-day' };
}
