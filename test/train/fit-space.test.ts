import { describe, expect, it } from 'vitest';
import { fitSpace, type Point, type SpaceInput } from '../../src/train/fit-space.js';
import { covarianceOf } from '../../src/train/linear-algebra.js';
import { withUnitVariance } from '../../src/train/shrinkage.js';

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
    ...withUnitVariance(covarianceOf(fitted.space.whitening, 2), 2),
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
