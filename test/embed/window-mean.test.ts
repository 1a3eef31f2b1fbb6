import { describe, expect, it } from 'vitest';
import { WindowMean } from '../../src/embed/window-mean.js';

describe('WindowMean', () => {
  it('gives back the vector of a single window to the last bit', () => {
    const mean = new WindowMean(2);
    const only = Float32Array.of(0.6, 0.8);
    mean.add(only, 17);
    expect(mean.result()).toBe(only);
  });

  it('weighs windows by their tokens and brings the sum to length 1', () => {
    const mean = new WindowMean(2);
    mean.add(Float32Array.of(1, 0), 3);
    mean.add(Float32Array.of(0, 1), 4);
    // (3, 4) / 5, by hand
    expect([...mean.result()]).toEqual([Math.fround(0.6), Math.fround(0.8)]);
  });
});
