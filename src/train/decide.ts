/** Turns similarities into scores and tags: a curve and a threshold for each topic, drawn towards those of all topics where examples are few. */
import type { LogisticCurve } from '../classify/score.js';
import { bestThreshold, fitCurve, type Outcome } from './calibrate.js';
import { fadeOut } from './fade-out.js';

/** How similarities of one topic become scores, and from which score on a text is tagged. */
export interface Decision extends LogisticCurve {
  /** In (0, 1]. */
  readonly threshold: number;
}

/** An example beside centroids that it did not help to place. */
export interface TestedExample {
  /** In the order of the topics; NaN where a topic had no centroid. */
  readonly similarities: readonly number[];
  /** Whether it carries each topic, in their order. */
  readonly gold: readonly boolean[];
  /** How many texts of the world it stands for. */
  readonly weight: number;
}

/**
 * What is decided without any example: measured on our own 3,548 training paragraphs, with our five topics known by their names alone. By
 * their definitions, too, they are farther from everything else than topics are that the encoder has not learnt.
 * test/slow/from-words.test.ts computes it again.
 */
export const FROM_WORDS: Decision = { slope: 21, intercept: -4.17, threshold: 0.38 };

/** What is decided for all topics together weighs as much as so many examples of a topic, … */
const COMMON_EXAMPLES = 20;
/** … and nothing when the topic has so many of its own. */
const ENOUGH_EXAMPLES = 100;

/** Pairs of example and topic from which the common curve is fitted at most. */
const MOST_POOLED = 100_000;

/** One decision for each topic; those without examples share the common one. */
export function decideAll(tested: readonly TestedExample[], topics: number): Decision[] {
  const common = decide(pooled(tested, topics), FROM_WORDS);
  return Array.from({ length: topics }, (_, t) => decide(outcomesOf(tested, t), common));
}

/** A curve through the outcomes and through the one known before, which is followed as closely as the outcomes are few. */
function decide(outcomes: readonly Outcome[], before: Decision): Decision {
  const examples = outcomes.filter((outcome) => outcome.carries).length;
  if (examples === 0) return before;
  const pull = (COMMON_EXAMPLES * fadeOut(examples, ENOUGH_EXAMPLES)) / examples;
  const curve = fitCurve(outcomes, { curve: before, times: pull });
  const own = bestThreshold(outcomes, curve);
  return { ...curve, threshold: (own + pull * before.threshold) / (1 + pull) };
}

function outcomesOf(tested: readonly TestedExample[], topic: number): Outcome[] {
  return tested.flatMap((one) => outcome(one, topic));
}

function outcome({ similarities, gold, weight }: TestedExample, topic: number): Outcome[] {
  const similarity = similarities[topic] as number;
  return Number.isNaN(similarity) ? [] : [{ similarity, carries: gold[topic] as boolean, weight }];
}

/** Outcomes of all topics; of very many every so-manieth, in steps that meet every topic. */
function pooled(tested: readonly TestedExample[], topics: number): Outcome[] {
  const pairs = tested.length * topics;
  let step = Math.max(1, Math.ceil(pairs / MOST_POOLED));
  while (step > 1 && commonDivisor(step, topics) > 1) step++;
  const outcomes: Outcome[] = [];
  for (let pair = 0; pair < pairs; pair += step)
    outcomes.push(...outcome(tested[Math.floor(pair / topics)] as TestedExample, pair % topics));
  return outcomes;
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
