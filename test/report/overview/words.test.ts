/** Figures of a collection as people read them. */
import { expect, it } from 'vitest';
import type { DatedFigures } from '../../../src/batch/summary/summary.js';
import {
  count,
  counted,
  dateNotes,
  leftOutNotes,
  perCent,
  range,
  restName,
} from '../../../src/report/overview/words.js';

it('thousands are apart', () => {
  expect(count(1_234_567)).toBe('1,234,567');
  expect([counted(1, 'row'), counted(0, 'row'), counted(2500, 'row')]).toEqual(['1 row', '0 rows', '2,500 rows']);
});

it('shares are in per cent with one decimal, and some are told from none', () => {
  expect([0, 0.0001, 0.0005, 0.123, 1].map(perCent)).toEqual(['0.0', '<0.1', '0.1', '12.3', '100.0']);
  expect(range([0.019, 0.055])).toBe('1.9–5.5\u202f%');
});

it.each([
  [1, '1 other'],
  [1200, '1,200 others'],
  [null, 'all others'],
])('%s pooled names', (names, text) => {
  expect(restName({ names, rows: 1, tagged: 0, topics: [] })).toBe(text);
});

it('what is in no figure or not shown is said', () => {
  expect(leftOutNotes({ badRows: 0, otherTags: 0, unclearEvidence: 0, topics: [] })).toEqual([]);
  expect(leftOutNotes({ badRows: 1, otherTags: 2500, unclearEvidence: 2, topics: [] })).toEqual([
    '1 row that could not be read; in no figure.',
    '2,500 tags of topics beyond the first 0.',
    '2 rows with evidence that holds a |, which is not shown.',
  ]);
});

const DATES: DatedFigures = {
  column: 'date',
  dated: 5,
  blank: 0,
  unreadable: 0,
  examples: [],
  order: 'none',
  years: [],
};

it('plain dates need no more than their number', () => {
  expect(dateNotes(DATES)).toEqual(['5 rows with a year in the column "date".']);
});

it('dates that are missing or cannot be read are said, and so is an order that cannot be told', () => {
  expect(dateNotes({ ...DATES, blank: 1, unreadable: 3, examples: ['soon', '1/2/19'], order: 'unclear' })).toEqual([
    '5 rows with a year in the column "date".',
    '1 row without a date; in no year.',
    '3 rows with a date that cannot be read, such as "soon", "1/2/19"; in no year.',
    'Nothing tells whether 03/04/2019 is in March or April here; only the years of such dates are used.',
  ]);
});
