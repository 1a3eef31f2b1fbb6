/** Checks which clauses are shown for a tag. */
import { describe, expect, it } from 'vitest';
import type { TopicModel } from '../../src/classify/classifier-file.js';
import { chooseEvidence } from '../../src/classify/evidence.js';

/** By hand: score = 1 / (1 + exp(−10 · similarity)), so a similarity of 0 scores 0.5, the threshold. */
const topic: TopicModel = {
  id: 'pay',
  centroid: new Float32Array(2),
  slope: 10,
  intercept: 0,
  threshold: 0.5,
  examples: 1,
};
const MARGIN = 0.1;

const choose = (clauses: readonly number[]) => chooseEvidence(topic, { best: 1, clauses }, MARGIN);

describe('chooseEvidence', () => {
  it('always keeps the nearest clause, whatever it scores', () => {
    expect(choose([-0.5, -0.2, -0.9])).toEqual([1]);
  });

  it('keeps another clause that stands out like the nearest, and drops one that all the text carries along', () => {
    // By hand: means 0.475 and 0.45, so that seven tenths of the way up are 0.8425 and 0.835.
    expect(choose([1, 0.9, 0, 0])).toEqual([0, 1]);
    expect(choose([1, 0.8, 0, 0])).toEqual([0]);
  });

  it('drops a clause that would not earn the tag', () => {
    // By hand: the mean is -0.4275 and the least rise 0.01175, but below 0.1 the score less the margin is under one half.
    expect(choose([0.2, 0.09, -1, -1])).toEqual([0]);
    expect(choose([0.2, 0.11, -1, -1])).toEqual([0, 1]);
  });

  it('gives the three nearest at most, in the order of the text', () => {
    expect(choose([0.9, 0.8, 1, 0.95, -4])).toEqual([0, 2, 3]);
  });

  it('finds no clause where there is none', () => {
    expect(choose([])).toEqual([]);
  });
});
