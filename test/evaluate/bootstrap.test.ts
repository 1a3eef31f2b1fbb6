/** Resampling is repeatable, unbiased and gives intervals of the expected width. */
import { describe, expect, test } from 'vitest';
import { percentileInterval, resample } from '../../src/evaluate/bootstrap.js';

/** `hits` rows of pattern 1, the rest of pattern 0. */
const proportion = (hits: number, rows: number) => Uint32Array.from({ length: rows }, (_, row) => (row < hits ? 1 : 0));
const shareOfHits = (counts: Uint32Array) => (counts[1] as number) / ((counts[0] as number) + (counts[1] as number));
const OPTIONS = { seed: 1, resamples: 1000 };

test('the same seed gives the same draws and another seed gives others', () => {
  const draws = (seed: number) => resample(proportion(30, 100), 2, shareOfHits, { ...OPTIONS, seed });
  expect(draws(7)).toEqual(draws(7));
  expect(draws(7)).not.toEqual(draws(8));
});

test('every draw has as many rows as the original', () => {
  const sizes = resample(proportion(30, 100), 2, (counts) => counts.reduce((sum, count) => sum + count), OPTIONS);
  expect(new Set(sizes)).toEqual(new Set([100]));
});

// Arithmetic: a resampled share of 0.3 in 400 rows is binomial, with a standard deviation of √(0.3 · 0.7 / 400) = 0.0229.
// Over 1,000 draws the standard error of the mean is 0.0007, of the standard deviation 2.2 %; 5 of each are allowed.
test('draws of a proportion have the mean and the spread of the binomial distribution', () => {
  const draws = resample(proportion(120, 400), 2, shareOfHits, OPTIONS);
  const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
  const deviation = Math.sqrt(draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / draws.length);
  expect(Math.abs(mean - 0.3)).toBeLessThan(0.0036);
  expect(Math.abs(deviation / 0.0229 - 1)).toBeLessThan(0.11);
});

// Arithmetic: 0.3 ± 1.96 · 0.0229 = [0.255, 0.345]; a bound from 1,000 draws wanders by about 0.002, in steps of 0.0025.
test('the interval of a proportion is the normal interval, within 0.008', () => {
  const [low, high] = percentileInterval(resample(proportion(120, 400), 2, shareOfHits, OPTIONS)) ?? [];
  expect(Math.abs((low as number) - 0.255)).toBeLessThan(0.008);
  expect(Math.abs((high as number) - 0.345)).toBeLessThan(0.008);
});

test('a share that is always 1 has the interval [1, 1]', () => {
  expect(percentileInterval(resample(proportion(50, 50), 2, shareOfHits, OPTIONS))).toEqual([1, 1]);
});

describe('the bounds, by hand', () => {
  const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

  // k = ⌊1001 · 0.025⌋ = 25: the 25th smallest and the 25th largest of 1,000.
  test('of the values 1 to 1000 they are 25 and 976, in whatever order they come', () => {
    expect(percentileInterval(upTo(1000))).toEqual([25, 976]);
    expect(percentileInterval(upTo(1000).reverse())).toEqual([25, 976]);
  });

  // k = ⌊40 · 0.025⌋ = 1 of 39; fewer values cannot reach beyond their ends.
  test('of 39 values or fewer they are the lowest and the highest', () => {
    expect(percentileInterval(upTo(39))).toEqual([1, 39]);
    expect(percentileInterval([3])).toEqual([3, 3]);
  });

  test('negative and large values are ordered as numbers', () => {
    expect(percentileInterval([10, -2, 9])).toEqual([-2, 10]);
  });

  test('draws in which the figure is undefined are left out', () => {
    expect(percentileInterval([NaN, ...upTo(39), NaN])).toEqual([1, 39]);
  });

  test('a figure undefined in every draw has no interval', () => {
    expect(percentileInterval([NaN, NaN])).toBeNull();
  });
});
