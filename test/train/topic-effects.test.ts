import { describe, expect, it } from 'vitest';
import { explainedByTopics, membersOf } from '../../src/train/topic-effects.js';

const EXACT = { ridge: 0, rounds: 20 };
/** Rows of one number each. */
const effects = (values: readonly number[], members: readonly (readonly number[])[], options = EXACT) => [
  ...explainedByTopics({ values: Float64Array.from(values), size: 1 }, members, options),
];

describe('membersOf', () => {
  it('lists the rows of each topic, then those without any; rows that nobody has read are in none', () => {
    const rows = [{ topics: ['b'] }, { topics: [] }, { topics: undefined }, { topics: ['a', 'b', 'b'] }];
    expect(membersOf(rows, ['a', 'b', 'c'])).toEqual([[3], [0, 3], [], [1]]);
  });
});

describe('explainedByTopics', () => {
  it('gives each row the mean of its topic where every row has one', () => {
    expect(
      effects(
        [1, 3, 10, 20],
        [
          [0, 1],
          [2, 3],
        ],
      ),
    ).toEqual([2, 2, 15, 15]);
  });

  it('finds the least-squares effects where rows have several topics', () => {
    // y = a, a + b, b with a = 2, b = 5 fits exactly.
    const found = effects(
      [2, 7, 5],
      [
        [0, 1],
        [1, 2],
      ],
    );
    [2, 7, 5].forEach((value, i) => {
      expect(found[i]).toBeCloseTo(value, 5);
    });
  });

  it('explains less of a topic with few rows when asked to', () => {
    // 6 / (1 + 2) and (4 + 4) / (2 + 2)
    expect(effects([6, 4, 4], [[0], [1, 2]], { ridge: 2, rounds: 1 })).toEqual([2, 2, 2]);
  });

  it('explains nothing of rows that are in no list, and leaves the rows as they were', () => {
    const rows = { values: Float64Array.of(1, 2, 3, 4), size: 2 };
    expect([...explainedByTopics(rows, [[1]], EXACT)]).toEqual([0, 0, 3, 4]);
    expect([...rows.values]).toEqual([1, 2, 3, 4]);
  });
});
