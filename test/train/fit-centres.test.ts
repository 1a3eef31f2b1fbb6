import { describe, expect, it } from 'vitest';
import type { SupportedLanguage } from '../../src/classify/space.js';
import { fitCentres } from '../../src/train/fit-centres.js';
import { membersOf } from '../../src/train/topic-effects.js';

interface Text {
  readonly at: number;
  readonly language: SupportedLanguage;
  readonly topics?: readonly string[];
}

/** Centres of texts that lie on a line. */
function centres(texts: readonly Text[], priors: Partial<Record<SupportedLanguage, number>> = {}) {
  const fitted = fitCentres({
    rows: { values: Float64Array.from(texts, ({ at }) => at), size: 1 },
    languages: texts.map(({ language }) => language),
    members: membersOf(
      texts.map(({ topics }) => ({ topics })),
      ['a', 'b'],
    ),
    priors: Object.fromEntries(Object.entries(priors).map(([language, at]) => [language, Float32Array.of(at)])),
  });
  return Object.fromEntries(Object.entries(fitted).map(([language, centre]) => [language, centre[0] as number]));
}
const many = (count: number, text: Text): Text[] => Array.from({ length: count }, () => text);

describe('fitCentres', () => {
  it('gives the prior centres where there is no text', () => {
    expect(centres([], { vi: 2, fr: 3 })).toEqual({ vi: 2, fr: 3 });
  });

  it('draws the mean of few texts to the prior, which weighs as 20 of them when there are none', () => {
    const strength = 20 * (1 - 5 / 500);
    expect(centres(many(5, { at: 10, language: 'en' }), { en: 4 }).en).toBeCloseTo(
      (5 * 10 + strength * 4) / (5 + strength),
      5,
    );
  });

  it('is the mean alone from 500 texts on', () => {
    expect(centres(many(500, { at: 10, language: 'en' }), { en: 4 })).toEqual({ en: 10 });
  });

  it('moves the prior of a language without texts as the others were moved', () => {
    const found = centres(many(500, { at: 10, language: 'en' }), { en: 4, fr: 5, vi: -1 });
    expect(found).toEqual({ en: 10, fr: 11, vi: 5 });
  });

  it('has no centre for a language without texts and without a prior', () => {
    expect(Object.keys(centres(many(3, { at: 1, language: 'en' })))).toEqual(['en']);
  });

  it('draws a language of which nothing is known beforehand a little to the mean of all', () => {
    const texts = [...many(500, { at: 0, language: 'en' }), ...many(2, { at: 9, language: 'fr' })];
    const found = centres(texts);
    const all = (2 * 9) / 502;
    const strength = 1 - 2 / 500;
    expect(found.en).toBe(0);
    expect(found.fr).toBeCloseTo((2 * 9 + strength * all) / (2 + strength), 5);
  });

  it('does not take a topic that only one language has for that language', () => {
    // Topic a lies at +6, b at −6, languages do not differ; English has only a, French both.
    const texts = [
      ...many(600, { at: 6, language: 'en', topics: ['a'] }),
      ...many(300, { at: 6, language: 'fr', topics: ['a'] }),
      ...many(300, { at: -6, language: 'fr', topics: ['b'] }),
    ];
    // The means would be 6 and 0. Levelled, both come nearer to the mean of all, which is 3.
    const found = centres(texts) as { en: number; fr: number };
    expect(found.en - found.fr).toBeLessThan(1);
    expect(found.en).toBeGreaterThan(2.9);
  });

  it('lets texts that nobody has read count as they lie', () => {
    const read = many(250, { at: 2, language: 'en', topics: ['a'] });
    expect(centres([...read, ...many(250, { at: 4, language: 'en' })])).toEqual({ en: 3 });
  });
});
