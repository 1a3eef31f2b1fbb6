/** Dates are read in the forms in which the press of Vietnam, France and others writes them, and nothing else is taken for one. */
import { describe, expect, it } from 'vitest';
import { readDate } from '../../../src/batch/summary/dates.js';

describe('is read', () => {
  it.each([
    ['2019', { year: 2019 }],
    ['2019.0', { year: 2019 }],
    ['2019-04', { year: 2019, month: 4 }],
    ['2019/4', { year: 2019, month: 4 }],
    ['04/2019', { year: 2019, month: 4 }],
    ['2019-04-25', { year: 2019, month: 4, day: 25 }],
    ['2019.4.5', { year: 2019, month: 4, day: 5 }],
    ['20190425', { year: 2019, month: 4, day: 25 }],
    ['2019042523', { year: 2019, month: 4, day: 25 }],
    ['201904252359', { year: 2019, month: 4, day: 25 }],
    ['20190425235959', { year: 2019, month: 4, day: 25 }],
    ['2019-04-25T23:59:00+07:00', { year: 2019, month: 4, day: 25 }],
    ['2019-04-25 08:30', { year: 2019, month: 4, day: 25 }],
    ['29/02/2020', { year: 2020, month: 2, day: 29, order: 'day-month' }],
    ['25.04.2019', { year: 2019, month: 4, day: 25, order: 'day-month' }],
    ['25-4-2019 08:30', { year: 2019, month: 4, day: 25, order: 'day-month' }],
    ['04/25/2019', { year: 2019, month: 4, day: 25, order: 'month-day' }],
    ['25/04/19', { year: 2019, month: 4, day: 25, order: 'day-month' }],
    ['25.4.19 08:30', { year: 2019, month: 4, day: 25, order: 'day-month' }],
    ['04/25/19', { year: 2019, month: 4, day: 25, order: 'month-day' }],
    ['03/04/19', { year: 2019, either: [3, 4] }],
    ['04/04/27', { year: 2027, month: 4, day: 4 }],
    ['04/04/28', { year: 1928, month: 4, day: 4 }],
    ['04/04/00', { year: 2000, month: 4, day: 4 }],
    ['04/04/2019', { year: 2019, month: 4, day: 4 }],
    ['03/04/2019', { year: 2019, either: [3, 4] }],
    ['Thứ ba, 30/04/2019, 08:30 (GMT+7)', { year: 2019, month: 4, day: 30, order: 'day-month' }],
    ['Thứ 3, ngày 30/4/2019', { year: 2019, month: 4, day: 30, order: 'day-month' }],
    ['08:30 | 30/04/2019', { year: 2019, month: 4, day: 30, order: 'day-month' }],
    ['ngày 5 tháng 3 năm 2019', { year: 2019, month: 3, day: 5 }],
    ['Ngày 05 tháng 03, 2019', { year: 2019, month: 3, day: 5 }],
    ['tháng 3 năm 2019', { year: 2019, month: 3 }],
    ['mardi 5 mars 2019', { year: 2019, month: 3, day: 5 }],
    ['1er août 2019', { year: 2019, month: 8, day: 1 }],
    ['12 févr. 2019', { year: 2019, month: 2, day: 12 }],
    ['March 5, 2019', { year: 2019, month: 3, day: 5 }],
    ['5th March 2019', { year: 2019, month: 3, day: 5 }],
    ['Tue, 05 Mar 2019 08:00:00 GMT', { year: 2019, month: 3, day: 5 }],
    ['décembre 2019'.normalize('NFD'), { year: 2019, month: 12 }],
  ])('%s', (cell, date) => {
    expect(readDate(cell, 2027)).toEqual(date);
  });

  // date -u -d @1556150400 and python3: datetime.fromtimestamp(1556150400.123, timezone.utc) give 25 April 2019.
  it.each(['1556150400', '1556150400.5', '1556150400123'])('%s, a moment, in UTC', (cell) => {
    expect(readDate(cell)).toEqual({ year: 2019, month: 4, day: 25 });
  });
});

// Microsoft's pages on DATE say that 39448 is 1 January 2008; the others by python3: date(1899, 12, 30) + timedelta(43831).
describe('a day number of Excel is read and told from other dates', () => {
  it.each([
    ['39448', { year: 2008, month: 1, day: 1 }],
    ['43831', { year: 2020, month: 1, day: 1 }],
    ['43580', { year: 2019, month: 4, day: 25 }],
    ['43580.75', { year: 2019, month: 4, day: 25 }],
    ['43580,75', { year: 2019, month: 4, day: 25 }],
    ['32874', { year: 1990, month: 1, day: 1 }],
    ['46752', { year: 2027, month: 12, day: 31 }],
  ])('%s', (cell, date) => {
    expect(readDate(cell, 2027)).toEqual({ ...date, isDayNumber: true });
  });

  it.each(['32873', '46753', '99999', '438310', '4383', '43831 words'])('%s is none', (cell) => {
    expect(readDate(cell, 2027)).toBeUndefined();
  });
});

describe('is not taken for a date', () => {
  it.each([
    ['a day that does not exist', '31/04/2019'],
    ['29 February of a common year', '29/02/2019'],
    ['a month that does not exist', '2019-13-01'],
    ['a month of the day alone', '13/2019'],
    ['a year of two digits that may be a day', '19-04-25'],
    ['a year before 1500', '0019'],
    ['a year after the next one', '2028-01-01'],
    ['a slip of the pen', '25/04/2919'],
    ['a school year', '2019/2020'],
    ['a word', 'hôm qua'],
    ['another word in the place of a month', '5 bananas 2019'],
    ['nothing', ''],
    ['a text', `25/04/2019 ${'x'.repeat(1000)}`],
  ])('%s: %s', (_, cell) => {
    expect(readDate(cell, 2027)).toBeUndefined();
  });
});

it('the last year that is read is the next one', () => {
  const next = new Date().getUTCFullYear() + 1;
  expect(readDate(String(next))).toEqual({ year: next });
  expect(readDate(String(next + 1))).toBeUndefined();
});
