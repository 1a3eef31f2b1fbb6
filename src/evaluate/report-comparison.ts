/** A comparison of two runs as plain text for a terminal of 80 columns. */
import type { Comparison, Difference } from './comparison.js';
import type { Evaluation } from './evaluation.js';
import type { McNemar } from './mcnemar.js';
import { interval, percent, probability, share, signed } from './number-text.js';
import { formatTable, printable } from './text-table.js';

/** Blocks of lines: the differences, the tests, and the rows that changed. */
export function comparisonSections(comparison: Comparison, bootstrap: Evaluation['bootstrap']): string[][] {
  return [differenceTable(comparison, bootstrap), testTable(comparison), notes(comparison)];
}

function differenceTable(comparison: Comparison, { level }: Evaluation['bootstrap']): string[] {
  const { macroF1, microF1, exactMatch, topics } = comparison;
  const line = (name: string, { baseline, now, difference, interval: bounds }: Difference) => [
    name,
    share(baseline),
    share(now),
    signed(difference),
    interval(bounds, signed),
  ];
  return formatTable([
    ['Against the baseline', 'Baseline', 'Now', 'Difference', `${percent(level)} interval`],
    line('Macro F1', macroF1),
    line('Micro F1', microF1),
    line('Exact match', exactMatch),
    ...Object.entries(topics).map(([topic, { f1 }]) => line(`F1 ${topic}`, f1)),
  ]);
}

function testTable({ mcnemar, topics }: Comparison): string[] {
  const line = (name: string, { rightOnlyBefore, rightOnlyNow, pValue, test }: McNemar) => [
    name,
    String(rightOnlyBefore),
    String(rightOnlyNow),
    probability(pValue),
    test,
  ];
  return formatTable([
    ['McNemar', 'Right only before', 'Only now', 'p', 'Test'],
    line('Exact match', mcnemar),
    ...Object.entries(topics).map(([topic, compared]) => line(topic, compared.mcnemar)),
  ]);
}

function notes({ leftOutTopics, changed }: Comparison): string[] {
  const numbers = (change: string) => changed.filter((row) => row.change === change).map(({ row }) => row);
  return [
    ...(leftOutTopics.length > 0
      ? [`Left out, for only one of the two runs knows them: ${leftOutTopics.map(printable).join(', ')}.`]
      : []),
    ...list('Rows with fewer wrong topics than in the baseline', numbers('better')),
    ...list('Rows with more', numbers('worse')),
    ...list('Rows with other tags and as many wrong', numbers('neither')),
    'Intervals: both runs on the same resampled rows. McNemar: p is two-sided.',
  ];
}

/** How many rows of each kind are named: with five digits each they fill a line of a terminal. */
const MOST_NAMED = 8;

function list(title: string, rows: readonly number[]): string[] {
  if (rows.length === 0) return [`${title}: none`];
  const more = rows.length - MOST_NAMED;
  const named = rows.slice(0, MOST_NAMED).join(', ');
  return [`${title}: ${rows.length}`, `  ${named}${more > 0 ? ` and ${more} more` : ''}`];
}
