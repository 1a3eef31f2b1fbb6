/** Multi-label figures from a gold matrix and a tag matrix, defined as in scikit-learn. */
import type { JudgedRow } from './patterns.js';

/** Shares in [0, 1]; NaN where there is nothing to divide by, which scikit-learn calls `zero_division=nan`. */
export interface TopicMetrics {
  /** Of the rows given the topic, the share that carries it. */
  readonly precision: number;
  /** Of the rows that carry the topic, the share that was given it. */
  readonly recall: number;
  /** Harmonic mean of the two: 2 · hits / (support + tagged). */
  readonly f1: number;
  /** Rows that carry the topic. */
  readonly support: number;
  /** Rows that were given the topic. */
  readonly tagged: number;
}

/** Shares in [0, 1]; NaN where there is nothing to divide by. */
export interface Metrics {
  readonly rows: number;
  /** Unweighted mean of F1 over the topics that occur in gold or tags, and over `zeroTopics` zeros. */
  readonly macroF1: number;
  /** F1 over all pairs of row and topic. */
  readonly microF1: number;
  /** Share of rows whose tags are exactly the gold topics; none and none agree. */
  readonly exactMatch: number;
  /** Of the rows without a gold topic, the share that was given one. */
  readonly falseTagRate: number;
  readonly topics: readonly TopicMetrics[];
}

/**
 * Measures rows given as patterns and the count of each.
 *
 * @param zeroTopics how many topics count as 0 in macro F1 although they occur in neither gold nor tags: all such
 *   topics give scikit-learn's `zero_division=0`, none its `zero_division=nan`
 */
export function measure(patterns: readonly JudgedRow[], counts: Uint32Array, zeroTopics: number): Metrics {
  const rows = counts.reduce((sum, count) => sum + count, 0);
  const tallies = tallyTopics(patterns, counts);
  const topics = tallies.map(measureTopic);
  return {
    rows,
    macroF1: macroMean(topics, zeroTopics),
    microF1: measureTopic(tallies.reduce(add, { support: 0, tagged: 0, hits: 0 })).f1,
    exactMatch: countWhere(patterns, counts, isExact) / rows,
    falseTagRate: countWhere(patterns, counts, isFalselyTagged) / countWhere(patterns, counts, hasNoTopic),
    topics,
  };
}

/** How many topics occur in neither gold nor tags. */
export function absentTopics({ topics }: Metrics): number {
  return topics.filter((topic) => Number.isNaN(topic.f1)).length;
}

/** Rows that carry a topic, that were given it, and both. */
interface Tally {
  support: number;
  tagged: number;
  hits: number;
}

/** One plain loop over all patterns, for it runs once a resample. */
function tallyTopics(patterns: readonly JudgedRow[], counts: Uint32Array): Tally[] {
  const tallies = (patterns[0]?.gold ?? []).map(() => ({ support: 0, tagged: 0, hits: 0 }));
  patterns.forEach(({ gold, tagged }, pattern) => {
    const count = counts[pattern] as number;
    tallies.forEach((tally, topic) => {
      if (gold[topic]) tally.support += count;
      if (tagged[topic]) tally.tagged += count;
      if (gold[topic] && tagged[topic]) tally.hits += count;
    });
  });
  return tallies;
}

function add(left: Tally, right: Tally): Tally {
  return {
    support: left.support + right.support,
    tagged: left.tagged + right.tagged,
    hits: left.hits + right.hits,
  };
}

function measureTopic({ support, tagged, hits }: Tally): TopicMetrics {
  return { precision: hits / tagged, recall: hits / support, f1: (2 * hits) / (support + tagged), support, tagged };
}

function macroMean(topics: readonly TopicMetrics[], zeroTopics: number): number {
  const defined = topics.map((topic) => topic.f1).filter((f1) => !Number.isNaN(f1));
  return defined.reduce((sum, f1) => sum + f1, 0) / (defined.length + zeroTopics);
}

function countWhere(patterns: readonly JudgedRow[], counts: Uint32Array, holds: (row: JudgedRow) => boolean): number {
  return patterns.reduce((sum, row, pattern) => (holds(row) ? sum + (counts[pattern] as number) : sum), 0);
}

function isExact({ gold, tagged }: JudgedRow): boolean {
  return gold.every((carries, topic) => carries === tagged[topic]);
}

function hasNoTopic({ gold }: JudgedRow): boolean {
  return !gold.includes(true);
}

function isFalselyTagged(row: JudgedRow): boolean {
  return hasNoTopic(row) && row.tagged.includes(true);
}
