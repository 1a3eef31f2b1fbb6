/** Figures of a collection as people read them. */
import { expect, it } from 'vitest';
import type { DatedFigures } from '../../../src/batch/summary/summary.js';
import {
  count,
  counted,
  dateNotes,
  groupNotes,
  leftOutNotes,
  perCent,
  range,
  reasonName,
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

it.each([
  ['too-short', 'too short to tell'],
  ['no-accents', 'Vietnamese typed without accents'],
  ['below-min-score', 'scores below the least asked for'],
  ['toString', 'toString'],
  ['', '(blank)'],
])('the reason %j, of ours or not, is %s', (reason, text) => {
  expect(reasonName(reason)).toBe(text);
});

it('what is in no figure or not shown is said', () => {
  expect(leftOutNotes({ badRows: 0, empty: 0, otherTags: 0, unclearEvidence: 0, topics: [] })).toEqual([]);
  expect(leftOutNotes({ badRows: 1, empty: 3, otherTags: 2500, unclearEvidence: 2, topics: [] })).toEqual([
    '1 row that could not be read; in no figure.',
    '3 rows without a text; in no figure.',
    '2,500 tags of topics beyond the first 0.',
    '2 rows with evidence that holds a |, which is not shown.',
  ]);
});

const DATES: DatedFigures = {
  column: 'date',
  dated: 5,
  dayNumbers: 0,
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
  expect(dateNotes({ ...DATES, blank: 1, unreadable: 3, examples: ['soon', '1.2.3'], order: 'unclear' })).toEqual([
    '5 rows with a year in the column "date".',
    '1 row without a date; in no year.',
    '3 rows with a date that cannot be read, such as "soon", "1.2.3"; in no year.',
    'Dates look like 2019, 2019-04, 2019-04-25, 25/04/2019, 25/04/19 or 5 March 2019.',
    'Day numbers of Excel are read where most cells are such; no year after the next.',
    'Nothing tells whether 03/04/2019 is in March or April here; only the years of such dates are used.',
  ]);
});

it('day numbers are told of', () => {
  expect(dateNotes({ ...DATES, dayNumbers: 2 })[1]).toBe(
    '2 dates read as a day number of Excel: 43831 is 1 January 2020.',
  );
});

it('names that differ only in case are named', () => {
  expect(groupNotes({ alike: [['Hà Nội', 'HÀ NỘI', 'hà nội']] })).toEqual([
    '"Hà Nội" and "HÀ NỘI" and "hà nội" differ only in case and are counted apart.',
  ]);
});
