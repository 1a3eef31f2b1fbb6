/** Measures a classifier against rows whose topics are known. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AbortOptions, Abstention, Classifier } from '../classify/classification.js';
import { CivicTopicsError, throwIfAborted } from '../errors.js';
import { LEVEL } from './bootstrap.js';
import type { Evaluation } from './evaluation.js';
import { type LabelledRow, readLabelledRows } from './labelled-rows.js';
import { type ScoredRow, type Summary, type SummaryOptions, summarise } from './summarise.js';

export interface EvaluateOptions extends AbortOptions {
  /** Seed of the resamples that give the intervals, a whole number in [0, 2^32); default 1. */
  readonly seed?: number;
  /** How many resamples give the intervals, a whole number in [39, 100000]; default 1000. */
  readonly resamples?: number;
  /** Called after every row with the number of rows classified so far. */
  readonly onRow?: (done: number) => void;
}

/**
 * Classifies every row and compares the tags with the row's topics.
 *
 * All rows are read and checked before the first is classified, and are kept in memory.
 *
 * @throws CivicTopicsError INPUT_INVALID when there is no row, or one is malformed or names an unknown topic
 * @throws CivicTopicsError INVALID_ARGUMENT when an option is out of its range
 * @throws CivicTopicsError ABORTED when the signal is aborted
 */
export async function evaluate(
  classifier: Classifier,
  rows: AsyncIterable<LabelledRow> | Iterable<LabelledRow>,
  { seed = 1, resamples = 1000, signal, onRow }: EvaluateOptions = {},
): Promise<Evaluation> {
  checkWholeNumber('seed', seed, 0, 2 ** 32 - 1);
  checkWholeNumber('resamples', resamples, FEWEST_RESAMPLES, MOST_RESAMPLES);
  const { topics } = classifier;
  const labelled = await readLabelledRows(rows, topics, signal);
  const judged = await judgeRows(classifier, labelled, signal, onRow);
  const all = summarise(judged, { topics, seed, resamples, absentTopicsCount: true });
  const groups = await summariseGroups(judged, { topics, seed, resamples, absentTopicsCount: false }, signal);
  return {
    schemaVersion: 1,
    ...all.figures,
    // Null only where absent topics do not count.
    macroF1: all.figures.macroF1 as number,
    microF1: all.figures.microF1 as number,
    groups: mapGroups(groups, (group) => group.figures),
    abstained: countAbstained(judged),
    intervals: { ...all.intervals, groups: mapGroups(groups, (group) => group.intervals) },
    bootstrap: { level: LEVEL, resamples, seed },
  };
}

/** The fewest values of which one lies beyond each end of a 95 % interval: (39 + 1) · 2.5 % = 1. */
const FEWEST_RESAMPLES = 39;

/** With so many draws a bound wanders by 1 % of the figure's standard error; more only cost memory and time. */
const MOST_RESAMPLES = 100_000;

function checkWholeNumber(name: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new CivicTopicsError(
    'INVALID_ARGUMENT',
    `Expected ${name} to be a whole number from ${least} to ${most}, got ${value}.`,
  );
}

interface Judgement extends ScoredRow {
  readonly group: string | undefined;
  readonly abstained: Abstention | undefined;
}

async function judgeRows(
  classifier: Classifier,
  rows: readonly LabelledRow[],
  signal: AbortSignal | undefined,
  onRow: EvaluateOptions['onRow'],
): Promise<Judgement[]> {
  const judged: Judgement[] = [];
  for (const row of rows) {
    throwIfAborted(signal);
    judged.push(await judge(classifier, row, signal ? { signal } : {}));
    onRow?.(judged.length);
  }
  return judged;
}

async function judge(classifier: Classifier, row: LabelledRow, options: AbortOptions): Promise<Judgement> {
  const { classification, scores } = await classifier.assess(row.text, options);
  const given = classification.tags.map((tag) => tag.topic);
  return {
    gold: classifier.topics.map((topic) => row.topics.includes(topic)),
    tagged: classifier.topics.map((topic) => given.includes(topic)),
    scores,
    group: row.group,
    abstained: classification.abstained,
  };
}

type Groups = ReadonlyMap<string, Summary>;

async function summariseGroups(
  rows: readonly Judgement[],
  options: SummaryOptions,
  signal: AbortSignal | undefined,
): Promise<Groups> {
  const rowsOf = new Map<string, Judgement[]>();
  for (const row of rows) {
    if (row.group === undefined) continue;
    const others = rowsOf.get(row.group);
    if (others) others.push(row);
    else rowsOf.set(row.group, [row]);
  }
  const groups = new Map<string, Summary>();
  for (const [group, members] of rowsOf) {
    // Resampling blocks the event loop; an abort can only come through between two groups.
    await nextTurn();
    throwIfAborted(signal);
    groups.set(group, summarise(members, options));
  }
  return groups;
}

/** fromEntries defines own properties, so that a group named `__proto__` is harmless. */
function mapGroups<T>(groups: Groups, pick: (group: Summary) => T): Record<string, T> {
  return Object.fromEntries([...groups].map(([name, group]) => [name, pick(group)]));
}

function countAbstained(rows: readonly Judgement[]): Record<Abstention, number> {
  const counts = { empty: 0, 'too-short': 0, 'unsupported-language': 0, 'no-topic-near': 0 };
  for (const { abstained } of rows) if (abstained) counts[abstained]++;
  return counts;
}
