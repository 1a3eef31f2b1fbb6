/** The report shows every figure with its interval, aligned, on 80 columns. */
import { expect, test } from 'vitest';
import { evaluate } from '../../src/evaluate/evaluate.js';
import type { LabelledRow } from '../../src/evaluate/labelled-rows.js';
import { formatEvaluation } from '../../src/evaluate/report-text.js';
import { fakeClassifier } from '../helpers/fake-classifier.js';

const right = (topic: string, group: string): LabelledRow => ({ text: `On ${topic}:0.9`, topics: [topic], group });
const report = async (rows: readonly LabelledRow[], topics?: readonly string[]) =>
  formatEvaluation(await evaluate(fakeClassifier(topics), rows));

// By hand: all tags are right, so every figure and bound is 1; the group that carries no topic has no F1 and no tag.
test('headline, topics, groups and notes stand below each other', async () => {
  const rows = [
    right('salary-reform', 'vi'),
    right('training', 'fr'),
    { text: 'Rain tomorrow.', topics: [], group: 'en' },
  ];
  expect(await report(rows, ['salary-reform', 'training'])).toBe(`\
Rows             3
Macro F1     1.000  [1.000, 1.000]
Micro F1     1.000  [1.000, 1.000]
Exact match  1.000  [1.000, 1.000]
False tags   0.000  [0.000, 0.000]

Topic          Precision  Recall     F1   95 % interval     AP  Support
salary-reform      1.000   1.000  1.000  [1.000, 1.000]  1.000        1
training           1.000   1.000  1.000  [1.000, 1.000]  1.000        1

Group  Rows  Macro F1   95 % interval  Micro F1  Exact  False tags
vi        1     1.000  [1.000, 1.000]     1.000  1.000           –
fr        1     1.000  [1.000, 1.000]     1.000  1.000           –
en        1         –               –         –  1.000       0.000

No tag: 1 no-topic-near.
False tags: of the rows that carry no topic, the share that got a tag.
In a group only topics in its rows or tags count; all may lie above the total.
Intervals: 95 %, from 1000 resamples of the rows, seed 1.
`);
});

test('a topic in no row and no tag is shown, and said to count as 0', async () => {
  const text = await report([right('training', 'vi')], ['salary-reform', 'training']);
  expect(text).toMatch(/^salary-reform +0\.000 +0\.000 +0\.000 +– +– +0$/m);
  expect(text).toContain('salary-reform: in no row and in no tag; counts as 0 in macro F1.\n');
  expect(text).toContain('Macro F1     0.500  [0.500, 0.500]\n');
});

test('without groups there is no table of groups', async () => {
  const text = await report([{ text: 'On training:0.9', topics: ['training'] }]);
  expect(text).not.toContain('Group');
});

test('when every row got a tag, the note says so', async () => {
  expect(await report([right('training', 'vi')])).toContain('No tag: no row.\n');
});

test('no line is wider than 80 columns and no colour is used, whatever the groups are called', async () => {
  const groups = ['Bộ Nội vụ', 'x'.repeat(70), '\u001b[31mred', '__proto__', ''];
  const text = await report(groups.map((group) => right('civil-service-ethics', group)));
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  expect(text).not.toContain('\u001b');
  expect(text).toMatch(/^\(blank\) +1 +1\.000/m);
  expect(text).toMatch(/^__proto__ +1 +1\.000 +\[1\.000, 1\.000\]/m);
});
