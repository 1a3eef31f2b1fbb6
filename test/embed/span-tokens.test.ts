import { describe, expect, it } from 'vitest';
import { spanTokens } from '../../src/embed/span-tokens.js';

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
