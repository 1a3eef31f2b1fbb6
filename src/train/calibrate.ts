/** Turns similarities into probabilities, and probabilities into a threshold. */
import { type LogisticCurve, scoreOf } from '../classify/score.js';

/** One out-of-fold similarity, whether the text carries the topic, and how many texts of the world it stands for. */
export interface Outcome {
  readonly similarity: number;
  readonly carries: boolean;
  readonly weight: number;
}

/** Newton steps; some ten are enough. */
const MOST_STEPS = 100;
/** A step that must be halved below this share of itself leads nowhere. */
const SMALLEST_SHARE = 1e-10;
/** Gains in cross-entropy below this are rounding. */
const LEAST_GAIN = 1e-12;
/** Keeps the slope finite when a topic's similarities separate perfectly. */
const RIDGE = 1e-6;

/** A curve known before, and how many times each text counts as that curve expects it. */
export interface KnownBefore {
  readonly curve: LogisticCurve;
  readonly times: number;
}

/**
 * Fits the logistic curve by Newton's method on weighted outcomes, with Platt's targets: (n₊ + 1)/(n₊ + 2) and 1/(n₋ + 2) instead of 1 and 0.
 * Platt 1999, "Probabilistic outputs for support vector machines"; steps as in Lin, Lin & Weng 2007. A falling curve becomes a flat one.
 *
 * @param before draws the curve towards one known before: as if each text had also been seen `times` times, carrying the topic in a share of
 *   them that is its score on that curve
 */
export function fitCurve(outcomes: readonly Outcome[], before?: KnownBefore): LogisticCurve {
  const data = toData(outcomes, before);
  let curve: LogisticCurve = { slope: 0, intercept: data.baseLogit };
  let loss = crossEntropy(data, curve);
  for (let step = 0; step < MOST_STEPS; step++) {
    const move = newtonStep(data, curve);
    let share = 1;
    let next = curve;
    let nextLoss = loss;
    for (; share > SMALLEST_SHARE; share /= 2) {
      next = { slope: curve.slope + share * move.slope, intercept: curve.intercept + share * move.intercept };
      nextLoss = crossEntropy(data, next);
      if (nextLoss < loss) break;
    }
    if (!(nextLoss < loss - LEAST_GAIN)) break;
    curve = next;
    loss = nextLoss;
  }
  return curve.slope > 0 ? curve : { slope: 0, intercept: data.baseLogit };
}

/** Outcomes as columns of numbers, which are read some twenty times. */
interface Data {
  readonly similarities: Float64Array;
  /** Probabilities that the curve should come near to. */
  readonly targets: Float64Array;
  readonly weights: Float64Array;
  /** Logit of the share of texts that carry the topic: the score of a curve that similarity tells nothing. */
  readonly baseLogit: number;
}

function toData(outcomes: readonly Outcome[], before: KnownBefore | undefined): Data {
  const { times = 0 } = before ?? {};
  const shares = outcomes.map(({ similarity, carries }) => {
    const expected = before && times > 0 ? scoreOf(similarity, before.curve) : 0;
    return ((carries ? 1 : 0) + times * expected) / (1 + times);
  });
  const weights = Float64Array.from(outcomes, ({ weight }) => weight * (1 + times));
  const positives = weights.reduce((sum, weight, i) => sum + weight * (shares[i] as number), 0);
  const negatives = weights.reduce((sum, weight, i) => sum + weight * (1 - (shares[i] as number)), 0);
  const high = (positives + 1) / (positives + 2);
  const low = 1 / (negatives + 2);
  return {
    similarities: Float64Array.from(outcomes, ({ similarity }) => similarity),
    targets: Float64Array.from(shares, (share) => share * high + (1 - share) * low),
    weights,
    baseLogit: Math.log((positives + 1) / (negatives + 1)),
  };
}

function crossEntropy({ similarities, targets, weights }: Data, { slope, intercept }: LogisticCurve): number {
  let sum = 0;
  for (let i = 0; i < targets.length; i++) {
    const logit = slope * (similarities[i] as number) + intercept;
    // −t·log p − (1 − t)·log(1 − p), without overflow
    const loss = Math.max(logit, 0) - (targets[i] as number) * logit + Math.log1p(Math.exp(-Math.abs(logit)));
    sum += (weights[i] as number) * loss;
  }
  return sum + (RIDGE / 2) * slope ** 2;
}

function newtonStep({ similarities, targets, weights }: Data, curve: LogisticCurve): LogisticCurve {
  let gradientSlope = RIDGE * curve.slope;
  let gradientIntercept = 0;
  let slopeSlope = RIDGE;
  let slopeIntercept = 0;
  let interceptIntercept = RIDGE;
  for (let i = 0; i < targets.length; i++) {
    const similarity = similarities[i] as number;
    const probability = scoreOf(similarity, curve);
    const error = (weights[i] as number) * (probability - (targets[i] as number));
    const curvature = (weights[i] as number) * probability * (1 - probability);
    gradientSlope += error * similarity;
    gradientIntercept += error;
    slopeSlope += curvature * similarity * similarity;
    slopeIntercept += curvature * similarity;
    interceptIntercept += curvature;
  }
  const determinant = slopeSlope * interceptIntercept - slopeIntercept ** 2;
  return {
    slope: -(interceptIntercept * gradientSlope - slopeIntercept * gradientIntercept) / determinant,
    intercept: -(slopeSlope * gradientIntercept - slopeIntercept * gradientSlope) / determinant,
  };
}

/**
 * The score from which tagging gives the best F1 to be expected, in (0, 1].
 *
 * What is to be expected is taken from the scores themselves, not from the few outcomes near the cut, whose chance order would
 * move it about: a text of score p counts as p right and 1 − p wrong. The threshold lies halfway to the next lower score.
 * Lipton, Elkan & Naryanaswamy 2014, "Optimal thresholding of classifiers to maximize F1 measure". Where nothing carries the
 * topic, only a score of 1 is enough.
 */
export function bestThreshold(outcomes: readonly Outcome[], curve: LogisticCurve): number {
  const scored = outcomes
    .map(({ similarity, weight }) => ({ weight, score: scoreOf(similarity, curve) }))
    .sort((a, b) => b.score - a.score);
  if (!outcomes.some((outcome) => outcome.carries)) return 1;
  const expected = scored.reduce((sum, { weight, score }) => sum + weight * score, 0);
  let best = { f1: 0, threshold: 1 };
  let right = 0;
  let tagged = 0;
  scored.forEach(({ weight, score }, i) => {
    right += weight * score;
    tagged += weight;
    const next = scored[i + 1]?.score ?? score;
    if (next === score && i + 1 < scored.length) return;
    const f1 = (2 * right) / (tagged + expected);
    if (f1 > best.f1) best = { f1, threshold: (score + next) / 2 };
  });
  return best.threshold;
}
