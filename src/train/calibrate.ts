/** Turns similarities into probabilities, and probabilities into a threshold. */

/** One out-of-fold similarity, whether the text carries the topic, and how many texts of the world it stands for. */
export interface Outcome {
  readonly similarity: number;
  readonly carries: boolean;
  readonly weight: number;
}

/** Score = 1 / (1 + exp(−(slope · similarity + intercept))). */
export interface Calibration {
  readonly slope: number;
  readonly intercept: number;
}

const MOST_STEPS = 100;
/** Keeps the slope finite when a topic's similarities separate perfectly. */
const RIDGE = 1e-6;

/**
 * Fits the logistic curve by Newton's method on weighted outcomes, with Platt's targets: (n₊ + 1)/(n₊ + 2) and 1/(n₋ + 2) instead of 1 and 0.
 * Platt 1999, "Probabilistic outputs for support vector machines"; steps as in Lin, Lin & Weng 2007. A falling curve becomes a flat one.
 */
export function fitCalibration(outcomes: readonly Outcome[]): Calibration {
  const positives = total(outcomes, (outcome) => outcome.carries);
  const negatives = total(outcomes, (outcome) => !outcome.carries);
  const high = (positives + 1) / (positives + 2);
  const low = 1 / (negatives + 2);
  let curve: Calibration = { slope: 0, intercept: Math.log((positives + 1) / (negatives + 1)) };
  let loss = crossEntropy(outcomes, curve, high, low);
  for (let step = 0; step < MOST_STEPS; step++) {
    const move = newtonStep(outcomes, curve, high, low);
    let size = 1;
    let next = curve;
    let nextLoss = loss;
    for (; size > 1e-10; size /= 2) {
      next = { slope: curve.slope + size * move.slope, intercept: curve.intercept + size * move.intercept };
      nextLoss = crossEntropy(outcomes, next, high, low);
      if (nextLoss < loss) break;
    }
    if (!(nextLoss < loss - 1e-12)) break;
    curve = next;
    loss = nextLoss;
  }
  return curve.slope > 0 ? curve : { slope: 0, intercept: Math.log((positives + 1) / (negatives + 1)) };
}

function total(outcomes: readonly Outcome[], wanted: (outcome: Outcome) => boolean): number {
  return outcomes.reduce((sum, outcome) => sum + (wanted(outcome) ? outcome.weight : 0), 0);
}

function crossEntropy(outcomes: readonly Outcome[], curve: Calibration, high: number, low: number): number {
  let sum = 0;
  for (const { similarity, carries, weight } of outcomes) {
    const logit = curve.slope * similarity + curve.intercept;
    const target = carries ? high : low;
    // −t·log p − (1 − t)·log(1 − p), without overflow
    sum += weight * (Math.max(logit, 0) - target * logit + Math.log1p(Math.exp(-Math.abs(logit))));
  }
  return sum + (RIDGE / 2) * curve.slope ** 2;
}

function newtonStep(outcomes: readonly Outcome[], curve: Calibration, high: number, low: number): Calibration {
  let gradientSlope = RIDGE * curve.slope;
  let gradientIntercept = 0;
  let slopeSlope = RIDGE;
  let slopeIntercept = 0;
  let interceptIntercept = RIDGE;
  for (const { similarity, carries, weight } of outcomes) {
    const probability = scoreAt(similarity, curve);
    const error = weight * (probability - (carries ? high : low));
    const curvature = weight * probability * (1 - probability);
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
 * move it about: a text of score p counts as p right and 1 − p wrong. The threshold lies halfway to the next lower score. Lipton, Elkan & Naryanaswamy 2014, "Optimal thresholding of
 * classifiers to maximize F1 measure". Where nothing carries the topic, only a score of 1 is enough.
 */
export function bestThreshold(outcomes: readonly Outcome[], calibration: Calibration): number {
  const scored = outcomes
    .map(({ similarity, weight }) => ({ weight, score: scoreAt(similarity, calibration) }))
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

/** Weighted F1 of tagging from a threshold on; 0 when nothing carries the topic and nothing is tagged. */
export function weightedF1(outcomes: readonly Outcome[], calibration: Calibration, threshold: number): number {
  const isTagged = (outcome: Outcome) => scoreAt(outcome.similarity, calibration) >= threshold;
  const right = total(outcomes, (outcome) => outcome.carries && isTagged(outcome));
  const both = total(outcomes, isTagged) + total(outcomes, (outcome) => outcome.carries);
  return both > 0 ? (2 * right) / both : 0;
}

function scoreAt(similarity: number, { slope, intercept }: Calibration): number {
  return 1 / (1 + Math.exp(-(slope * similarity + intercept)));
}
