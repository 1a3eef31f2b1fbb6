/** Measures a classifier against rows whose topics are known. */
import {
  ANYTHING,
  checkOptions,
  FUNCTION,
  ITERABLE,
  type OptionKinds,
  requireKind,
  SIGNAL,
  wholeNumber,
} from '../arguments.js';
import { CLASSIFIER } from '../classify/check-classify.js';
import type { AbortOptions, Abstention, Classifier } from '../classify/classification.js';
import { matchBaseline } from './baseline.js';
import { LEVEL } from './bootstrap.js';
import { calibration } from './calibration.js';
import { compare } from './compare.js';
import { confusion } from './confusion.js';
import type { Evaluation, Judgement } from './evaluation.js';
import { mapGroups, summariseGroups } from './groups.js';
import { type JudgedText, judgeRows } from './judge.js';
import { checkedRows, type LabelledRow } from './labelled-rows.js';
import { summarise } from './summarise.js';

export interface EvaluateOptions extends AbortOptions {
  /** Seed of the resamples that give the intervals, a whole number in [0, 2^32); default 1. */
  readonly seed?: number | undefined;
  /** How many resamples give the intervals, a whole number in [39, 100000]; default 1000. */
  readonly resamples?: number | undefined;
  /** An earlier evaluation of the same rows, to compare with; default none. It may have been read from JSON, and is checked. */
  readonly baseline?: Evaluation | undefined;
  /** Called after every row with the number of rows classified so far. */
  readonly onRow?: ((done: number) => void) | undefined;
}

/** The fewest values of which one lies beyond each end of a 95 % interval: (39 + 1) · 2.5 % = 1. */
const FEWEST_RESAMPLES = 39;

/** With so many draws a bound wanders by 1 % of the figure's standard error; more only cost memory and time. */
const MOST_RESAMPLES = 100_000;

const OPTIONS: OptionKinds<EvaluateOptions> = {
  seed: wholeNumber(0, 2 ** 32 - 1),
  resamples: wholeNumber(FEWEST_RESAMPLES, MOST_RESAMPLES),
  // Checked against the rows.
  baseline: ANYTHING,
  onRow: FUNCTION,
  signal: SIGNAL,
};

/**
 * Classifies every row and compares the tags with the row's topics.
 *
 * All rows are read and checked before the first is classified, and are kept in memory.
 *
 * @throws CivicTopicsError INPUT_INVALID when there is no row, or one is malformed or names an unknown topic; when the baseline is no
 *   evaluation, has other rows (their numbers are named) or none of the classifier's topics
 * @throws CivicTopicsError INVALID_ARGUMENT for anything but a classifier and rows, an unknown option or a bad value
 * @throws CivicTopicsError ABORTED when the signal is aborted
 */
export async function evaluate(
  classifier: Classifier,
  rows: AsyncIterable<LabelledRow> | Iterable<LabelledRow>,
  options: EvaluateOptions = {},
): Promise<Evaluation> {
  requireKind(
    'the classifier to evaluate',
    classifier,
    CLASSIFIER,
    'Give await createClassifier({ classifier: file }).',
  );
  requireKind('the rows to evaluate on', rows, ITERABLE, 'Give rows { text, topics }.');
  checkOptions('evaluate()', options, OPTIONS);
  const { seed = 1, resamples = 1000, baseline, signal, onRow } = options;
  const { topics } = classifier;
  const labelled = await checkedRows(rows, topics, signal);
  const matched = baseline === undefined ? undefined : matchBaseline(baseline, labelled, topics);
  const judged = await judgeRows(classifier, labelled, signal, onRow);
  const judgements = judged.map(({ judgement }) => judgement);
  const all = summarise(judged, { topics, seed, resamples, absentTopicsCount: true });
  const groups = await summariseGroups(judged, { topics, seed, resamples, absentTopicsCount: false }, signal);
  return {
    schemaVersion: 1,
    ...all.figures,
    // Null only where absent topics do not count.
    macroF1: all.figures.macroF1 as number,
    microF1: all.figures.microF1 as number,
    groups: mapGroups(groups, (group) => group.figures),
    abstained: countAbstained(judgements),
    intervals: { ...all.intervals, groups: mapGroups(groups, (group) => group.intervals) },
    bootstrap: { level: LEVEL, resamples, seed },
    thresholds: Object.fromEntries(classifier.info.topics.map(({ id, threshold }) => [id, threshold])),
    calibration: calibrate(judged, topics),
    confusion: confusion(judged, topics),
    ...(matched && { comparison: compare(judgements, matched, { seed, resamples }) }),
    judgements,
  };
}

function calibrate(rows: readonly JudgedText[], topics: readonly string[]): Evaluation['calibration'] {
  const pairs = <T>(pick: (row: JudgedText) => readonly T[]) => rows.flatMap(pick);
  const column = <T>(pick: (row: JudgedText) => readonly T[], topic: number) =>
    rows.map((row) => pick(row)[topic] as T);
  const gold = (row: JudgedText) => row.gold;
  const scores = (row: JudgedText) => row.scores;
  return {
    ...calibration(pairs(gold), pairs(scores)),
    topics: Object.fromEntries(topics.map((id, i) => [id, calibration(column(gold, i), column(scores, i))])),
  };
}

function countAbstained(rows: readonly Judgement[]): Record<Abstention, number> {
  const counts: Record<Abstention, number> = {
    empty: 0,
    'too-short': 0,
    'unsupported-language': 0,
    'no-topic-near': 0,
    'no-accents': 0,
    'below-min-score': 0,
  };
  for (const { abstained } of rows) if (abstained) counts[abstained]++;
  return counts;
}
