import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ledoitWolf, shrink, withUnitVariance } from '../../src/train/shrinkage.js';

/** scikit-learn 1.9.1 LedoitWolf(assume_centered=True): see train-reference.py. */
const reference = JSON.parse(readFileSync(new URL('../fixtures/train-reference.json', import.meta.url), 'utf8'));
const rows = Float64Array.from(reference.points.flat() as number[]);

describe('ledoitWolf', () => {
  it('shrinks as scikit-learn does', () => {
    expect(ledoitWolf(rows, 4).shrinkage).toBeCloseTo(reference.shrinkage, 9);
  });

  it('gives the covariance that scikit-learn gives', () => {
    const { sample, shrinkage } = ledoitWolf(rows, 4);
    const matrix = shrink(sample, 4, shrinkage);
    reference.covariance.flat().forEach((value: number, i: number) => {
      expect(matrix[i]).toBeCloseTo(value, 9);
    });
  });

  it('leaves a space without variance as it is', () => {
    expect([...shrink(ledoitWolf(new Float64Array(2), 2).sample, 2, 1)]).toEqual([1, 0, 0, 1]);
  });
});

describe('withUnitVariance', () => {
  it('scales a matrix so that the mean of its diagonal is 1, and leaves one without variance as it is', () => {
    expect([...withUnitVariance(Float64Array.of(3, 1, 1, 5), 2)]).toEqual([0.75, 0.25, 0.25, 1.25]);
    expect([...withUnitVariance(new Float64Array(4), 2)]).toEqual([0, 0, 0, 0]);
  });
});
