/** Rows that agree are one pattern. */
import { expect, test } from 'vitest';
import { findPatterns } from '../../src/evaluate/patterns.js';

const row = (gold: boolean, tagged: boolean) => ({ gold: [gold], tagged: [tagged] });

test('rows that agree in gold and tags share a pattern, counted once each', () => {
  const patterns = findPatterns([row(true, false), row(false, true), row(true, false), row(true, true)]);
  expect(patterns.distinct).toEqual([row(true, false), row(false, true), row(true, true)]);
  expect([...patterns.ofRow]).toEqual([0, 1, 0, 2]);
  expect([...patterns.counts]).toEqual([2, 1, 1]);
});
