/** A text is shown unchanged, with its clauses marked. */
import { describe, expect, it } from 'vitest';
import { shortMarkedText } from '../../../src/report/evaluation/short-marked-text.js';

const marking = (className: string, ...spans: readonly (readonly [number, number])[]) => ({
  className,
  evidence: spans.map(([start, end]) => ({ start, end })),
});
const withoutMarkup = (markup: string) => markup.replace(/<[^>]*>/g, '');

describe('a text', () => {
  it('without marks is only escaped', () => {
    expect(shortMarkedText('a < b & "c"', []).markup).toBe('a &#60; b &#38; &#34;c&#34;');
  });

  it('has a mark around each clause', () => {
    expect(shortMarkedText('one two three', [marking('x', [0, 3], [8, 13])]).markup).toBe(
      '<mark class="x">one</mark> two <mark class="x">three</mark>',
    );
  });

  it('has one mark within another where clauses overlap', () => {
    const { markup } = shortMarkedText('abcdef', [marking('x', [0, 4]), marking('y', [2, 6])]);
    expect(markup).toBe(
      '<mark class="x">ab</mark><mark class="x"><mark class="y">cd</mark></mark><mark class="y">ef</mark>',
    );
  });
});

describe('a text of more than 2000 characters', () => {
  it('is cut to what is around its first mark, and says how much is left out', () => {
    const text = `${'a'.repeat(5000)}HERE${'b'.repeat(5000)}`;
    const shown = withoutMarkup(shortMarkedText(text, [marking('x', [5000, 5004])]).markup);
    expect(shown).toBe(
      ` [characters left out before this: 4500] ${'a'.repeat(500)}HERE${'b'.repeat(1496)} [characters left out after this: 3504] `,
    );
  });

  it('without a mark is shown from its beginning', () => {
    expect(withoutMarkup(shortMarkedText('c'.repeat(2001), []).markup)).toBe(
      `${'c'.repeat(2000)} [characters left out after this: 1] `,
    );
  });

  it('is not cut through a character', () => {
    const { markup } = shortMarkedText('😀'.repeat(3001), [marking('x', [3001 * 2 - 2, 3001 * 2])]);
    expect(markup).not.toMatch(/\p{Cs}/u);
    expect(shortMarkedText(`a${'😀'.repeat(3000)}`, []).markup).not.toMatch(/\p{Cs}/u);
  });

  it('keeps its first mark as long as fits', () => {
    const shown = withoutMarkup(shortMarkedText('d'.repeat(10_000), [marking('x', [0, 10_000])]).markup);
    expect(shown).toBe(`${'d'.repeat(2000)} [characters left out after this: 8000] `);
  });
});
