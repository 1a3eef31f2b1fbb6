/** The rows that the page carries fit into it, whatever they hold. */
import { expect, it } from 'vitest';
import type { SampledText } from '../../../src/batch/summary/summary.js';
import { pageTopics } from '../../../src/report/kit/topics.js';
import { MOST_BYTES, tableData } from '../../../src/report/overview/table-data.js';

const topics = pageTopics(['pay', 'training']);
const sampled = (number: number, changes: Partial<SampledText> = {}): SampledText => ({
  number,
  file: 'folder/rows.csv',
  line: number + 2,
  language: 'en',
  date: '25/04/2019',
  sortableDate: '2019-04-25',
  group: 'Wire',
  text: 'Training pays.',
  tags: [{ topic: 'training', score: 0.9, evidence: [{ start: 0, end: 8 }] }],
  abstained: '',
  ...changes,
});

it('a row says what the table shows, by the places of its topics', () => {
  expect(tableData([sampled(0)], topics, false)).toEqual([
    {
      line: 2,
      date: '25/04/2019',
      sortable: '2019-04-25',
      group: 'Wire',
      language: 'en',
      text: 'Training pays.',
      tags: [[1, 0.9, [{ start: 0, end: 8 }]]],
      reason: '',
    },
  ]);
});

it('rows come in the order of the collection, of several files with their names', () => {
  const rows = tableData([sampled(7), sampled(3), sampled(5)], topics, true);
  expect(rows.map(({ line, file }) => [line, file])).toEqual([
    [5, 'rows.csv'],
    [7, 'rows.csv'],
    [9, 'rows.csv'],
  ]);
});

it('a row without a topic says why', () => {
  expect(tableData([sampled(0, { tags: [], abstained: 'too-short' })], topics, false)[0]?.reason).toBe(
    'too short to tell',
  );
});

it('what does not fit is left out, from the end of the sample', () => {
  const rows = tableData(
    Array.from({ length: 2000 }, (_, i) => sampled(2000 - i, { text: '<'.repeat(400) })),
    topics,
    false,
  );
  const bytes = Buffer.byteLength(JSON.stringify(rows).replaceAll('<', '\\u003c'));
  expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
  expect(bytes).toBeGreaterThan(MOST_BYTES * 0.99);
  // The sample begins with row 2,000 of the collection, which comes last in the table.
  expect(rows.at(-1)?.line).toBe(2002);
});
