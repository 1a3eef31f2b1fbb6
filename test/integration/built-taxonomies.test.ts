/** What is built reads taxonomies of every format: the readers are loaded in ways that a bundler can break, which the source does not show. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { civicTopics, ROOT } from '../helpers/built-cli.js';

const FILES = {
  'topics.json':
    '{ "topics": [{ "id": "water", "name": { "en": "Drinking water" } }, { "id": "roads", "name": { "fr": "Voirie" } }] }',
  'topics.yaml': 'topics:\n  - { id: water, name: { en: Drinking water } }\n  - { id: roads, name: { fr: Voirie } }\n',
  'topics.ttl': `@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix : <https://example.org/topics/> .
:water a skos:Concept ; skos:prefLabel "Drinking water"@en .
:roads a skos:Concept ; skos:prefLabel "Voirie"@fr .
`,
} as const;
const NAMES = Object.keys(FILES) as (keyof typeof FILES)[];
const TOPICS = [
  { id: 'water', name: { en: 'Drinking water' } },
  { id: 'roads', name: { fr: 'Voirie' } },
];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'built-taxonomies-'));
  for (const name of NAMES) writeFileSync(join(folder, name), FILES[name]);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.each([
  ['an ES module', 'module', `import { parseTaxonomy } from '${ROOT}/dist/index.js';`],
  ['CommonJS', 'commonjs', `const { parseTaxonomy } = require('${ROOT}/dist/index.cjs');`],
])('the library as %s', (_, type, load) => {
  it.each(NAMES)('reads %s', (name) => {
    const read = `parseTaxonomy(${JSON.stringify(FILES[name])}, '${name}')`;
    const program = `${load} ${read}.then(({ taxonomy }) => console.log(JSON.stringify(taxonomy)));`;
    const { topics } = JSON.parse(run(type, program));
    expect(topics).toEqual(TOPICS);
  });
});

describe('the command line', () => {
  it.each(NAMES)('trains on %s', async (name) => {
    const output = join(folder, `${name}.classifier.json`);
    const { code, stderr } = await civicTopics(['train', '--taxonomy', join(folder, name), '--output', output]);
    expect({ code, stderr }).toMatchObject({ code: 0 });
    const { topics } = JSON.parse(readFileSync(output, 'utf8'));
    expect(topics.map(({ id, words }: { id: string; words: object }) => ({ id, ...words }))).toEqual(TOPICS);
  });
});

/** Standard output. */
function run(type: string, program: string): string {
  return execFileSync(process.execPath, [`--input-type=${type}`, '-e', program], { cwd: folder, encoding: 'utf8' });
}
