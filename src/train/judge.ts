/** Judges examples by decisions that they had no part in. */
import { scoreOf } from '../classify/score.js';
import { type Decision, decideAll, type TestedExample } from './decide.js';

/** What an example carries, and what it was given by a classifier that had not seen it; all in the order of the topics. */
export interface JudgedExample {
  /** Number of the example in the list that was trained on, from 0 on. */
  readonly example: number;
  /** Whether it carries each topic. */
  readonly gold: readonly boolean[];
  /** Whether it was given each topic. */
  readonly tagged: readonly boolean[];
  /** Calibrated probability of each topic, in [0, 1]. */
  readonly scores: readonly number[];
}

/**
 * Decides for each fold from the others, and tags its examples by that: an example helped neither to place the centroids nor to set the scores
 * and thresholds that it is judged by.
 *
 * @param foldOf the fold of each example
 * @param numbers of the examples in the list that was trained on
 */
export function judge(
  tested: readonly TestedExample[],
  foldOf: readonly number[],
  numbers: readonly number[],
): JudgedExample[] {
  const topics = tested[0]?.gold.length ?? 0;
  const decisions = new Map(
    [...new Set(foldOf)].map((fold) => [
      fold,
      decideAll(
        tested.filter((_, i) => foldOf[i] !== fold),
        topics,
      ),
    ]),
  );
  return tested.map(({ similarities, gold }, i) => {
    const decided = decisions.get(foldOf[i] as number) as readonly Decision[];
    const scores = similarities.map((similarity, t) =>
      Number.isNaN(similarity) ? 0 : scoreOf(similarity, decided[t] as Decision),
    );
    const tagged = scores.map((score, t) => score > 0 && score >= (decided[t] as Decision).threshold);
    return { example: numbers[i] as number, gold, tagged, scores };
  });
}

/**
 * Mean F1 of the topics that occur in what was carried or given; 0 when none does. A topic that every example carries is left out: no tag could
 * be false, and its F1 would praise a classifier that tags everything.
 */
export function macroF1(judged: readonly JudgedExample[]): number {
  const topics = judged[0]?.gold.length ?? 0;
  const figures = Array.from({ length: topics }, (_, t) => {
    const count = (holds: (one: JudgedExample) => boolean | undefined) => judged.filter(holds).length;
    if (judged.every(({ gold }) => gold[t])) return Number.NaN;
    const hits = count(({ gold, tagged }) => gold[t] && tagged[t]);
    return (2 * hits) / (count(({ gold }) => gold[t]) + count(({ tagged }) => tagged[t]));
  }).filter((f1) => !Number.isNaN(f1));
  return figures.reduce((sum, f1) => sum + f1, 0) / Math.max(1, figures.length);
}
