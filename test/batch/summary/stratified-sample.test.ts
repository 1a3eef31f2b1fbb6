/** Of every stratum as many rows are drawn, as far as it has them; which ones is left to chance, but the same each time. */
import { expect, it } from 'vitest';
import { rowPriority } from '../../../src/batch/summary/row-priority.js';
import { StratifiedSample } from '../../../src/batch/summary/stratified-sample.js';

function draw(most: number, strata: readonly string[]): (readonly [stratum: string, row: number])[] {
  const sample = new StratifiedSample<readonly [string, number]>(most);
  for (const [row, stratum] of strata.entries()) sample.offer(stratum, rowPriority(row), () => [stratum, row]);
  return [...sample.rows];
}

const count = (rows: readonly (readonly [string, number])[], wanted: string) =>
  rows.filter(([stratum]) => stratum === wanted).length;

it('all rows when there are not more', () => {
  const rows = draw(10, [...'aabbb']);
  expect(rows.map(([, row]) => row).sort()).toEqual([0, 1, 2, 3, 4]);
});

it('all rows of a rare stratum, and as many of the others', () => {
  const rows = draw(
    100,
    Array.from({ length: 10_000 }, (_, i) => (i % 1000 === 0 ? 'rare' : i % 2 ? 'odd' : 'even')),
  );
  expect(rows).toHaveLength(100);
  expect(count(rows, 'rare')).toBe(10);
  expect(count(rows, 'odd')).toBe(45);
  expect(count(rows, 'even')).toBe(45);
});

it('strata that come late are no worse off', () => {
  const rows = draw(
    90,
    Array.from({ length: 9000 }, (_, i) => `year ${Math.floor(i / 1000)}`),
  );
  for (let year = 0; year < 9; year++) expect(count(rows, `year ${year}`)).toBe(10);
});

it('first one of each stratum, then a second one', () => {
  const rows = draw(
    100,
    Array.from({ length: 500 }, (_, i) => (i < 400 ? 'a' : 'b')),
  );
  expect(rows.slice(0, 4).map(([stratum]) => stratum)).toEqual(['a', 'b', 'a', 'b']);
});

it('each row of a stratum has the same chance, wherever it stands', () => {
  const rows = draw(
    1000,
    Array.from({ length: 100_000 }, () => 'all'),
  );
  // Of 1,000 drawn, the first half holds 500 give or take 16 (binomial, n = 1000, p = 1/2); 64 are four times that.
  const early = rows.filter(([, row]) => row < 50_000).length;
  expect(Math.abs(early - 500)).toBeLessThan(64);
});

it('more strata than rows are wanted fill neither the sample nor the memory', () => {
  expect(
    draw(
      50,
      Array.from({ length: 5000 }, (_, i) => `stratum ${i}`),
    ),
  ).toHaveLength(50);
});

it('draws the same rows each time', () => {
  const strata = Array.from({ length: 5000 }, (_, i) => String(i % 7));
  expect(draw(100, strata)).toEqual(draw(100, strata));
});

// The published fmix32 of 1 and of 2^32 − 1, from the test values of MurmurHash3; the seed is taken off before.
it('priorities are those of MurmurHash3', () => {
  const seed = 0x6c69_7065;
  expect(rowPriority(1 ^ seed)).toBe(0x514e28b7);
  expect(rowPriority(0xffffffff ^ seed)).toBe(0x81f16f39);
});
