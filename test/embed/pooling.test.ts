import { describe, expect, it } from 'vitest';
import { spanTokens, WindowMean } from '../../src/embed/pooling.js';

// "chuyển đổi số": three tokens at 0–6, 7–10, 11–13
const tokens = { ids: [11, 12, 13], starts: [0, 7, 11], ends: [6, 10, 13] };

describe('spanTokens', () => {
  it('takes every token that overlaps the span', () => {
    expect(
      spanTokens(tokens, [
        { start: 0, end: 13 },
        { start: 7, end: 10 },
        { start: 5, end: 8 },
      ]),
    ).toEqual([
      { start: 0, end: 3 },
      { start: 1, end: 2 },
      { start: 0, end: 2 },
    ]);
  });

  it('takes the token before a span that has none of its own', () => {
    expect(spanTokens(tokens, [{ start: 10, end: 11 }])).toEqual([{ start: 1, end: 2 }]);
    expect(spanTokens(tokens, [{ start: 13, end: 14 }])).toEqual([{ start: 2, end: 3 }]);
  });
});

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
