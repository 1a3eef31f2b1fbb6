import { expect, it } from 'vitest';
import { overlap } from '../../src/embed/token-range.js';

it.each([
  [[0, 5], [3, 9], { start: 3, end: 5 }],
  [[3, 9], [0, 5], { start: 3, end: 5 }],
  [[2, 4], [0, 9], { start: 2, end: 4 }],
  [[0, 5], [5, 9], undefined],
  [[0, 1], [7, 9], undefined],
] as const)('tokens %j and %j have in common what %j says', ([a, b], [c, d], expected) => {
  expect(overlap({ start: a, end: b }, { start: c, end: d })).toEqual(expected);
});
