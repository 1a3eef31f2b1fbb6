/** The generator gives the published sequence, so that a seed means the same everywhere. */
import { expect, test } from 'vitest';
import { sfc32 } from '../../src/evaluate/random.js';

// From PractRand's raw32() and its seeding (a = 0, b = seed, c = 0, counter = 1, 12 rounds), compiled as C.
test.each([
  [1, [2012149540, 1872316204, 1707632675, 1779833415, 2026416846]],
  [0, [1363572419, 145230303, 808754475, 4216505632, 947923937]],
  [4294967295, [1984736529, 3747275468, 1287205723, 2021412065, 2215341480]],
])('seed %i gives the sequence of the reference in C', (seed, expected) => {
  const random = sfc32(seed);
  expect(expected.map(random)).toEqual(expected);
});
