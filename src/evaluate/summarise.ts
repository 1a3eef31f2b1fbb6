/** Turns judged rows, all of them or those of one group, into figures and their intervals. */
import { averagePrecision } from './average-precision.js';
import { percentileInterval, type ResampleOptions, resample } from './bootstrap.js';
import type { Figures, Intervals, TopicFigures, TopicIntervals } from './evaluation.js';
import { absentTopics, type Metrics, measure, type TopicMetrics } from './metrics.js';
import { findPatterns, type JudgedRow } from './patterns.js';

/** A judged row with the score of every topic, in the order of the topics. */
export interface ScoredRow extends JudgedRow {
  readonly scores: readonly number[];
}

export interface SummaryOptions extends ResampleOptions {
  /** Topic ids in the order of the rows' columns. */
  readonly topics: readonly string[];
  /** Whether a topic that occurs in neither gold nor tags counts as 0 in the means (true) or not at all (false). */
  readonly absentTopicsCount: boolean;
}

export interface Summary {
  readonly figures: Figures;
  readonly intervals: Intervals;
}

/**
 * Summarises at least one row.
 *
 * A topic that merely goes missing from a resample is left out of that resample's means, for a rare topic would
 * otherwise drag the lower bounds down however well it is found.
 */
export function summarise(rows: readonly ScoredRow[], options: SummaryOptions): Summary {
  const { topics, absentTopicsCount } = options;
  const { distinct, ofRow, counts } = findPatterns(rows);
  const zeroTopics = absentTopicsCount ? absentTopics(measure(distinct, counts, 0)) : 0;
  const observed = measure(distinct, counts, zeroTopics);
  const draws = resample(ofRow, distinct.length, (drawn) => measure(distinct, drawn, zeroTopics), options);
  return { figures: toFigures(observed, rows, options), intervals: toIntervals(draws, topics) };
}

function toFigures(
  metrics: Metrics,
  rows: readonly ScoredRow[],
  { topics, absentTopicsCount }: SummaryOptions,
): Figures {
  const whenUndefined = absentTopicsCount ? 0 : null;
  return {
    rows: metrics.rows,
    macroF1: definedOr(whenUndefined, metrics.macroF1),
    microF1: definedOr(whenUndefined, metrics.microF1),
    exactMatch: metrics.exactMatch,
    falseTagRate: definedOr(null, metrics.falseTagRate),
    topics: byTopic(topics, (index) => toTopicFigures(metrics.topics[index] as TopicMetrics, rows, index)),
  };
}

function toTopicFigures(metrics: TopicMetrics, rows: readonly ScoredRow[], topic: number): TopicFigures {
  return {
    precision: definedOr(0, metrics.precision),
    recall: definedOr(0, metrics.recall),
    f1: definedOr(0, metrics.f1),
    support: metrics.support,
    tagged: metrics.tagged,
    averagePrecision: averagePrecision(
      rows.map((row) => row.gold[topic] as boolean),
      rows.map((row) => row.scores[topic] as number),
    ),
  };
}

function toIntervals(draws: readonly Metrics[], topics: readonly string[]): Intervals {
  const over = (figure: (draw: Metrics) => number) => percentileInterval(draws.map(figure));
  const overTopic = (index: number, figure: keyof TopicMetrics) =>
    over((draw) => (draw.topics[index] as TopicMetrics)[figure]);
  return {
    macroF1: over((draw) => draw.macroF1),
    microF1: over((draw) => draw.microF1),
    exactMatch: over((draw) => draw.exactMatch),
    falseTagRate: over((draw) => draw.falseTagRate),
    topics: byTopic(
      topics,
      (index): TopicIntervals => ({
        precision: overTopic(index, 'precision'),
        recall: overTopic(index, 'recall'),
        f1: overTopic(index, 'f1'),
      }),
    ),
  };
}

/** fromEntries defines own properties, so that an id such as `__proto__` is harmless. */
function byTopic<T>(topics: readonly string[], make: (index: number) => T): Record<string, T> {
  return Object.fromEntries(topics.map((topic, index) => [topic, make(index)]));
}

function definedOr<T>(fallback: T, value: number): number | T {
  return Number.isNaN(value) ? fallback : value;
}
