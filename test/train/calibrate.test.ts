import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bestCut, fitCalibration, type Outcome } from '../../src/train/calibrate.js';

/** scikit-learn 1.9.1 LogisticRegression(C=1e6) on soft targets: see train-reference.py. */
const reference = JSON.parse(readFileSync(new URL('../fixtures/train-reference.json', import.meta.url), 'utf8'));
const outcome = (similarity: number, carries: boolean, weight = 1): Outcome => ({ similarity, carries, weight });

describe('fitCalibration', () => {
  it('finds the curve that scikit-learn finds for Platt’s targets', () => {
    const curve = fitCalibration(reference.outcomes);
    expect(curve.slope).toBeCloseTo(reference.slope, 3);
    expect(curve.intercept).toBeCloseTo(reference.intercept, 3);
  });

  it('stays finite when the two sides separate perfectly', () => {
    const curve = fitCalibration([outcome(0.1, false), outcome(0.2, false), outcome(0.8, true), outcome(0.9, true)]);
    expect(Number.isFinite(curve.slope) && Number.isFinite(curve.intercept)).toBe(true);
    expect(curve.slope).toBeGreaterThan(0);
  });

  it('is flat at the base rate when nearer texts carry the topic less often', () => {
    const curve = fitCalibration([outcome(0.9, false), outcome(0.8, false), outcome(0.1, true), outcome(0.2, true)]);
    // (2 + 1) / (2 + 1): even odds
    expect(curve).toEqual({ slope: 0, intercept: 0 });
  });
});

describe('bestCut', () => {
  it('tags from halfway between the outcomes that it separates', () => {
    // from 0.7 up: 2 right of 2, both found: F1 = 1
    expect(bestCut([outcome(0.9, true), outcome(0.7, true), outcome(0.3, false)])).toEqual({ similarity: 0.5, f1: 1 });
  });

  it('counts each outcome by its weight', () => {
    const outcomes = (weight: number) => [outcome(0.9, true), outcome(0.6, false, weight), outcome(0.5, true)];
    // weight 1: all three tagged, F1 = 2·2/(3 + 2) = 0.8; one tagged, F1 = 2·1/(1 + 2) = 0.667
    expect(bestCut(outcomes(1))).toEqual({ similarity: 0.5, f1: 0.8 });
    // weight 10: all tagged, F1 = 4/(12 + 2) = 0.286, so one is better
    expect(bestCut(outcomes(10))).toEqual({ similarity: 0.75, f1: 2 / 3 });
  });

  it('never cuts between outcomes of the same similarity', () => {
    // both or none: F1 = 2·1/(2 + 1)
    expect(bestCut([outcome(0.5, true), outcome(0.5, false)])).toEqual({ similarity: 0.5, f1: 2 / 3 });
  });

  it('tags nothing when nothing carries the topic', () => {
    expect(bestCut([outcome(0.5, false)]).similarity).toBe(Number.POSITIVE_INFINITY);
  });
});
