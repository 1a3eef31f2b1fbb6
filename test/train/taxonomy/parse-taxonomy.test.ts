import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MOST_TAXONOMY_UNITS } from '../../../src/classify/taxonomy.js';
import { parseTaxonomy } from '../../../src/train/taxonomy/parse-taxonomy.js';

const failure = (words: RegExp) =>
  expect.objectContaining({ code: 'INPUT_INVALID', message: expect.stringMatching(words) });

const WATER = {
  id: 'water',
  name: { vi: 'Cấp nước', fr: 'Eau potable', en: 'Drinking water' },
  alternatives: { en: ['tap water', 'water supply'] },
  definition: { en: 'Wells, pipes and what comes out of the tap.' },
};
const YAML = `
topics:
  - id: water
    name: { vi: Cấp nước, fr: Eau potable, en: Drinking water }
    alternatives:
      en: [tap water, water supply]
    definition:
      en: >-
        Wells, pipes
        and what comes out of the tap.
  - id: roads
`;

describe('a taxonomy in JSON or YAML', () => {
  it.each([
    ['topics.json', JSON.stringify({ format: 'mine', topics: [WATER, { id: 'roads' }] })],
    ['topics.yaml', YAML],
    ['TOPICS.YML', YAML],
  ])('gives the same topics from %s', async (file, text) => {
    expect(await parseTaxonomy(text, file)).toEqual({
      taxonomy: { topics: [WATER, { id: 'roads', name: {} }] },
      notices: [],
    });
  });

  it.each([
    ['a.json', '{ "topics": [{ "id": "pay" }] }'],
    ['a.yaml', 'topics: [{ id: pay }]'],
    ['a.ttl', '<http://example.org/pay> a <http://www.w3.org/2004/02/skos/core#Concept> .'],
  ])('reads %s with a byte-order mark before it', async (file, text) => {
    const { taxonomy } = await parseTaxonomy(`\ufeff${text}`, file);
    expect(taxonomy.topics.map(({ id }) => id)).toEqual(['pay']);
  });

  it('reads the taxonomy of this package', async () => {
    const text = readFileSync(new URL('../../../data/taxonomy.json', import.meta.url), 'utf8');
    const { taxonomy, notices } = await parseTaxonomy(text, 'taxonomy.json');
    expect(taxonomy.topics).toEqual(JSON.parse(text).topics);
    expect(notices).toEqual([]);
  });

  it('says which fields and languages are not read', async () => {
    const topics = [
      { id: 'water', name: { en: 'Water', de: 'Wasser' }, definitions: { en: 'lost' } },
      { id: 'roads', name: { de: 'Straßen' } },
    ];
    const { notices } = await parseTaxonomy(JSON.stringify({ topics }), 'topics.json');
    expect(notices).toEqual([
      '"definitions" is not read (in 1 of the topics)',
      '"name.de" is not read (in 2 of the topics)',
    ]);
  });

  it.each([
    ['topics.json', '{"topics": [', /Expected JSON in topics\.json, got something else/],
    ['topics.json', '["water"]', /Expected \{ "topics": .* in topics\.json: topics, got a list/],
    ['topics.json', '{"topics": []}', /Expected at least one topic in topics\.json: topics/],
    ['topics.json', '{"topics": ["water"]}', /an object with an "id" in topics\.json: topics\[0\], got "water"/],
    ['topics.json', '{"topics": [{"id": "a|b"}]}', /without \| and outer spaces in .*topics\[0\]\.id, got "a\|b"/],
    ['topics.json', '{"topics": [{"id": "a"}, {"id": "a"}]}', /every id once in .*topics\[1\]\.id, got "a"/],
    ['topics.json', '{"topics": [{"id": "a", "name": "A"}]}', /keys vi, fr or en in .*topics\[0\]\.name, got "A"/],
    ['topics.json', '{"topics": [{"id": "a", "name": {"en": ""}}]}', /1 to 1000 characters in .*name\.en, got ""/],
    ['topics.json', '{"topics": [{"id": "a", "alternatives": {"en": "b"}}]}', /a list .*alternatives\.en, got "b"/],
    ['topics.yaml', 'topics:\n  - id: a\n   name: b', /Expected YAML in topics\.yaml, line [23], got/],
    [
      'topics.yaml',
      'topics:\n  - id: a\n  - id: 12',
      /Expected a string.* in topics\.yaml, line 3 \(topics\[1\]\.id\), got 12/,
    ],
    [
      'topics.yaml',
      'topics:\n  - id: a\n    name:\n      fr: [b]',
      /topics\.yaml, line 4 \(topics\[0\]\.name\.fr\), got a list/,
    ],
    ['topics.yaml', 'a: 1\n---\nb: 2', /Expected YAML in topics\.yaml, line 2, got/],
    ['topics.yaml', '', /Expected \{ "topics": .* in topics\.yaml, line 1 \(topics\), got nothing/],
  ])('%s: refuses %j', async (file, text, words) => {
    await expect(parseTaxonomy(text, file)).rejects.toEqual(failure(words));
  });

  it('refuses aliases that stand for more data than memory holds', async () => {
    const lines = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 9; i++) {
      const [name, before] = [String.fromCharCode(97 + i), String.fromCharCode(96 + i)];
      lines.push(`${name}: &${name} [${Array(10).fill(`*${before}`).join(', ')}]`);
    }
    await expect(parseTaxonomy(lines.join('\n'), 'topics.yaml')).rejects.toEqual(failure(/alias/));
  });

  it('refuses YAML nested deeper than the stack', async () => {
    const text = `topics: ${'['.repeat(50_000)}`;
    await expect(parseTaxonomy(text, 'topics.yaml')).rejects.toEqual(failure(/Expected YAML in topics\.yaml/));
  });

  it('refuses a file that is too large', async () => {
    const text = ' '.repeat(MOST_TAXONOMY_UNITS + 1);
    await expect(parseTaxonomy(text, 'topics.ttl')).rejects.toEqual(
      failure(/at most 33554432 characters in topics\.ttl/),
    );
  });
});
