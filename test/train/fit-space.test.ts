import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dot, project } from '../../src/classify/space.js';
import { fitSpace, ledoitWolf, type Point, type SpaceInput, shrink, withTrace } from '../../src/train/fit-space.js';
import { cholesky, covarianceOf, invertLower, mean, unit } from '../../src/train/linear-algebra.js';

/** scikit-learn 1.9.1 LedoitWolf(assume_centered=True), NearestCentroid; SciPy sqrtm: see train-reference.py. */
const reference = JSON.parse(readFileSync(new URL('../fixtures/train-reference.json', import.meta.url), 'utf8'));
const points: Float64Array[] = reference.points.map((row: number[]) => Float64Array.from(row));
const rows = Float64Array.from(points.flatMap((point) => [...point]));
const nothing = new Float32Array(4);
const estimated = () => {
  const { sample, shrinkage } = ledoitWolf(rows, 4);
  return shrink(sample, 4, shrinkage);
};

describe('ledoitWolf', () => {
  it('shrinks as scikit-learn does', () => {
    expect(ledoitWolf(rows, 4).shrinkage).toBeCloseTo(reference.shrinkage, 9);
  });

  it('gives the covariance that scikit-learn gives', () => {
    const matrix = estimated();
    reference.covariance.flat().forEach((value: number, i: number) => {
      expect(matrix[i]).toBeCloseTo(value, 9);
    });
  });

  it('leaves a space without variance as it is', () => {
    expect([...shrink(ledoitWolf(new Float64Array(2), 2).sample, 2, 1)]).toEqual([1, 0, 0, 1]);
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

describe('covarianceOf', () => {
  it('gives back the matrix whose whitening it is given', () => {
    const matrix = estimated();
    const back = covarianceOf(invertLower(cholesky(matrix, 4), 4), 4);
    matrix.forEach((value, i) => {
      expect(back[i]).toBeCloseTo(value, 4);
    });
  });
});

describe('fitSpace', () => {
  const point = (x: number, y: number, topics: readonly string[] | undefined = []): Point => ({
    vector: Float32Array.of(x, y),
    language: 'en',
    topics,
  });
  const spaceOf = (points: readonly Point[], changes: Partial<SpaceInput> = {}) =>
    fitSpace({
      points,
      distinct: points.length,
      topics: ['a', 'b'],
      dimensions: 2,
      priors: {},
      background: undefined,
      learnt: false,
      ...changes,
    });
  /** The covariance of a space, scaled so that its mean variance is 1. */
  const covarianceIn = (fitted: ReturnType<typeof fitSpace>) => [
    ...withTrace(covarianceOf(fitted.space.whitening, 2), 2),
  ];
  const background = { centres: {}, covariance: Float64Array.of(1.5, 0, 0, 0.5) };

  it('keeps the space of the encoder without any text', () => {
    const fitted = spaceOf([]);
    expect(covarianceIn(fitted)).toEqual([1, 0, 0, 1]);
    expect(fitted).toMatchObject({ shrinkage: 1, space: { centres: { en: Float32Array.of(0, 0) } } });
  });

  it('takes over what is known beforehand when there is no text', () => {
    const [a, , , d] = covarianceIn(spaceOf([], { background }));
    expect(a).toBeCloseTo(1.5, 5);
    expect(d).toBeCloseTo(0.5, 5);
  });

  it('leaves the directions in which topics differ as they are, half of the rest at most', () => {
    // Topics a and b differ in x by 8, and texts of one topic in y alone: what topics explain is all of x.
    const points = [point(4, 1, ['a']), point(4, -1, ['a']), point(-4, 1, ['b']), point(-4, -1, ['b'])];
    // Within topics the variance is 0 in x and 1 in y, shrunk half way to 1/2 and 1/2: 1/4 and 3/4, scaled 1/2 and 3/2.
    // Four texts against 300·(1 − 4/2000) known beforehand, which is 1 and 1.
    const share = 4 / (4 + 300 * (1 - 4 / 2000));
    const [a, , , d] = covarianceIn(spaceOf(points));
    expect(a).toBeCloseTo(share * 0.5 + (1 - share), 5);
    expect(d).toBeCloseTo(share * 1.5 + (1 - share), 5);
  });

  it('lets topics keep part of the variance that they explain when the encoder has learnt them', () => {
    const points = [point(4, 1, ['a']), point(4, -1, ['a']), point(-4, 1, ['b']), point(-4, -1, ['b'])];
    const [a = 0, , , d = 0] = covarianceIn(spaceOf(points, { learnt: true }));
    // Of x = ±4 six tenths stay: variance 5.76 against 1 in y.
    expect(a).toBeGreaterThan(d);
  });

  it('forgets what was known beforehand when there are two thousand texts', () => {
    const points = Array.from({ length: 2000 }, (_, i) => point(Math.sin(i), Math.cos(i * 1.7)));
    expect(spaceOf(points, { background }).space).toEqual(spaceOf(points).space);
  });

  it('counts texts that say the same once against what was known beforehand', () => {
    const points = [point(4, 1), point(-4, -1), point(1, 3), point(-1, -3)];
    const distance = (distinct: number) =>
      Math.abs((covarianceIn(spaceOf(points, { background, distinct }))[0] ?? 0) - 1.5);
    expect(distance(1)).toBeLessThan(distance(4));
  });
});

describe('invertLower', () => {
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
