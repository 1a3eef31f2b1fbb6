/** Specification of which training examples are named beside a text; cosines are worked out by hand. */
import { describe, expect, it } from 'vitest';
import type { ClassifierFile } from '../../src/classify/classifier-file.js';
import type { ExampleSet, StoredExample } from '../../src/classify/example-file.js';
import { explain, unexplained } from '../../src/classify/nearest.js';

const example = (text: string, ...topics: string[]): StoredExample => ({
  text,
  topics,
  language: 'en',
  heldOut: false,
});
/** In a plane. Cosines with (0.6, 0.8): east 0.6, north 0.8, north-east 140/(100·√2) = 0.98995, west −0.6, nowhere 0. */
const set: ExampleSet = {
  examples: [
    example('east', 'pay'),
    example('north'),
    example('north-east', 'pay', 'training'),
    example('west', 'training'),
    example('nowhere', 'pay'),
  ],
  points: Int8Array.of(127, 0, 0, 50, 100, 100, -3, 0, 0, 0),
};
const topic = { centroid: new Float32Array(2), slope: 1, intercept: 0, threshold: 0.5, examples: 2 };
const file: Pick<ClassifierFile, 'topics' | 'clauseMargin'> = {
  clauseMargin: 0.1,
  topics: [
    { id: 'pay', ...topic },
    { id: 'training', ...topic },
  ],
};
const clauses = [
  { start: 0, end: 5 },
  { start: 6, end: 9 },
];
const points = { text: Float32Array.of(0.6, 0.8), clauses: [Float32Array.of(1, 0), Float32Array.of(-1, 0)] };
/** Counts by the paragraph: 0.5 is more than 0.4 − 0.1. */
const byParagraph = { best: 0.5, clauses: [0.2, 0.4] };
/** Counts by its second clause: 0.9 − 0.1 is what was best. */
const byClause = { best: 0.9 - 0.1, clauses: [0.3, 0.9] };
const texts = (list: readonly { readonly text: string }[] | undefined) => list?.map(({ text }) => text);

describe('an explanation', () => {
  it('names the examples that carry the topic and those that do not, the nearest first', () => {
    const [pay, training] = explain(file, points, [byParagraph, byParagraph], [0.7, 0.2], clauses, {
      examples: set,
      count: 3,
    });
    expect(texts(pay?.nearest)).toEqual(['north-east', 'east', 'nowhere']);
    expect(texts(pay?.nearestOther)).toEqual(['north', 'west']);
    expect(texts(training?.nearest)).toEqual(['north-east', 'west']);
    expect(texts(training?.nearestOther)).toEqual(['north', 'east', 'nowhere']);
  });

  it('says how near each example is, whatever the length of its point, with topics and language', () => {
    const [pay] = explain(file, points, [byParagraph, byParagraph], [0.7, 0.2], clauses, { examples: set, count: 3 });
    expect(pay?.nearest[0]).toEqual({
      text: 'north-east',
      topics: ['pay', 'training'],
      language: 'en',
      similarity: expect.closeTo(0.98995, 5),
    });
    expect(pay?.nearest.map(({ similarity }) => similarity).slice(1)).toEqual([expect.closeTo(0.6, 6), 0]);
    expect(pay?.nearestOther.map(({ similarity }) => similarity)).toEqual([
      expect.closeTo(0.8, 6),
      expect.closeTo(-0.6, 6),
    ]);
  });

  it('compares with the clause where that earned the score, with the paragraph otherwise', () => {
    const [pay, training] = explain(file, points, [byClause, byParagraph], [0.7, 0.2], clauses, {
      examples: set,
      count: 1,
    });
    // The second clause points west.
    expect(pay?.nearestOther[0]).toMatchObject({ text: 'west', similarity: 1 });
    expect(training?.nearestOther[0]).toMatchObject({ text: 'north', similarity: expect.closeTo(0.8, 6) });
  });

  it('gives the clause nearest to the topic even where the paragraph counted, and the score', () => {
    const all = explain(file, points, [byClause, byParagraph], [0.7, 0.2], clauses, { examples: set, count: 1 });
    expect(all.map(({ topic: id, score, clause }) => ({ id, score, clause }))).toEqual([
      { id: 'pay', score: 0.7, clause: clauses[1] },
      { id: 'training', score: 0.2, clause: clauses[1] },
    ]);
  });

  it('takes the first of clauses that are as near, and of examples', () => {
    const twins: ExampleSet = { examples: [example('one'), example('two')], points: Int8Array.of(0, 9, 0, 9) };
    const [pay] = explain(file, points, [{ best: 0.3, clauses: [0.3, 0.3] }, byParagraph], [0.7, 0.2], clauses, {
      examples: twins,
      count: 2,
    });
    expect(pay?.clause).toEqual(clauses[0]);
    expect(texts(pay?.nearestOther)).toEqual(['one', 'two']);
  });

  it('never has a similarity beyond 1, though unit vectors are rounded', () => {
    const text = Float32Array.of(0.6, 0.8000001);
    const [pay] = explain(file, { ...points, text }, [byParagraph, byParagraph], [0.7, 0.2], clauses, {
      examples: { examples: [example('same', 'pay')], points: Int8Array.of(3, 4) },
      count: 1,
    });
    expect(pay?.nearest[0]?.similarity).toBe(1);
  });

  it('of a text that was not scored names nothing', () => {
    expect(unexplained('pay')).toEqual({ topic: 'pay', score: 0, clause: undefined, nearest: [], nearestOther: [] });
  });
});
