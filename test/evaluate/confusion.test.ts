/** Mistakes are counted by the topics beside them; all counts by hand. */
import { expect, test } from 'vitest';
import { confusion } from '../../src/evaluate/confusion.js';

/** gold>tagged, a letter for each topic that is there. */
function rowsOf(...rows: readonly string[]) {
  const flags = (ids = '') => [...'abc'].map((topic) => ids.includes(topic));
  return rows.map((row) => ({ gold: flags(row.split('>')[0]), tagged: flags(row.split('>')[1]) }));
}

const counted = (...rows: readonly string[]) => confusion(rowsOf(...rows), ['a', 'b', 'c']);

test('a missed topic counts beside every topic that was falsely given, or beside none', () => {
  // In the third row c is right, so that nothing was given in place of a.
  const { a } = counted('a>b', 'a>bc', 'ac>c', 'a>', 'a>a');
  expect(a?.missed).toEqual({ rows: 4, given: { b: 2, c: 1 }, none: 2 });
  expect(a?.false).toEqual({ rows: 0, carried: { b: 0, c: 0 }, none: 0 });
});

test('a falsely given topic counts beside every topic that the row carries, found or not, or beside none', () => {
  const { b } = counted('a>b', 'a>ab', 'ac>ab', '>b', 'b>b');
  expect(b?.false).toEqual({ rows: 4, carried: { a: 3, c: 1 }, none: 1 });
  expect(b?.missed.rows).toBe(0);
});

test('rows that are right count nowhere', () => {
  const none = { rows: 0, none: 0 };
  expect(counted('ab>ab', '>').c).toEqual({
    missed: { ...none, given: { a: 0, b: 0 } },
    false: { ...none, carried: { a: 0, b: 0 } },
  });
});
