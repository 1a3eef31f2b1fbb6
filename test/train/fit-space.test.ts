import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dot, project } from '../../src/classify/space.js';
import { fitSpace, ledoitWolf, shrink } from '../../src/train/fit-space.js';
import { cholesky, invertLower, mean, unit } from '../../src/train/linear-algebra.js';

/** scikit-learn 1.9.1 LedoitWolf(assume_centered=True), NearestCentroid; SciPy sqrtm: see train-reference.py. */
const reference = JSON.parse(readFileSync(new URL('../fixtures/train-reference.json', import.meta.url), 'utf8'));
const points: Float64Array[] = reference.points.map((row: number[]) => Float64Array.from(row));
const nothing = new Float32Array(4);
const estimated = () => {
  const { sample, shrinkage } = ledoitWolf(points, 4);
  return shrink(sample, 4, shrinkage);
};

describe('ledoitWolf', () => {
  it('shrinks as scikit-learn does', () => {
    expect(ledoitWolf(points, 4).shrinkage).toBeCloseTo(reference.shrinkage, 9);
  });

  it('gives the covariance that scikit-learn gives', () => {
    const matrix = estimated();
    reference.covariance.flat().forEach((value: number, i: number) => {
      expect(matrix[i]).toBeCloseTo(value, 9);
    });
  });

  it('leaves a space without variance as it is', () => {
    expect([...shrink(ledoitWolf([new Float64Array(2)], 2).sample, 2, 1)]).toEqual([1, 0, 0, 1]);
  });
});

describe('whitening', () => {
  it('gives the cosines of Mahalanobis whitening by any other root of the covariance', () => {
    const whitening = invertLower(cholesky(estimated(), 4), 4);
    const white = points.map((point) => project(Float32Array.from(point), nothing, whitening));
    reference.cosines.flat().forEach((value: number, i: number) => {
      expect(dot(white[Math.floor(i / 12)] as Float32Array, white[i % 12] as Float32Array)).toBeCloseTo(value, 5);
    });
  });

  it('gives centroids whose cosines are those of scikit-learn’s NearestCentroid', () => {
    const whitening = invertLower(cholesky(estimated(), 4), 4);
    const white = points.map((point) => project(Float32Array.from(point), nothing, whitening));
    const centroids = [0, 1, 2].map((topic) =>
      unit(
        mean(
          white.filter((_, i) => reference.topics[i] === topic),
          4,
        ),
      ),
    );
    reference.centroidCosines.forEach((row: number[], i: number) => {
      row.forEach((value, topic) => {
        expect(dot(white[i] as Float32Array, centroids[topic] as Float32Array)).toBeCloseTo(value, 5);
      });
    });
  });
});

describe('fitSpace', () => {
  it('takes the mean of each language as its centre', () => {
    const vector = (x: number, y: number) => Float32Array.of(x, y);
    const { space } = fitSpace(
      [
        { vector: vector(1, 0), language: 'vi' },
        { vector: vector(0, 1), language: 'vi' },
        { vector: vector(4, 2), language: 'en' },
      ],
      2,
    );
    expect(Object.keys(space.centres)).toEqual(['en', 'vi']);
    expect([...(space.centres.vi as Float32Array)]).toEqual([0.5, 0.5]);
    expect([...(space.centres.en as Float32Array)]).toEqual([4, 2]);
  });

  it('multiplied with the factor gives the identity', () => {
    const factor = cholesky(estimated(), 4);
    const inverse = invertLower(factor, 4);
    for (let row = 0; row < 4; row++) {
      for (let column = 0; column <= row; column++) {
        let sum = 0;
        for (let k = column; k <= row; k++)
          sum += (inverse[(row * (row + 1)) / 2 + k] as number) * (factor[k * 4 + column] as number);
        expect(sum).toBeCloseTo(row === column ? 1 : 0, 5);
      }
    }
  });
});
