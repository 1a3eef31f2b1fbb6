import { describe, expect, it } from 'vitest';
import type { SupportedLanguage } from '../../src/classify/space.js';
import { stratifiedFolds } from '../../src/train/folds.js';
import { groupsOf } from '../../src/train/groups.js';
import { sameText } from '../../src/train/same-text.js';
import { findTranslations } from '../../src/train/translations.js';

const example = (language: SupportedLanguage, ...vector: number[]) => ({
  embedding: { text: Float32Array.from(vector), spans: [], tokens: 1, windows: 1 },
  language,
  topics: [],
  heldOut: false,
});
/** Three sentences in two languages, which lie apart by the last number. */
const PARALLEL = [
  example('en', 1, 0, 0, 5),
  example('en', 0, 1, 0, 5),
  example('en', 0, 0, 1, 5),
  example('fr', 0, 0.9, 0.1, -5),
  example('fr', 0.1, 0, 0.9, -5),
  example('fr', 0.9, 0.1, 0, -5),
];

describe('sameText', () => {
  it('groups texts that differ in case, blanks or the encoding of accents alone', () => {
    const texts = ['Một con đường', 'một  con\nđường ', 'Một con đường'.normalize('NFD'), 'Một con', 'x'];
    expect(sameText(texts)).toEqual([[0, 1, 2]]);
  });
});

describe('findTranslations', () => {
  it('pairs what is nearest to each other across languages, wherever the languages lie', () => {
    expect(findTranslations(PARALLEL, 4)).toEqual([
      [0, 5],
      [1, 3],
      [2, 4],
    ]);
  });

  it('pairs nothing that is far apart or in one language', () => {
    expect(
      findTranslations([example('en', 1, 0), example('en', -1, 0), example('fr', 0, 1), example('fr', 0, -1)], 2),
    ).toEqual([]);
    expect(findTranslations([example('en', 1, 0), example('en', 1, 0)], 2)).toEqual([]);
  });
});

describe('groupsOf', () => {
  it('names each group by its first example, also when one leads to another', () => {
    const texts = ['a', 'b', 'c', 'd', 'A', 'f'];
    // 0 = 4 by its letters, 0 = 5, 1 = 3 and 2 = 4 as translations: so 0, 2, 4 and 5 are one group.
    expect(groupsOf(texts, PARALLEL, 4)).toEqual([0, 1, 0, 1, 0, 0]);
  });
});

describe('stratifiedFolds', () => {
  it('shares the examples of every set of topics out evenly, whatever their order', () => {
    const examples = ['a', 'b', 'a', 'b', 'a', 'b', 'a', 'b'].map((topic, group) => ({ topics: [topic], group }));
    const folds = stratifiedFolds(examples, 4);
    for (const topic of ['a', 'b']) {
      expect(folds.filter((_, i) => examples[i]?.topics[0] === topic).sort()).toEqual([0, 1, 2, 3]);
    }
  });

  it('keeps a group in one fold', () => {
    const examples = [0, 1, 2, 0, 1, 2].map((group) => ({ topics: ['a'], group }));
    const folds = stratifiedFolds(examples, 3);
    expect(folds.slice(3)).toEqual(folds.slice(0, 3));
    expect(new Set(folds).size).toBe(3);
  });
});
