import { describe, expect, it } from 'vitest';
import { bestThreshold, fitCurve } from '../../src/train/calibrate.js';
import { decideAll, FROM_WORDS, type TestedExample } from '../../src/train/decide.js';
import { judge, macroF1 } from '../../src/train/judge.js';

/** Examples of topics at 0.5 ± 0.1, others at 0 ± 0.1; each carries one topic. */
function testedExamples(
  counts: readonly number[],
  similarity = (own: boolean, i: number) => (own ? 0.5 : 0) + Math.sin(i) / 10,
): TestedExample[] {
  return counts.flatMap((count, topic) =>
    Array.from({ length: count }, (_, i) => {
      const gold = counts.map((_, t) => t === topic);
      return { gold, similarities: gold.map((own, t) => similarity(own, i * counts.length + t)), weight: 1 };
    }),
  );
}

describe('decideAll', () => {
  it('takes the stated decision for all topics when there is no example', () => {
    expect(decideAll([], 2)).toEqual([FROM_WORDS, FROM_WORDS]);
  });

  it('takes the common decision for a topic without examples', () => {
    const examples = testedExamples([40, 40, 0]);
    const pairs = examples.flatMap(({ similarities, gold, weight }) =>
      similarities.map((similarity, t) => ({ similarity, carries: gold[t] as boolean, weight })),
    );
    // 80 pairs carry their topic: the stated decision counts as 20·(1 − 80/100)/80 = 0.05 of each.
    const curve = fitCurve(pairs, { curve: FROM_WORDS, times: 0.05 });
    const [, , decision] = decideAll(examples, 3);
    expect(decision?.slope).toBeCloseTo(curve.slope, 9);
    expect(decision?.intercept).toBeCloseTo(curve.intercept, 9);
    expect(decision?.threshold).toBeCloseTo((bestThreshold(pairs, curve) + 0.05 * FROM_WORDS.threshold) / 1.05, 9);
  });

  it('looks only at its own outcomes from a hundred examples of a topic on', () => {
    const examples = testedExamples([100, 100]);
    const outcomes = examples.map(({ similarities, gold, weight }) => ({
      similarity: similarities[0] as number,
      carries: gold[0] as boolean,
      weight,
    }));
    const curve = fitCurve(outcomes);
    expect(decideAll(examples, 2)[0]).toEqual({ ...curve, threshold: bestThreshold(outcomes, curve) });
  });

  it('stays nearer to the common curve with one example than with fifty', () => {
    // Topic 1 lies lower than topic 0, so that its own curve begins lower.
    const lower = (own: boolean, i: number) => (own ? 0.5 : 0) - (i % 2) * 0.3 + Math.sin(i) / 20;
    const middle = (count: number) => {
      const { slope, intercept } = decideAll(testedExamples([90, count], lower), 2)[1] as {
        slope: number;
        intercept: number;
      };
      return -intercept / slope;
    };
    expect(middle(1)).toBeGreaterThan(middle(50));
  });

  it('passes over a topic that had no centroid', () => {
    const examples = testedExamples([30, 1]).map((one) => ({
      ...one,
      similarities: [one.similarities[0] as number, Number.NaN],
    }));
    const [first, second] = decideAll(examples, 2);
    expect(first?.slope).toBeGreaterThan(0);
    expect(Number.isFinite(second?.slope)).toBe(true);
  });

  it('reads a sample of very many pairs, in which every topic occurs', () => {
    // 5,200 examples of 26 topics are 135,200 pairs, of which every second would meet topics without examples alone.
    const examples = testedExamples(Array.from({ length: 26 }, (_, topic) => (topic % 2 === 1 ? 400 : 0)));
    const [common] = decideAll(examples, 26);
    expect(common).not.toEqual(FROM_WORDS);
    expect(common?.slope).toBeGreaterThan(0);
  });
});

describe('judge', () => {
  it('judges the examples of a fold by decisions from the others', () => {
    // In fold 1 the similarities are turned round: what it would decide of itself is not what it is judged by.
    const right = testedExamples([60, 60]);
    const wrong = testedExamples([60, 60], (own) => (own ? 0 : 0.5));
    const folds = [...right.map(() => 0), ...wrong.map(() => 1)];
    const judged = judge(
      [...right, ...wrong],
      folds,
      folds.map((_, i) => i),
    );
    // Decided by the right ones, all of fold 1 is wrong.
    for (const { gold, tagged } of judged.slice(right.length)) expect(tagged).toEqual(gold.map((carries) => !carries));
  });

  it('tags nothing where a topic had no centroid', () => {
    const examples = testedExamples([9, 9]).map((one) => ({
      ...one,
      similarities: [one.similarities[0] as number, Number.NaN],
    }));
    const judged = judge(
      examples,
      examples.map((_, i) => i % 3),
      examples.map((_, i) => i + 7),
    );
    expect(judged.every(({ tagged, scores }) => !tagged[1] && scores[1] === 0)).toBe(true);
    expect(judged[0]?.example).toBe(7);
  });
});

describe('macroF1', () => {
  it('is the mean over the topics that occur', () => {
    const row = (gold: string, tagged: string) => ({
      example: 0,
      gold: [...gold].map((bit) => bit === '1'),
      tagged: [...tagged].map((bit) => bit === '1'),
      scores: [],
    });
    // F1 of the first topic 2·1/(2 + 1), of the second 2·1/(1 + 2); the third occurs nowhere.
    expect(macroF1([row('100', '010'), row('110', '110')])).toBeCloseTo(2 / 3, 12);
    expect(macroF1([])).toBe(0);
  });
});
