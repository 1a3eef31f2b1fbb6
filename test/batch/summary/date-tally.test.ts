/** A column of dates says in which order it writes day and month, or that it does not; what cannot be read is counted. */
import { expect, it } from 'vitest';
import { DateTally, sortableDate } from '../../../src/batch/summary/date-tally.js';
import { readDate } from '../../../src/batch/summary/dates.js';

function tally(...cells: readonly string[]) {
  const dates = new DateTally(2027);
  for (const cell of cells) dates.read(cell);
  return dates.figures;
}

it.each([
  ['none', ['2019', '2019-04-25', '04/04/2019']],
  ['unclear', ['03/04/2019', '05/06/2020']],
  ['day-month', ['03/04/2019', '25/04/2019']],
  ['month-day', ['03/04/2019', '04/25/2019']],
  ['mixed', ['03/04/2019', '25/04/2019', '04/25/2019']],
])('the order is %s', (order, cells) => {
  expect(tally(...cells).order).toBe(order);
});

it('rows with a date, without one and with one that cannot be read add up to all rows', () => {
  expect(tally('2019', '', 'soon', '25/04/2019', 'soon', '')).toEqual({
    dated: 2,
    dayNumbers: 0,
    blank: 2,
    unreadable: 2,
    examples: ['soon'],
    order: 'day-month',
  });
});

it('day numbers of Excel are dates where more than half of the cells that are not blank are such numbers', () => {
  expect(tally('43831', '43580.5', '25/04/2019', '')).toMatchObject({
    dated: 3,
    dayNumbers: 2,
    unreadable: 0,
    blank: 1,
  });
  expect(tally('43831', '43580', '25/04/2019', 'soon')).toMatchObject({
    dated: 1,
    dayNumbers: 0,
    unreadable: 3,
    examples: ['soon', '43831', '43580'],
  });
});

it('at most five unreadable ones are shown, cut to 40 characters', () => {
  const { unreadable, examples } = tally(...Array.from({ length: 9 }, (_, i) => `${i} ${'y'.repeat(50)}`));
  expect(unreadable).toBe(9);
  expect(examples).toHaveLength(5);
  expect(examples[0]).toBe(`0 ${'y'.repeat(38)}`);
});

it.each([
  ['03/04/2019', 'day-month', '2019-04-03'],
  ['03/04/2019', 'month-day', '2019-03-04'],
  ['03/04/2019', 'unclear', '2019'],
  ['03/04/2019', 'mixed', '2019'],
  ['25/04/2019', 'mixed', '2019-04-25'],
  ['2019-4', 'none', '2019-04'],
] as const)('%s where the order is %s sorts as %s', (cell, order, sortable) => {
  const date = readDate(cell);
  expect(date && sortableDate(date, order)).toBe(sortable);
});
