/** A slip of the pen in one date does not spoil the charts of all years. */
import { expect, it } from 'vitest';
import { chartedYears, shownYears } from '../../../src/report/overview/shown-years.js';

const year = (number: number, rows: number) => ({ year: number, rows, tagged: 0, topics: [] });
const numbers = (years: readonly { readonly year: number }[]) => years.map((shown) => shown.year);

it('all years are shown when they are not far apart', () => {
  const { years, earlier, later } = shownYears([year(1990, 5), year(2010, 5), year(2024, 5)]);
  expect({ years: numbers(years), earlier, later }).toEqual({ years: [1990, 2010, 2024], earlier: 0, later: 0 });
});

it('of years that are far apart the forty that hold the most rows, and the others are counted', () => {
  const all = [
    year(1019, 1),
    year(1919, 2),
    ...Array.from({ length: 10 }, (_, i) => year(2015 + i, 100)),
    year(2109, 3),
  ];
  const { years, earlier, later } = shownYears(all);
  expect({ years: numbers(years), earlier, later }).toEqual({
    years: Array.from({ length: 10 }, (_, i) => 2015 + i),
    earlier: 3,
    later: 3,
  });
});

it('there may be none', () => {
  expect(shownYears([])).toEqual({ years: [], earlier: 0, later: 0 });
});

it('years of few rows are left out of the charts, unless all are', () => {
  expect(numbers(chartedYears([year(2018, 9), year(2019, 10), year(2020, 500)]))).toEqual([2019, 2020]);
  expect(numbers(chartedYears([year(2018, 9), year(2019, 1)]))).toEqual([2018, 2019]);
});
