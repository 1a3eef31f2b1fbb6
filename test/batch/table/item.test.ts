/** Specification of bad rows: what is said of them and how they are shown. */
import { describe, expect, it } from 'vitest';
import { badRow, characterProblem } from '../../../src/batch/table/item.js';
import { LONGEST_RAW } from '../../../src/batch/table/limits.js';

describe('a bad row', () => {
  it('has a line, a sentence and the text as it was', () => {
    expect(badRow(7, 'has 1 field where the header has 2', 'a "b"\r\nc\\x41')).toEqual({
      kind: 'bad',
      line: 7,
      reason: 'The row has 1 field where the header has 2.',
      raw: 'a "b"\r\nc\\x41',
    });
  });

  const cases: [title: string, raw: string, shown: string][] = [
    ['a byte that could not be decoded', 'caf\udce9', 'caf\\xE9'],
    ['the first and the last of such bytes', '\udc80\udcff', '\\x80\\xFF'],
    ['the bytes of half a unit and of half a pair of UTF-16', '\udc41 \udc00\udcd8', '\\x41 \\x00\\xD8'],
    ['NUL', 'a\0b', 'a\\x00b'],
    ['half a surrogate pair', 'a\ud83d', 'a\\uD83D'],
    ['and leaves whole pairs alone', '👩‍🏫\udce9', '👩‍🏫\\xE9'],
  ];
  it.each(cases)('spells out %s', (_, raw, shown) => {
    expect(badRow(1, 'x', raw).raw).toBe(shown);
  });

  it('is shown whole up to a limit, then cut, never through a surrogate pair', () => {
    const most = 'x'.repeat(LONGEST_RAW);
    expect(badRow(1, 'x', most).raw).toBe(most);
    expect(badRow(1, 'x', `${most}y`).raw).toBe(`${most}…`);
    expect(badRow(1, 'x', `${most.slice(2)}😀😀`).raw).toBe(`${most.slice(2)}😀…`);
    expect(badRow(1, 'x', `${most.slice(1)}😀`).raw).toBe(`${most.slice(1)}…`);
  });
});

describe('characters that make a row bad', () => {
  it.each(['', 'nữ công chức', '👩‍🏫', '\ufffd', '\ufeff', '\u0001\u007f'])('are not among %j', (raw) => {
    expect(characterProblem(raw)).toBeUndefined();
  });

  it('are NUL and undecodable bytes, of which the first is named', () => {
    expect(characterProblem('a\0')).toBe('holds a NUL character, which text has not');
    expect(characterProblem('a\udce9\udca0')).toMatch(/bytes that are no text .* first of them \\xE9$/);
    expect(characterProblem('a\ude00\ud83d')).toMatch(/\\uDE00$/);
  });
});
