import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dot, project } from '../../src/classify/space.js';
import { cholesky, covariance, covarianceOf, invertLower, mean, unit } from '../../src/train/linear-algebra.js';

/** scikit-learn 1.9.1 LedoitWolf(assume_centered=True), NearestCentroid; SciPy sqrtm: see train-reference.py. */
const reference = JSON.parse(readFileSync(new URL('../fixtures/train-reference.json', import.meta.url), 'utf8'));
const points: Float32Array[] = reference.points.map((row: number[]) => Float32Array.from(row));
const matrix = Float64Array.from(reference.covariance.flat() as number[]);
const nothing = new Float32Array(4);

describe('whitening', () => {
  it('gives the cosines of Mahalanobis whitening by any other root of the covariance', () => {
    const whitening = invertLower(cholesky(matrix, 4), 4);
    const white = points.map((point) => project(point, nothing, whitening));
    reference.cosines.flat().forEach((value: number, i: number) => {
      expect(dot(white[Math.floor(i / 12)] as Float32Array, white[i % 12] as Float32Array)).toBeCloseTo(value, 5);
    });
  });

  it('gives centroids whose cosines are those of scikit-learn’s NearestCentroid', () => {
    const whitening = invertLower(cholesky(matrix, 4), 4);
    const white = points.map((point) => project(point, nothing, whitening));
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

describe('covarianceOf', () => {
  it('gives back the matrix whose whitening it is given', () => {
    const back = covarianceOf(invertLower(cholesky(matrix, 4), 4), 4);
    matrix.forEach((value, i) => {
      expect(back[i]).toBeCloseTo(value, 4);
    });
  });
});

describe('invertLower', () => {
  it('multiplied with the factor gives the identity', () => {
    const factor = cholesky(matrix, 4);
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

describe('covariance', () => {
  it('is the mean of the products of the entries of rows, however many rows are taken at a time', () => {
    // Five rows, of which four are taken at once: Σx² = 55, Σxy = 1·5 + 2·4 + 3·3 + 4·2 + 5·1 = 35, Σy² = 55, each by 5.
    const rows = Float64Array.of(1, 5, 2, 4, 3, 3, 4, 2, 5, 1);
    expect([...covariance(rows, 2)]).toEqual([11, 7, 7, 11]);
  });
});
