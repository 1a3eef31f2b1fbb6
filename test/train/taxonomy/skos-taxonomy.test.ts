import { describe, expect, it } from 'vitest';
import { parseTaxonomy } from '../../../src/train/taxonomy/parse-taxonomy.js';

const failure = (words: RegExp) =>
  expect.objectContaining({ code: 'INPUT_INVALID', message: expect.stringMatching(words) });

const PREFIXES = `
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix : <https://example.org/topics/> .
`;
const skos = (body: string, file = 'topics.ttl') => parseTaxonomy(PREFIXES + body, file);
const idsOf = async (body: string) => (await skos(body)).taxonomy.topics.map(({ id }) => id);

describe('a taxonomy in SKOS', () => {
  it('takes names, alternatives and definitions by language', async () => {
    const { taxonomy } = await skos(`
      :water a skos:Concept ;
        skos:prefLabel "Drinking water"@en, "Eau potable"@fr, "Cấp nước"@vi ;
        skos:altLabel "tap water"@en, "water supply"@en, "eau du robinet"@fr ;
        skos:definition "Wells and pipes."@en ;
        skos:scopeNote "Rivers do not belong."@en .
      :roads a skos:Concept .`);
    expect(taxonomy.topics).toEqual([
      {
        id: 'water',
        name: { vi: 'Cấp nước', fr: 'Eau potable', en: 'Drinking water' },
        alternatives: { fr: ['eau du robinet'], en: ['tap water', 'water supply'] },
        definition: { en: 'Wells and pipes. Rivers do not belong.' },
      },
      { id: 'roads', name: {} },
    ]);
  });

  it('counts a regional form as its language, behind the plain one', async () => {
    const { taxonomy } = await skos(':a a skos:Concept ; skos:prefLabel "colour"@en-GB, "color"@en, "couleur"@fr-CA .');
    expect(taxonomy.topics[0]).toMatchObject({
      name: { en: 'color', fr: 'couleur' },
      alternatives: { en: ['colour'] },
    });
  });

  it('takes members of a scheme that are not called concepts, but no collections and no schemes', async () => {
    const body = `
      :scheme a skos:ConceptScheme ; skos:hasTopConcept :top .
      :member skos:inScheme :scheme .
      :below skos:topConceptOf :scheme .
      :top skos:prefLabel "Top"@en .
      :group a skos:Collection ; skos:inScheme :scheme ; skos:member :member .
      :other skos:prefLabel "No concept"@en .`;
    expect(await idsOf(body)).toEqual(['member', 'below', 'top']);
  });

  it.each([
    ['the notation', ':a a skos:Concept ; skos:notation "1.2" .', ['1.2']],
    ['the last part of the IRI', '<https://example.org/x#y/Z_1> a skos:Concept .', ['Z_1']],
    ['the part before a closing slash', '<https://example.org/x/road/> a skos:Concept .', ['road']],
    ['percent signs decoded', '<https://example.org/giao%20th%C3%B4ng> a skos:Concept .', ['giao-thông']],
    ['what joins or splits ids replaced', ':a a skos:Concept ; skos:notation " A|B / C " .', ['A-B-C']],
    [
      'the IRI where two notations are the same, and numbers where IRIs are too',
      `:a a skos:Concept ; skos:notation "1" . :b a skos:Concept ; skos:notation "1" .
       <https://example.org/other/b> a skos:Concept ; skos:notation "1" .`,
      ['1', 'b', '1-2'],
    ],
  ])('takes the id from %s', async (_, body, ids) => {
    expect(await idsOf(body)).toEqual(ids);
  });

  it('reads N-Triples', async () => {
    const line =
      '<https://example.org/a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/2004/02/skos/core#Concept> .\n';
    expect((await parseTaxonomy(line, 'topics.nt')).taxonomy.topics).toEqual([{ id: 'a', name: {} }]);
  });

  it('says what is not used', async () => {
    const { notices, taxonomy } = await skos(`
      :a a skos:Concept ; skos:prefLabel "A"@en, "A"@de, "no language" ; skos:broader :b ; skos:exactMatch :c .
      :b a skos:Concept ; skos:prefLabel "B"@en, "B"@es ; skos:narrower :a .
      :old a skos:Concept ; owl:deprecated true .`);
    expect(taxonomy.topics.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(notices).toEqual([
      '1 deprecated concepts are left out',
      '1 labels and definitions without a language are not used; write them as "…"@en',
      'labels and definitions in de, es are not used',
      'broader, exactMatch, narrower between concepts are not used: each is a topic by itself',
    ]);
  });

  it.each([
    ['what is no Turtle, by its line', ':a a skos:Concept\n:b a', /Expected Turtle in topics\.ttl, .* on line 6/],
    ['a prefix that nobody declared, by its line', 'x:a a skos:Concept .', /Expected Turtle in topics\.ttl.*line 5/],
    ['a file without concepts', ':a skos:prefLabel "A"@en .', /1 to 10000 concepts .* in topics\.ttl, got 0/],
    ['a concept that has no id', '[] a skos:Concept ; skos:prefLabel "A"@en .', /skos:notation for the concept "A" in/],
    [
      'a name as long as a definition',
      `:a a skos:Concept ; skos:prefLabel "${'a'.repeat(1001)}"@en .`,
      /1 to 1000 characters in topics\.ttl: https:\/\/example\.org\/topics\/a \(topics\[0\]\.name\.en\), got 1001/,
    ],
  ])('refuses %s', async (_, body, words) => {
    await expect(skos(body)).rejects.toEqual(failure(words));
  });
});
