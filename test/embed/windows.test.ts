import { describe, expect, it } from 'vitest';
import { planWindows } from '../../src/embed/windows.js';

describe('planWindows', () => {
  it('reads a text that fits in one window', () => {
    expect(planWindows(510, 510, [])).toEqual([{ start: 0, end: 510 }]);
    expect(planWindows(0, 510, [])).toEqual([{ start: 0, end: 0 }]);
  });

  it('cuts at the last clause start in the second half of a window', () => {
    expect(planWindows(25, 10, [0, 4, 7, 9, 16, 22])).toEqual([
      { start: 0, end: 9 },
      { start: 9, end: 16 },
      { start: 16, end: 25 },
    ]);
  });

  it('cuts at the limit where no clause starts in the second half', () => {
    expect(planWindows(25, 10, [0, 2, 13])).toEqual([
      { start: 0, end: 10 },
      { start: 10, end: 20 },
      { start: 20, end: 25 },
    ]);
  });

  it('holds every token exactly once and never exceeds the limit', () => {
    let state = 7;
    const random = (below: number) => {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      return state % below;
    };
    for (let round = 0; round < 200; round++) {
      const tokens = random(300);
      const limit = 2 + random(40);
      const breaks = [...new Set(Array.from({ length: random(30) }, () => random(tokens + 1)))].sort((a, b) => a - b);
      const windows = planWindows(tokens, limit, breaks);
      expect(windows.map(({ start }) => start)).toEqual([0, ...windows.slice(0, -1).map(({ end }) => end)]);
      expect(windows.at(-1)?.end).toBe(tokens);
      expect(Math.max(...windows.map(({ start, end }) => end - start))).toBeLessThanOrEqual(limit);
    }
  });
});
