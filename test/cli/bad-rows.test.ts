/** Specification of how bad rows are named. */
import { expect, it } from 'vitest';
import { badRowNotice } from '../../src/cli/bad-rows.js';

it('the first ten bad rows are named, and then once that there are more', () => {
  const counts = Array.from({ length: 13 }, (_, i) => i + 1);
  expect(counts.map((count) => badRowNotice(`line ${count}`, 'The row is blank.', count))).toEqual([
    ...counts.slice(0, 10).map((count) => `line ${count}: The row is blank.`),
    'there are more bad rows, which are not named here.',
    undefined,
    undefined,
  ]);
});

it('what a reason quotes from the file does not steer the terminal', () => {
  expect(badRowNotice('line 1', 'Unexpected token \u001b[2J\u202e', 1)).toBe(
    'line 1: Unexpected token \ufffd[2J\ufffd',
  );
});
