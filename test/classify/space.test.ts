import { describe, expect, it } from 'vitest';
import { centreOf, dot, project } from '../../src/classify/space.js';

describe('project', () => {
  it('takes the centre away, multiplies with the lower triangle and brings the result to length 1', () => {
    // (4 − 1, 6 − 2) = (3, 4); L⁻¹ = [1 0; 2 −0.5] → (3, 6 − 2) = (3, 4); length 5
    const point = project(Float32Array.of(4, 6), Float32Array.of(1, 2), Float32Array.of(1, 2, -0.5));
    expect([...point]).toEqual([Math.fround(0.6), Math.fround(0.8)]);
  });

  it('leaves a vector at the centre at zero', () => {
    expect([...project(Float32Array.of(1, 2), Float32Array.of(1, 2), Float32Array.of(1, 0, 1))]).toEqual([0, 0]);
  });
});

describe('centreOf', () => {
  const space = { centres: { vi: Float32Array.of(1, 0), en: Float32Array.of(3, 4) }, whitening: new Float32Array(3) };

  it('is the language’s own centre', () => {
    expect([...centreOf(space, 'en', 2)]).toEqual([3, 4]);
  });

  it('is the mean of the others for a language without training texts', () => {
    expect([...centreOf(space, 'fr', 2)]).toEqual([2, 2]);
  });
});

describe('dot', () => {
  it('sums the products', () => {
    expect(dot(Float32Array.of(1, 2, 3), Float32Array.of(4, 5, 6))).toBe(32);
  });
});
