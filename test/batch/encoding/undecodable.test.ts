/** Checks how bytes that could not be decoded are marked. */
import { describe, expect, it } from 'vitest';
import { countUndecodable, markByte } from '../../../src/batch/encoding/undecodable.js';

describe('the mark of a byte', () => {
  it('is counted', () => {
    expect(countUndecodable(`a${markByte(0xe9)}b${markByte(0)}`)).toBe(2);
  });

  it('is no part of valid text, not even of characters beyond the first 65,536', () => {
    // U+1F480 is D83D DC80 in UTF-16.
    expect(countUndecodable('Việt \u{1F480}')).toBe(0);
  });
});
