/** Specification of what `civic-topics train` makes of taxonomies, few examples, other texts, older classifiers and kept embeddings. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseClassifier } from '../../src/classify/classifier-file.js';
import { FakeEmbedder } from '../helpers/fake-embedder.js';
import { runCli } from '../helpers/run-cli.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'train-own-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const path = (name: string) => join(folder, name);

function file(name: string, content: string): string {
  mkdirSync(dirname(path(name)), { recursive: true });
  writeFileSync(path(name), content);
  return path(name);
}

/** Runs `train`; `seen` are the texts that had to be embedded. */
async function trainCli(...args: string[]) {
  const embedder = new FakeEmbedder();
  const run = await runCli(['train', ...args], { createEmbedder: async () => embedder });
  return { ...run, stderr: run.stderr.replaceAll(folder, '…'), seen: embedder.seen };
}
const read = (name: string) => parseClassifier(readFileSync(path(name), 'utf8'), name);

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six'];
const row = (text: string, topics: string) => `${text},${topics},en\n`;
const ROADS = NUMBERS.map((number) => row(`A road and a bridge of ${number} miles are built there`, 'roads')).join('');
const WATER = NUMBERS.map((number) => row(`The river and the well are ${number} feet deep today`, 'water')).join('');
const NONE = NUMBERS.map((number) => row(`A song of ${number} verses was sung in the evening`, '')).join('');
const CSV = `text,topics,lang\n${ROADS}${WATER}${NONE}`;
const YAML = `
topics:
  - id: water
    name: { en: Water, fr: Eau }
    definition: { en: "A river, a well and a lake." }
  - id: roads
    name: { en: Roads, fr: Routes }
    definition: { en: "A road, a bridge and a tunnel." }
`;

describe('train with a taxonomy', () => {
  it.each([
    ['topics.yaml', YAML],
    [
      'topics.ttl',
      `@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
       <urn:x/water> a skos:Concept ; skos:prefLabel "Water"@en, "Eau"@fr ; skos:definition "A river, a well and a lake."@en .
       <urn:x/roads> a skos:Concept ; skos:prefLabel "Roads"@en, "Routes"@fr ; skos:definition "A road, a bridge and a tunnel."@en .`,
    ],
  ])('makes a classifier without any example from %s', async (name, content) => {
    const run = await trainCli('--taxonomy', file(name, content), '-o', path('own.json'));
    expect(run).toMatchObject({ code: 0, stdout: '' });
    expect(run.stderr).toMatch(/^Trained on what is said of 2 topics\.\nThere are no examples to/);
    const { topics, training } = read('own.json');
    expect(topics.map(({ id, words }) => [id, words?.name])).toEqual([
      ['water', { fr: 'Eau', en: 'Water' }],
      ['roads', { fr: 'Routes', en: 'Roads' }],
    ]);
    expect(training).toMatchObject({ examples: 0, folds: 0, heldOut: 0 });
    expect(readdirSync(folder).sort()).toEqual(['own.json', name].sort());
    expect(run.seen).toEqual([
      'Eau',
      'Water',
      'A river',
      'a well',
      'a lake',
      'Routes',
      'Roads',
      'A road',
      'a bridge',
      'a tunnel',
    ]);
  });

  it('gives tags and figures from few examples on, and says what they are worth', async () => {
    const few = `text,topics,lang\n${ROADS.split('\n').slice(0, 2).join('\n')}\n${WATER}${NONE}`;
    const run = await trainCli(file('few.csv', few), '--taxonomy', file('topics.yaml', YAML), '-o', path('own.json'));
    expect(run.stderr).toContain(
      'Warning: fewer than 5 examples, so that mostly names and definitions count: roads 2.\n',
    );
    expect(run.stderr).toContain('Warning: fewer than 20 examples, so that scores and figures are rough: water 6.\n');
    expect(run.stderr).toMatch(/\nTopic +Precision +Recall +F1 +95 % interval +AP +Examples\nwater +\d/);
    expect(run.stderr).toMatch(
      /\nMacro F1 out of 5 folds: \d\.\d{3} \[\d\.\d{3}, \d\.\d{3}\], exact match \d.*, false tags \d/,
    );
  });

  it('says what in the file is not read', async () => {
    const taxonomy = file('topics.json', '{"topics": [{"id": "a", "name": {"en": "Sea", "de": "Meer"}}]}');
    const run = await trainCli('--taxonomy', taxonomy, '-o', path('own.json'));
    expect(run.stderr).toContain('civic-topics: …/topics.json: "name.de" is not read (in 1 of the topics).\n');
  });

  it('refuses to train on nothing', async () => {
    expect(await trainCli('-o', path('own.json'))).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/Expected EXAMPLES, or topics .* by --taxonomy, got neither/),
    });
  });
});

describe('train on a folder of texts', () => {
  it('gives what a table of the same texts gives', async () => {
    CSV.split('\n')
      .slice(1, -1)
      .forEach((line, i) => {
        const [text = '', topic] = line.split(',');
        file(`texts/${topic || 'none'}/${i + 10}.txt`, text);
      });
    await trainCli(path('texts'), '-o', path('folder.json'));
    const sorted = [...NONE.split('\n'), ...ROADS.split('\n'), ...WATER.split('\n')].filter(Boolean).join('\n');
    await trainCli(file('table.csv', `text,topics,lang\n${sorted}\n`), '-o', path('table.json'));
    expect(readFileSync(path('folder.json'), 'utf8')).toBe(readFileSync(path('table.json'), 'utf8'));
    expect(readdirSync(folder)).toContain('texts.embeddings');
  });

  it('names a text by its file', async () => {
    file('texts/roads/1.txt', 'A road and a bridge are built there');
    file('texts/roads/2.txt', '12 34 56');
    const run = await trainCli(path('texts'), '-o', path('own.json'));
    expect(run).toMatchObject({ code: 1, stderr: expect.stringContaining('Expected …/texts/roads/2.txt to be in vi') });
  });
});

describe('train --update', () => {
  const added = `text,topics,lang\n${NUMBERS.map((number) => row(`A teacher gave ${number} lessons in that school`, 'schools')).join('')}`;

  it('gives what training on both together gives, new topics behind the old ones', async () => {
    await trainCli(file('old.csv', CSV), '-o', path('old.json'), '--language-column', 'lang');
    const args = ['--language-column', 'lang', '-o'];
    const run = await trainCli(file('new.csv', added), '--update', path('old.json'), ...args, path('updated.json'));
    const both = CSV + added.split('\n').slice(1).join('\n');
    await trainCli(file('both.csv', both), ...args, path('both.json'));
    expect(readFileSync(path('updated.json'), 'utf8')).toBe(readFileSync(path('both.json'), 'utf8'));
    expect(run.stderr).toMatch(/^Trained on 24 rows in .*: roads 6, water 6, schools 6, without topics 6\./);
  });

  it('can be written over the old one, and keeps what the taxonomy said', async () => {
    await trainCli('--taxonomy', file('topics.yaml', YAML), '-o', path('own.json'));
    const run = await trainCli(file('old.csv', CSV), '--update', path('own.json'), '-o', path('own.json'));
    expect(run.code).toBe(0);
    const direct = await trainCli(path('old.csv'), '--taxonomy', path('topics.yaml'), '-o', path('direct.json'));
    expect(direct.code).toBe(0);
    expect(readFileSync(path('own.json'), 'utf8')).toBe(readFileSync(path('direct.json'), 'utf8'));
  });

  it('names the rows of old and new examples that contradict one another', async () => {
    await trainCli(file('old.csv', CSV), '-o', path('old.json'));
    const again = file(
      'new.csv',
      `text,topics\n${row('A road and a bridge of one miles are built there', 'water').replace(',en', '')}`,
    );
    const run = await trainCli(again, '--update', path('old.json'), '-o', path('new.json'));
    expect(run.stderr).toContain(
      'Warning: the same text with different topics: example 1 of …/old.json (roads) ≠ row 1 (water).\n',
    );
  });

  it('says what is missing when the old examples are not there', async () => {
    await trainCli(file('old.csv', CSV), '-o', path('old.json'));
    rmSync(path('old.examples.json.gz'));
    const run = await trainCli(file('new.csv', added), '--update', path('old.json'), '-o', path('new.json'));
    expect(run).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/old\.examples\.json\.gz, but they cannot be read/),
    });
  });
});

describe('kept embeddings', () => {
  it('spare embedding again, and give the same classifier', async () => {
    const args = [file('examples.csv', CSV), '--taxonomy', file('topics.yaml', YAML), '-o'];
    const first = await trainCli(...args, path('first.json'));
    const second = await trainCli(...args, path('second.json'));
    expect(first.seen).toHaveLength(18 + 10);
    expect(second.seen).toEqual([]);
    expect(readFileSync(path('second.json'), 'utf8')).toBe(readFileSync(path('first.json'), 'utf8'));
  });

  it('are neither read nor written with --no-cache, nor for standard input', async () => {
    const run = await trainCli(file('examples.csv', CSV), '--no-cache', '-o', path('own.json'));
    expect(run.seen).toHaveLength(18);
    await runCli(['train', '-', '-o', path('own.json')], {
      input: CSV,
      createEmbedder: async () => new FakeEmbedder(),
    });
    expect(readdirSync(folder).sort()).toEqual(['examples.csv', 'own.examples.json.gz', 'own.json']);
  });

  it('are made anew when they are damaged, and it is said', async () => {
    const args = [file('examples.csv', CSV), '-o', path('own.json')];
    await trainCli(...args);
    writeFileSync(path('examples.csv.embeddings'), 'civic-topics embeddings 1\nx');
    const run = await trainCli(...args);
    expect(run.stderr).toMatch(
      /^civic-topics: the embeddings in …\/examples\.csv\.embeddings are damaged, so all texts are/,
    );
    expect((await trainCli(...args)).seen).toEqual([]);
  });

  it('are done without where they cannot be read or written, and it is said', async () => {
    file('examples.csv.embeddings/taken.txt', 'A folder of that name.');
    const run = await trainCli(file('examples.csv', CSV), '-o', path('own.json'));
    expect(run.code).toBe(0);
    expect(run.stderr).toMatch(/^civic-topics: the embeddings in …\/examples\.csv\.embeddings cannot be read/);
    expect(run.stderr).toMatch(
      /could not be kept in …\/examples\.csv\.embeddings .* the next training embeds again\.\n/,
    );
  });

  it('stay when a training fails, so that the next need not begin from the start', async () => {
    const bad = `${CSV}${row('12 34 56', 'roads')}`.replaceAll(',en\n', ',\n');
    const run = await trainCli(file('examples.csv', bad), '-o', path('own.json'));
    expect(run.code).toBe(1);
    const next = await trainCli(file('examples.csv', CSV), '-o', path('own.json'));
    expect(next).toMatchObject({ code: 0, seen: [] });
  });
});

it('takes texts that nobody has read into account, but not as examples', async () => {
  const args = [file('examples.csv', CSV), '-o'];
  await trainCli(...args, path('without.json'));
  const unlabelled = file('more.ndjson', '{"text": "A train is late again this evening"}\n{"text": "12 34"}\n');
  const run = await trainCli(...args, path('with.json'), '--unlabelled', unlabelled);
  expect(run).toMatchObject({ code: 0, stderr: expect.stringMatching(/^Trained on 18 rows/) });
  expect(read('with.json').training.examples).toBe(18);
  expect(read('with.json').space.centres).not.toEqual(read('without.json').space.centres);
});
