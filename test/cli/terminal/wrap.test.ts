/** Specification of widths and of line breaks in a terminal. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../../src/cli/terminal/display-width.js';
import { type Run, render, wrap } from '../../../src/cli/terminal/wrap.js';

const plain = (text: string): Run[] => [{ text, style: '' }];
const lines = (text: string, width: number) => wrap(plain(text), width).map(render);

describe('the width', () => {
  // Unicode Standard Annex 11 for East Asian characters; wcswidth of Python's wcwidth 0.9.4 gives the same for all of these.
  it.each([
    ['Nghị định', 9],
    ['Nghị định'.normalize('NFD'), 9],
    ['e\u0301\u0323', 1],
    ['日本語', 6],
    ['한국', 4],
    ['ｗｉｄｅ', 8],
    ['〈a〉', 5],
    ['👋', 2],
    ['👩‍👩‍👧', 2],
    ['🇻🇳', 2],
    ['☎\uFE0F', 2],
    ['☎', 1],
    ['1\u202F000', 5],
    ['« »', 3],
    ['\u200B\u202E\u2066', 0],
    ['', 0],
  ])('of %j is %i', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe('lines', () => {
  it('break at spaces, which disappear there', () => {
    expect(lines('one two three', 7)).toEqual(['one two', 'three']);
    expect(lines('one two  three', 8)).toEqual(['one two', 'three']);
    expect(lines('one two', 3)).toEqual(['one', 'two']);
  });

  it('are as long in decomposed Vietnamese as in composed', () => {
    const text = 'Bộ trưởng Bộ Nội vụ ký Nghị định về tiền lương của viên chức';
    expect(lines(text.normalize('NFD'), 20).map((line) => line.normalize('NFC'))).toEqual(lines(text, 20));
  });

  it('do not break at no-break spaces, of French marks too', () => {
    expect(lines('il dit\u00A0: «\u202Foui\u202F» à 9\u00A0h', 9)).toEqual([
      'il dit\u00A0:',
      '«\u202Foui\u202F» à',
      '9\u00A0h',
    ]);
  });

  it('break within a word that is longer than a line, after what stands before it', () => {
    expect(lines('a bbbbbbb c', 3)).toEqual(['a', 'bbb', 'bbb', 'b c']);
  });

  it('break beside East Asian characters', () => {
    expect(lines('公務員の給与', 5)).toEqual(['公務', '員の', '給与']);
    expect(lines(' a語', 2)).toEqual(['', 'a', '語']);
  });

  it('end at every kind of line break', () => {
    expect(lines('a\nb\r\nc\rd\u2028e\n\nf', 9)).toEqual(['a', 'b', 'c', 'd', 'e', '', 'f']);
  });

  it('hold nothing that steers the terminal or turns the line around', () => {
    expect(lines('a\u001b[31mred\u0007\u202Eb\u2066\u009b2J', 40)).toEqual(['a[31mredb2J']);
  });

  it('keep what sticks together with what follows', () => {
    const runs: Run[] = [
      { text: 'one two ', style: '' },
      { text: ' A ', style: '7', sticks: true },
      { text: 'three', style: '4' },
    ];
    expect(wrap(runs, 10).map(render)).toEqual(['one two', '\u001b[7m A \u001b[0m\u001b[4mthree\u001b[0m']);
  });

  it('are never longer than the width, and lose nothing but the spaces where they break', () => {
    const piece = fc.constantFrom('a', 'ệ', 'e\u0323\u0302', '語', '👋', ' ', '  ', 'từng', '\u00A0');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.integer({ min: 2, max: 20 }), (pieces, width) => {
        const text = pieces.join('');
        const wrapped = lines(text, width);
        for (const line of wrapped) expect(displayWidth(line)).toBeLessThanOrEqual(width);
        expect(wrapped.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
      { numRuns: 1_000 },
    );
  });
});
