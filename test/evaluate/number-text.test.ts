/** Figures are written alike everywhere. */
import { expect, test } from 'vitest';
import { interval, percent, probability, share, signed } from '../../src/evaluate/number-text.js';

test.each([
  [0.0284, '+0.028'],
  [-0.0284, '−0.028'],
  [0, '+0.000'],
  [-0.0004, '+0.000'],
])('%d has the sign %s', (value, text) => {
  expect(signed(value)).toBe(text);
});

test('what is not there is a dash', () => {
  expect([share(null), interval(null), interval(undefined)]).toEqual(['–', '–', '–']);
});

test('bounds are written as the figures beside them', () => {
  expect(interval([-0.1, 0.25], signed)).toBe('[−0.100, +0.250]');
  expect(interval([0.1, 0.25])).toBe('[0.100, 0.250]');
});

test('a small probability is not written as zero', () => {
  expect([probability(0.0009), probability(0.0312), probability(1)]).toEqual(['< 0.001', '0.031', '1.000']);
});

test('a level is written in whole per cent', () => {
  expect(percent(0.95)).toBe('95 %');
});
