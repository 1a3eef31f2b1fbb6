/** Checks how bytes that could not be decoded are marked and shown. */
import { describe, expect, it } from 'vitest';
import {
  countUndecodable,
  hasUndecodable,
  markByte,
  showUndecodable,
} from '../../../src/batch/encoding/undecodable.js';

describe('the mark of a byte', () => {
  it('is found and counted', () => {
    const text = `a${markByte(0xe9)}b${markByte(0)}`;
    expect(hasUndecodable(text)).toBe(true);
    expect(countUndecodable(text)).toBe(2);
  });

  it('is shown as \\x and two digits', () => {
    expect(showUndecodable(`caf${markByte(0xe9)} ${markByte(0x0a)}`)).toBe('caf\\xE9 \\x0A');
  });

  it('is no part of valid text, not even of characters beyond the first 65,536', () => {
    // U+1F480 is D83D DC80 in UTF-16.
    expect(hasUndecodable('Việt \u{1F480}')).toBe(false);
    expect(countUndecodable('\u{1F480}')).toBe(0);
    expect(showUndecodable('\u{1F480}')).toBe('\u{1F480}');
  });
});
