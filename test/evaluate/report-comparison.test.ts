/** A comparison is reported with differences, tests and changed rows, on 80 columns. */
import { expect, test } from 'vitest';
import { evaluate } from '../../src/evaluate/evaluate.js';
import { formatEvaluation } from '../../src/evaluate/report-text.js';
import { fakeClassifier } from '../helpers/fake-classifier.js';

async function report(rows: number, before: Readonly<Record<string, number>>, now: Readonly<Record<string, number>>) {
  const topics = ['salary-reform', 'training'];
  const labelled = Array.from({ length: rows }, (_, i) => ({
    text: `Number ${i}. salary-reform:0.9 training:0.4`,
    topics,
  }));
  const baseline = await evaluate(fakeClassifier(topics, before), labelled, { resamples: 39 });
  const text = formatEvaluation(await evaluate(fakeClassifier(topics, now), labelled, { resamples: 39, baseline }));
  return text.slice(text.indexOf('Against the baseline'));
}

// By hand: before, training is found in no row, now in all; p of 3 against 0 is 2 · ½³ (exact binomial).
test('better rows', async () => {
  expect(await report(3, {}, { training: 0.3 })).toBe(`\
Against the baseline  Baseline    Now  Difference     95 % interval
Macro F1                 0.500  1.000      +0.500  [+0.500, +0.500]
Micro F1                 0.667  1.000      +0.333  [+0.333, +0.333]
Exact match              0.000  1.000      +1.000  [+1.000, +1.000]
F1 salary-reform         1.000  1.000      +0.000  [+0.000, +0.000]
F1 training              0.000  1.000      +1.000  [+1.000, +1.000]

McNemar        Right only before  Only now      p            Test
Exact match                    0         3  0.250  exact-binomial
salary-reform                  0         0  1.000  exact-binomial
training                       0         3  0.250  exact-binomial

Rows with fewer wrong topics than in the baseline: 3
  1, 2, 3
Rows with more: none
Rows with other tags and as many wrong: none
Intervals: both runs on the same resampled rows. McNemar: p is two-sided.
`);
});

// 2 · ½³⁰ is below 0.001; the chi-square of 30 against 0 is 29² / 30.
test('many worse rows are counted, and the first named', async () => {
  const text = await report(30, { training: 0.3 }, {});
  expect(text).toMatch(/^Exact match +30 +0 +< 0\.001 +chi-square$/m);
  expect(text).toContain('Rows with more: 30\n  1, 2, 3, 4, 5, 6, 7, 8 and 22 more\n');
  expect(text).toContain('−0.500  [−0.500, −0.500]');
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
});
