import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bestThreshold, fitCurve, type Outcome } from '../../src/train/calibrate.js';

/** scikit-learn 1.9.1 LogisticRegression(C=1e6) on soft targets: see train-reference.py. */
const reference = JSON.parse(readFileSync(new URL('../fixtures/train-reference.json', import.meta.url), 'utf8'));
const outcome = (similarity: number, carries: boolean, weight = 1): Outcome => ({ similarity, carries, weight });

describe('fitCurve', () => {
  it('finds the curve that scikit-learn finds for Platt’s targets', () => {
    const curve = fitCurve(reference.outcomes);
    expect(curve.slope).toBeCloseTo(reference.slope, 3);
    expect(curve.intercept).toBeCloseTo(reference.intercept, 3);
  });

  it('stays finite when the two sides separate perfectly', () => {
    const curve = fitCurve([outcome(0.1, false), outcome(0.2, false), outcome(0.8, true), outcome(0.9, true)]);
    expect(Number.isFinite(curve.slope) && Number.isFinite(curve.intercept)).toBe(true);
    expect(curve.slope).toBeGreaterThan(0);
  });

  it('is flat at the base rate when nearer texts carry the topic less often', () => {
    const curve = fitCurve([outcome(0.9, false), outcome(0.8, false), outcome(0.1, true), outcome(0.2, true)]);
    // (2 + 1) / (2 + 1): even odds
    expect(curve).toEqual({ slope: 0, intercept: 0 });
  });
});

describe('fitCurve with a curve known before', () => {
  const outcomes = [outcome(0.1, false), outcome(0.4, true), outcome(0.2, true), outcome(0.3, false)];
  const curve = { slope: 9, intercept: -2 };

  it('gives what the same texts give when each is seen again in the shares that the curve expects', () => {
    const expected = outcomes.flatMap(({ similarity }) => {
      const score = 1 / (1 + Math.exp(-(9 * similarity - 2)));
      return [outcome(similarity, true, 3 * score), outcome(similarity, false, 3 * (1 - score))];
    });
    const found = fitCurve(outcomes, { curve, times: 3 });
    const spelledOut = fitCurve([...outcomes, ...expected]);
    expect(found.slope).toBeCloseTo(spelledOut.slope, 6);
    expect(found.intercept).toBeCloseTo(spelledOut.intercept, 6);
  });

  it('follows it when it counts for nearly all, and forgets it when it counts for nothing', () => {
    expect(fitCurve(outcomes, { curve, times: 1e6 }).slope).toBeCloseTo(9, 1);
    expect(fitCurve(outcomes, { curve, times: 0 })).toEqual(fitCurve(outcomes));
  });
});

describe('bestThreshold', () => {
  /** Score = similarity, by the inverse of the logistic curve. */
  const logit = (score: number) => Math.log(score / (1 - score));
  const identity = { slope: 1, intercept: 0 };

  it('takes in a text as long as the F1 to be expected rises', () => {
    // scores 0.9, 0.6, 0.2, expected right 1.7. One: 1.8/(1 + 1.7) = 0.667. Two: 3/(2 + 1.7) = 0.811. Three: 3.4/(3 + 1.7) = 0.723.
    const outcomes = [outcome(logit(0.2), false), outcome(logit(0.9), true), outcome(logit(0.6), false)];
    // halfway between 0.6 and 0.2
    expect(bestThreshold(outcomes, identity)).toBeCloseTo(0.4, 12);
  });

  it('is half of that F1 where texts of every score are at hand (Lipton et al. 2014)', () => {
    const outcomes = Array.from({ length: 999 }, (_, i) => outcome(logit((i + 1) / 1000), i % 2 === 0));
    // Scores spread evenly: F(t) = (1 − t²)/(1.5 − t), best at t = (3 − √5)/2 = 0.382, where F = 2t.
    expect(bestThreshold(outcomes, identity)).toBeCloseTo((3 - Math.sqrt(5)) / 2, 2);
  });

  it('counts each text by its weight', () => {
    // the text of score 0.3 ten times: 0.9 alone 1.8/(1 + 3.9) = 0.367; both 7.8/(11 + 3.9) = 0.523
    const outcomes = (weight: number) => [outcome(logit(0.9), true), outcome(logit(0.3), false, weight)];
    expect(bestThreshold(outcomes(10), identity)).toBeCloseTo(0.3, 12);
    // once: 0.9 alone 1.8/(1 + 1.2) = 0.818; both 2.4/(2 + 1.2) = 0.75
    expect(bestThreshold(outcomes(1), identity)).toBeCloseTo(0.6, 12);
  });

  it('asks for a score of 1 when nothing carries the topic', () => {
    expect(bestThreshold([outcome(logit(0.9), false)], identity)).toBe(1);
  });
});
