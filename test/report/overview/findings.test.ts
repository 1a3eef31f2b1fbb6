/** What is said to stand out is what chance alone would hardly make. */
import { expect, it } from 'vitest';
import { Summariser } from '../../../src/batch/summary/summariser.js';
import { pageTopics } from '../../../src/report/kit/topics.js';
import { findings } from '../../../src/report/overview/findings.js';

type Row = readonly [date: string, topics: readonly string[]];

function findingsOf(rows: readonly Row[]) {
  const summariser = new Summariser({ text: 'text', date: 'date' });
  for (const [date, topics] of rows) {
    const tags = topics.map((topic) => ({ topic, score: 0.9, evidence: 'a' }));
    summariser.add({ kind: 'row', line: 1, text: 'a', language: 'en', tags, abstained: '', date, group: '' }, 'a.csv');
  }
  const { summary } = summariser.finish(['a.csv'], 0);
  const markup = findings(summary, pageTopics(summary.topics.map(({ topic }) => topic)))?.markup ?? '';
  return [...markup.matchAll(/<li>(.*?)<\/li>/g)].map(([, item = '']) => item.replace(/<[^>]*>/g, '').trim());
}

/** @param years number of rows, and how many carry the topic `pay`, by year */
function said(years: Readonly<Record<string, readonly [rows: number, pay: number]>>) {
  const rows = Object.entries(years).flatMap(([date, [count, pay]]) =>
    Array.from({ length: count }, (_, i): Row => [date, i < pay ? ['pay'] : []]),
  );
  return findingsOf(rows);
}

const ofTopics = (rows: readonly (readonly string[])[]) => findingsOf(rows.map((topics): Row => ['2019', topics]));

it('the most frequent topic, and a rise that is plain', () => {
  expect(said({ 2019: [100, 5], 2020: [100, 10], 2021: [100, 30] })).toEqual([
    'A Pay is the most frequent topic: 15.0\u202f% of all rows (11.4–19.5\u202f%).',
    'A Pay rose from 5.0\u202f% of the rows of 2019 to 30.0\u202f% of those of 2021.',
  ]);
});

it('a fall that is plain', () => {
  expect(said({ 2019: [100, 30], 2020: [100, 5] })[1]).toBe(
    'A Pay fell from 30.0\u202f% of the rows of 2019 to 5.0\u202f% of those of 2020.',
  );
});

// Wilson's intervals of 5 and of 9 in 100 overlap: 2.2–11.2 % and 4.8–16.2 % (statsmodels 0.15.0).
it('no change that chance may have made', () => {
  expect(said({ 2019: [100, 5], 2020: [100, 9] })).toHaveLength(1);
});

it('no change between years of a few rows', () => {
  expect(said({ 2018: [3, 0], 2019: [100, 20], 2020: [100, 21], 2021: [2, 2] })).toHaveLength(1);
});

it('the two topics that stand together most often, when others do less often', () => {
  const rows = [
    ['pay', 'ethics'],
    ['pay', 'ethics'],
    ['pay', 'training'],
  ];
  expect(ofTopics(rows).at(-1)).toBe('B Ethics and A Pay stand together most often, in 2 rows.');
  expect(ofTopics(rows.slice(1)).join()).not.toContain('together');
  expect(ofTopics(rows.slice(0, 1)).join()).not.toContain('together');
});

it('no topic is called the most frequent when another is as frequent', () => {
  expect(ofTopics([['pay'], ['training']])).toEqual([]);
});

it('nothing when no row has a topic', () => {
  expect(said({ 2019: [10, 0] })).toEqual([]);
});
