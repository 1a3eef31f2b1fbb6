/** Compares the tags of two runs on the same rows. */
import type { MatchedBaseline } from './baseline.js';
import { percentileInterval, type ResampleOptions, resample } from './bootstrap.js';
import type { ChangedRow, Comparison, Difference, TopicComparison } from './comparison.js';
import type { Judgement } from './evaluation.js';
import { type McNemar, mcnemar } from './mcnemar.js';
import { absentTopics, type Metrics, measure, type TopicMetrics } from './metrics.js';
import { findPatterns, type JudgedRow } from './patterns.js';

/** The same rows as two runs judged them. */
interface Pair<T> {
  readonly now: T;
  readonly baseline: T;
}

/** Compares the judgements of this run with those of a baseline that has the same rows. */
export function compare(
  judgements: readonly Judgement[],
  { comparedTopics, leftOutTopics, tags }: MatchedBaseline,
  options: ResampleOptions,
): Comparison {
  const rows = judgements.map((judgement, index): Pair<JudgedRow> => {
    const judged = (given: readonly string[]) => ({
      gold: comparedTopics.map((topic) => judgement.gold.includes(topic)),
      tagged: comparedTopics.map((topic) => given.includes(topic)),
    });
    return { now: judged(judgement.tags.map((tag) => tag.topic)), baseline: judged(tags[index] ?? []) };
  });
  const differ = measureDifferences(rows, options);
  return {
    comparedTopics,
    leftOutTopics,
    macroF1: differ((metrics) => metrics.macroF1),
    microF1: differ((metrics) => metrics.microF1),
    exactMatch: differ((metrics) => metrics.exactMatch),
    mcnemar: testRows(rows, (row) => countWrong(row) === 0),
    topics: Object.fromEntries(
      comparedTopics.map((topic, index): [string, TopicComparison] => [
        topic,
        {
          f1: differ((metrics) => (metrics.topics[index] as TopicMetrics).f1),
          mcnemar: testRows(rows, ({ gold, tagged }) => gold[index] === tagged[index]),
        },
      ]),
    ),
    changed: findChanged(rows, comparedTopics),
  };
}

type Figure = (metrics: Metrics) => number;

/** Measures both runs over all rows and over the same resamples, and returns what differs in a figure. */
function measureDifferences(
  rows: readonly Pair<JudgedRow>[],
  options: ResampleOptions,
): (figure: Figure) => Difference {
  // Rows of one pattern agree in both runs.
  const { distinct, ofRow, counts } = findPatterns(
    rows.map(({ now, baseline }) => ({ gold: now.gold, tagged: [...now.tagged, ...baseline.tagged] })),
  );
  const patterns = {
    now: distinct.map(({ gold, tagged }) => ({ gold, tagged: tagged.slice(0, gold.length) })),
    baseline: distinct.map(({ gold, tagged }) => ({ gold, tagged: tagged.slice(gold.length) })),
  };
  const absent = mapPair(patterns, (run) => absentTopics(measure(run, counts, 0)));
  const measureBoth = (drawn: Uint32Array): Pair<Metrics> => ({
    now: measure(patterns.now, drawn, absent.now),
    baseline: measure(patterns.baseline, drawn, absent.baseline),
  });
  const observed = measureBoth(counts);
  const draws = resample(ofRow, distinct.length, measureBoth, options);
  return (figure) => {
    const { now, baseline } = mapPair(observed, (metrics) => zeroIfUndefined(figure(metrics)));
    const interval = percentileInterval(draws.map((draw) => figure(draw.now) - figure(draw.baseline)));
    return { baseline, now, difference: now - baseline, interval };
  };
}

function zeroIfUndefined(figure: number): number {
  return Number.isNaN(figure) ? 0 : figure;
}

function mapPair<T, R>({ now, baseline }: Pair<T>, map: (value: T) => R): Pair<R> {
  return { now: map(now), baseline: map(baseline) };
}

function testRows(rows: readonly Pair<JudgedRow>[], isRight: (row: JudgedRow) => boolean): McNemar {
  const onlyNow = rows.filter(({ now, baseline }) => isRight(now) && !isRight(baseline)).length;
  const onlyBefore = rows.filter(({ now, baseline }) => !isRight(now) && isRight(baseline)).length;
  return mcnemar(onlyNow, onlyBefore);
}

function countWrong({ gold, tagged }: JudgedRow): number {
  return gold.filter((carries, topic) => carries !== tagged[topic]).length;
}

function findChanged(rows: readonly Pair<JudgedRow>[], topics: readonly string[]): ChangedRow[] {
  const ids = (flags: readonly boolean[]) => topics.filter((_, topic) => flags[topic]);
  return rows.flatMap(({ now, baseline }, index): ChangedRow[] => {
    if (now.tagged.every((given, topic) => given === baseline.tagged[topic])) return [];
    const [after, before] = [countWrong(now), countWrong(baseline)];
    const change = after < before ? 'better' : after > before ? 'worse' : 'neither';
    return [{ row: index + 1, gold: ids(now.gold), baselineTags: ids(baseline.tagged), tags: ids(now.tagged), change }];
  });
}
