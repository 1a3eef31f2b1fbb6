/** A shortened text keeps the clause that earned its tag, says where it was cut, and knows where the clause stands. */
import { describe, expect, it } from 'vitest';
import { LEFT_OUT, shorten } from '../../../src/batch/summary/shorten.js';

const words = (count: number, word = 'word') => Array.from({ length: count }, (_, i) => `${word}${i}`).join(' ');
const clausesOf = ({ text, evidence }: ReturnType<typeof shorten>) =>
  evidence.map((list) => list.map(({ start, end }) => text.slice(start, end)));

it('a short text is left as it is', () => {
  const shown = shorten('Pay rises, taxes fall.', ['Pay rises', 'taxes fall'], 100);
  expect(shown).toMatchObject({ text: 'Pay rises, taxes fall.' });
  expect(clausesOf(shown)).toEqual([['Pay rises'], ['taxes fall']]);
});

it('line ends and tabs are one space, in the text and in its evidence', () => {
  const shown = shorten('  Pay\r\n\trises  today.\n', ['Pay\r\n\trises'], 100);
  expect(shown.text).toBe('Pay rises today.');
  expect(clausesOf(shown)).toEqual([['Pay rises']]);
});

it('no-break spaces stay', () => {
  expect(shorten('25\u202f% «\u00a0oui\u00a0»', [], 100).text).toBe('25\u202f% «\u00a0oui\u00a0»');
});

it('evidence of several clauses is found clause by clause', () => {
  expect(clausesOf(shorten('Pay rises. Rain. Bonus paid.', ['Bonus paid … Pay rises'], 100))).toEqual([
    ['Bonus paid', 'Pay rises'],
  ]);
});

describe('a long text', () => {
  it('is cut at a space, with a mark', () => {
    const shown = shorten(words(100), [], 50);
    expect(shown.text).toBe(`word0 word1 word2 word3 word4 word5 word6 word7 ${LEFT_OUT}`);
  });

  it('shows the clause, wherever it stands', () => {
    const clause = 'the clause that counts';
    for (const before of [0, 3, 40, 95]) {
      const shown = shorten(`${words(before)} ${clause} ${words(100 - before, 'other')}`, [clause], 120);
      expect(clausesOf(shown)).toEqual([[clause]]);
      expect(shown.text.length).toBeLessThanOrEqual(120 + 2 * (LEFT_OUT.length + 1));
    }
  });

  it('begins at its beginning when the clause does', () => {
    const text = words(100);
    const shown = shorten(text, [text], 50);
    expect(shown.text).toMatch(/^word0 /);
  });

  it('shows the beginning of a clause that is longer than what is shown', () => {
    const clause = words(100, 'clause');
    const shown = shorten(`${words(50)} ${clause}`, [clause], 120);
    const [[marked] = []] = clausesOf(shown);
    expect(marked?.length).toBeGreaterThan(50);
    expect(clause.startsWith(marked ?? '-')).toBe(true);
  });

  it('of one word is cut anywhere, but not through a character of two units', () => {
    const shown = shorten('😀'.repeat(5000), [], 101);
    expect(shown.text).toBe(`${'😀'.repeat(50)} ${LEFT_OUT}`);
  });
});

it('evidence that is not in the text is left out', () => {
  expect(shorten('Rain tomorrow.', ['Pay rises and that is all'], 100).evidence).toEqual([[]]);
});
