/** An evaluation as plain text for a terminal of 80 columns. */
import { invalidArgument, isObject } from '../arguments.js';
import type { Evaluation } from './evaluation.js';
import { interval, percent, share } from './number-text.js';
import { comparisonSections } from './report-comparison.js';
import { formatTable, printable } from './text-table.js';

/**
 * Aligned tables of the figures with their intervals; no colour, ends with a newline. Figures are shares in [0, 1].
 *
 * @throws CivicTopicsError INVALID_ARGUMENT when it is given anything but an evaluation
 */
export function formatEvaluation(evaluation: Evaluation): string {
  if (!isEvaluation(evaluation))
    throw invalidArgument('the evaluation', 'one that evaluate() gave, once awaited', evaluation);
  const { comparison, bootstrap } = evaluation;
  const sections = [
    headline(evaluation),
    topicTable(evaluation),
    groupTable(evaluation),
    notes(evaluation),
    ...(comparison ? comparisonSections(comparison, bootstrap) : []),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

/** As far as it is printed. */
function isEvaluation(value: unknown): boolean {
  if (!isObject(value) || value.schemaVersion !== 1) return false;
  return ['intervals', 'topics', 'groups', 'abstained', 'bootstrap'].every((part) => isObject(value[part]));
}

function headline({ intervals, ...figures }: Evaluation): string[] {
  return formatTable([
    ['Rows', String(figures.rows), ''],
    ['Macro F1', share(figures.macroF1), interval(intervals.macroF1)],
    ['Micro F1', share(figures.microF1), interval(intervals.microF1)],
    ['Exact match', share(figures.exactMatch), interval(intervals.exactMatch)],
    ['False tags', share(figures.falseTagRate), interval(intervals.falseTagRate)],
  ]);
}

function topicTable({ topics, intervals, bootstrap }: Evaluation): string[] {
  const header = ['Topic', 'Precision', 'Recall', 'F1', `${percent(bootstrap.level)} interval`, 'AP', 'Support'];
  const rows = Object.entries(topics).map(([topic, figures]) => [
    topic,
    share(figures.precision),
    share(figures.recall),
    share(figures.f1),
    interval(intervals.topics[topic]?.f1),
    share(figures.averagePrecision),
    String(figures.support),
  ]);
  return formatTable([header, ...rows]);
}

function groupTable({ groups, intervals, bootstrap }: Evaluation): string[] {
  const header = [
    'Group',
    'Rows',
    'Macro F1',
    `${percent(bootstrap.level)} interval`,
    'Micro F1',
    'Exact',
    'False tags',
  ];
  const rows = Object.entries(groups).map(([group, figures]) => [
    group,
    String(figures.rows),
    share(figures.macroF1),
    interval(intervals.groups[group]?.macroF1),
    share(figures.microF1),
    share(figures.exactMatch),
    share(figures.falseTagRate),
  ]);
  return rows.length === 0 ? [] : formatTable([header, ...rows]);
}

const GROUPS_NOTE = 'In a group only topics in its rows or tags count; all may lie above the total.';

function notes({ topics, groups, abstained, bootstrap: { level, resamples, seed } }: Evaluation): string[] {
  const absent = Object.entries(topics).filter(([, { support, tagged }]) => support + tagged === 0);
  const reasons = Object.entries(abstained).filter(([, rows]) => rows > 0);
  return [
    `No tag: ${reasons.map(([reason, rows]) => `${rows} ${reason}`).join(', ') || 'no row'}.`,
    'False tags: of the rows that carry no topic, the share that got a tag.',
    ...(Object.keys(groups).length > 0 ? [GROUPS_NOTE] : []),
    ...absent.map(([topic]) => `${printable(topic)}: in no row and in no tag; counts as 0 in macro F1.`),
    `Intervals: ${percent(level)}, from ${resamples} resamples of the rows, seed ${seed}.`,
  ];
}
