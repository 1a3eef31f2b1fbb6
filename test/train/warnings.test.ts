import { describe, expect, it } from 'vitest';
import { train } from '../../src/train/train.js';
import { FakeEmbedder } from '../helpers/fake-embedder.js';

const NUMBERS = 'abcdefghijklmnopqrstuvwxyz';
const texts = (count: number, word: string, topics: readonly string[]) =>
  Array.from({ length: count }, (_, i) => ({
    text: `The ${word} of number ${NUMBERS[i]} is long.`,
    topics,
    language: 'en' as const,
  }));
const warnings = async (...examples: ReturnType<typeof texts>[]) =>
  (await train(examples.flat(), { embedder: new FakeEmbedder(), place: (i) => `row ${i + 1}` })).warnings;

describe('warnings', () => {
  it('has none for enough different examples of different topics', async () => {
    expect(await warnings(texts(20, 'road', ['roads']), texts(20, 'river', ['water']))).toEqual([]);
  });

  it('names topics with fewer than 5 and fewer than 20 examples', async () => {
    expect(await warnings(texts(19, 'road', ['roads']), texts(4, 'river', ['water']), texts(20, 'field', []))).toEqual([
      'fewer than 5 examples, so that mostly names and definitions count: water 4',
      'fewer than 20 examples, so that scores and figures are rough: roads 19',
    ]);
  });

  it('names a topic that every example carries', async () => {
    expect(await warnings(texts(20, 'road', ['roads']))).toEqual([
      'no text without roads, so that all texts may be tagged with it: add examples with topics: []',
    ]);
  });

  it('says what in the taxonomy is not read', async () => {
    const topics = [
      { id: 'roads', colour: 'grey' },
      { id: 'water', name: { en: 'Water', de: 'Wasser' } },
    ];
    const examples = [...texts(20, 'road', ['roads']), ...texts(20, 'river', ['water'])];
    const given = await train(examples, { embedder: new FakeEmbedder(), taxonomy: { topics } });
    expect(given.warnings).toEqual([
      '"colour" is not read (in 1 of the topics)',
      '"name.de" is not read (in 1 of the topics)',
    ]);
  });

  it('names topics whose centroids nearly coincide', async () => {
    const [warning] = await warnings(texts(20, 'road', ['roads', 'streets']), texts(20, 'river', ['water']));
    expect(warning).toMatch(/^topics so alike .*\(cosine of 0\.9 or more\): roads and streets \(1\.00\)$/);
  });

  it('names the rows of copies, and of copies with other topics', async () => {
    const roads = texts(20, 'road', ['roads']);
    const copies = [
      { text: ' the ROAD of number a is long.', topics: ['roads'], language: 'en' as const },
      { text: 'The road of number b is long.', topics: ['water'], language: 'en' as const },
      { text: 'The road of number c is long.', topics: [] as string[], language: 'en' as const },
    ];
    expect(await warnings(roads, texts(20, 'river', ['water']), copies)).toEqual([
      '1 copy of the same text: row 1 = row 41',
      'the same text with different topics: row 2 (roads) ≠ row 42 (water), row 3 (roads) ≠ row 43 (none)',
    ]);
  });

  it('names ten of many, and counts the rest', async () => {
    const roads = texts(20, 'road', ['roads']);
    const [warning] = await warnings(roads, roads, texts(20, 'river', ['water']));
    expect(warning).toMatch(/^20 copies of the same text: row 1 = row 21, .*, row 10 = row 30 and 10 more$/);
  });
});
