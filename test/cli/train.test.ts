/** Specification of `civic-topics train`; how well it trains is specified in test/train. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseClassifier } from '../../src/classify/classifier-file.js';
import { readExamples } from '../../src/classify/example-file.js';
import type { Embedder } from '../../src/embed/embedder.js';
import { runCli } from '../helpers/run-cli.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'train-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const path = (name: string) => join(folder, name);

function file(name: string, content: string): string {
  writeFileSync(path(name), content);
  return path(name);
}

/** A vector that points where the text's first letter says. */
function vectorOf(text: string): Float32Array {
  const angle = ({ p: 0, c: 1.5, r: 3 } as Record<string, number>)[text[0] ?? ''] ?? 2;
  const wobble = (text.length % 7) / 20;
  return Float32Array.of(Math.cos(angle + wobble), Math.sin(angle + wobble));
}

function createEmbedder(): Promise<Embedder> {
  return Promise.resolve({
    id: 'letters',
    dimensions: 2,
    embed: async (text, spans = []) => ({
      text: vectorOf(text),
      spans: spans.map(({ start, end }) => vectorOf(text.slice(start, end))),
      tokens: 1,
      windows: 1,
    }),
    close: async () => undefined,
  });
}

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six'];
const EXAMPLES = NUMBERS.flatMap((number) => [
  { text: `pay rises for all of the nurses by ${number} per cent`, topics: ['salary-reform'] },
  { text: `courses for all of the clerks take ${number} weeks`, topics: ['training'] },
  { text: `rain is falling over the hills for ${number} days`, topics: [] },
]);
const CSV = `text,topics,lang\n${EXAMPLES.map(({ text, topics }) => `${text},${topics.join('|')},en\n`).join('')}`;
const NDJSON = EXAMPLES.map((example) => `${JSON.stringify(example)}\n`).join('');

it.each([
  ['examples.csv', CSV],
  ['examples.ndjson', NDJSON],
])('writes a classifier file from %s', async (name, content) => {
  const run = await runCli(['train', file(name, content), '-o', path('own.json')], { createEmbedder });
  expect(run).toMatchObject({ code: 0, stdout: '' });
  expect(run.stderr).toMatch(
    /^Trained on 18 rows in .*: salary-reform 6, training 6, without topics 6\.\n[\s\S]*\nMacro F1 out of 5 folds: \d/,
  );
  const classifier = parseClassifier(readFileSync(path('own.json'), 'utf8'), 'own.json');
  expect(classifier.embedder).toEqual({ id: 'letters', dimensions: 2 });
  expect(classifier.topics.map(({ id, examples }) => [id, examples])).toEqual([
    ['salary-reform', 6],
    ['training', 6],
  ]);
});

it('measures no topic that every example carries, and does not praise its tags', async () => {
  const train = async (rows: typeof EXAMPLES) => {
    const lines = rows.map((row) => `${JSON.stringify({ ...row, topics: ['civil-service', ...row.topics] })}\n`);
    return runCli(['train', file('rows.ndjson', lines.join('')), '-o', path('own.json')], { createEmbedder });
  };
  const { stderr } = await train(EXAMPLES);
  expect(stderr).toMatch(/\ncivil-service +– +– +– +– +– +18\nsalary-reform +\d/);
  expect(stderr).toContain('\nNot measured, since no text without it was judged: civil-service.\n');
  const { macroF1 } = parseClassifier(readFileSync(path('own.json'), 'utf8'), 'own.json').training;
  expect(stderr).toContain(`\nMacro F1 out of 5 folds: ${macroF1.toFixed(3)} [`);

  const same = await train(EXAMPLES.filter(({ topics }) => topics.length === 0));
  expect(same.stderr).toContain('\nMacro F1 out of 5 folds: not measured.\n');
});

it('writes the examples beside it, and says so', async () => {
  const run = await runCli(['train', file('examples.csv', CSV), '-o', path('own.json')], { createEmbedder });
  expect(readdirSync(folder).sort()).toEqual([
    'examples.csv',
    'examples.csv.embeddings',
    'own.examples.json.gz',
    'own.json',
  ]);
  expect(run.stderr).toMatch(/\nThe texts of the examples are in .*own\.examples\.json\.gz, to name those nearest/);
  const classifier = parseClassifier(readFileSync(path('own.json'), 'utf8'), 'own.json');
  const { examples } = await readExamples(path('own.examples.json.gz'), classifier);
  expect(examples.map(({ text, topics }) => ({ text, topics }))).toEqual(EXAMPLES);
});

it('writes to standard output the classifier alone, which knows of no examples', async () => {
  const run = await runCli(['train', file('examples.csv', CSV), '-o', '-', '--no-cache'], { createEmbedder });
  expect(run).toMatchObject({ code: 0, stderr: expect.stringMatching(/\nThe examples were not written, for which a/) });
  expect(readdirSync(folder)).toEqual(['examples.csv']);
  await runCli(['train', path('examples.csv'), '-o', path('own.json')], { createEmbedder });
  const { examples, ...alone } = JSON.parse(readFileSync(path('own.json'), 'utf8'));
  expect(JSON.parse(run.stdout)).toEqual(alone);
  expect(examples).toBeDefined();
});

it('does not write examples over those that it reads, and looks before it trains', async () => {
  const args = ['train', file('own.examples.json.gz', CSV), '-o', path('own.json')];
  const run = await runCli(args);
  expect(run).toMatchObject({ code: 1, stderr: expect.stringMatching(/own\.examples\.json\.gz.*overwrite the input/) });
  expect(readFileSync(path('own.examples.json.gz'), 'utf8')).toBe(CSV);
  expect(readdirSync(folder)).toEqual(['own.examples.json.gz']);
});

it('takes the language from the column that is named, detects it otherwise', async () => {
  const args = ['train', file('examples.csv', CSV.replaceAll(',en\n', ',fr\n')), '-o', path('own.json')];
  await runCli(args, { createEmbedder });
  expect(parseClassifier(readFileSync(path('own.json'), 'utf8'), 'own.json').training.languages).toEqual({ en: 18 });
  await runCli([...args, '--language-column', 'lang'], { createEmbedder });
  expect(parseClassifier(readFileSync(path('own.json'), 'utf8'), 'own.json').training.languages).toEqual({ fr: 18 });
});

it('judges by the examples that a column holds out, and leaves them out of the centroids', async () => {
  const rows = EXAMPLES.flatMap((example) => [example, { ...example, text: `${example.text} again`, heldOut: true }]);
  const lines = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  const args = ['train', file('examples.ndjson', lines), '-o', path('own.json'), '--held-out-column', 'heldOut'];
  const run = await runCli(args, { createEmbedder });
  expect(run.stderr).toMatch(/Macro F1 on 18 held-out examples: /);
  expect(parseClassifier(readFileSync(path('own.json'), 'utf8'), 'own.json').training).toMatchObject({
    heldOut: 18,
    folds: 0,
  });
});

it('refuses a held-out column that holds nothing out, and marks other than true and false', async () => {
  const args = (name: string, content: string) => [
    'train',
    file(name, content),
    '-o',
    path('own.json'),
    '--held-out-column',
    'lang',
  ];
  const none = await runCli(args('none.csv', CSV.replaceAll(',en\n', ',FALSE\n')), { createEmbedder });
  expect(none).toMatchObject({ code: 1, stderr: expect.stringMatching(/Expected rows held out by "lang", got none/) });
  const other = await runCli(args('other.csv', CSV), { createEmbedder });
  expect(other).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/Row 1 \(line 2\) should have true, false or nothing in "lang", got "en"/),
  });
});

it('reads the tables of a folder in the order of their names', async () => {
  mkdirSync(path('examples'));
  file('examples/b.ndjson', NDJSON.split('\n').slice(6).join('\n'));
  file('examples/a.ndjson', NDJSON.split('\n').slice(0, 6).join('\n'));
  file('examples/README.md', 'no table');
  await runCli(['train', path('examples'), '-o', path('folder.json')], { createEmbedder });
  await runCli(['train', file('all.ndjson', NDJSON), '-o', path('file.json')], { createEmbedder });
  expect(readFileSync(path('folder.json'), 'utf8')).toBe(readFileSync(path('file.json'), 'utf8'));
});

it('takes topics and their order from a taxonomy', async () => {
  const taxonomy = file('taxonomy.json', JSON.stringify({ topics: [{ id: 'training' }, { id: 'salary-reform' }] }));
  const args = ['train', file('examples.ndjson', NDJSON), '-o', path('own.json'), '--taxonomy'];
  await runCli([...args, taxonomy], { createEmbedder });
  const { topics } = parseClassifier(readFileSync(path('own.json'), 'utf8'), 'own.json');
  expect(topics.map(({ id }) => id)).toEqual(['training', 'salary-reform']);
  const other = await runCli([...args, file('other.json', '{"topics": ["training"]}')], { createEmbedder });
  expect(other).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/in .*other\.json: topics\[0\], got "training"/),
  });
});

describe('fails, and leaves no file,', () => {
  it.each([
    [
      'at an unknown language',
      CSV.replace(',en\n', ',de\n'),
      /Expected vi, fr or en for the language of row 1, got "de"\. Correct/,
    ],
    [
      'with a topic that the taxonomy does not have',
      'text,topics,lang\npay rises,salary-reform,en\nlate trains,trains,en\n',
      /topics of row 2 among salary-reform, got "trains"/,
    ],
  ])('%s', async (_, content, message) => {
    const taxonomy = file('taxonomy.json', '{"topics": [{"id": "salary-reform"}]}');
    const args = ['train', file('examples.csv', content), '-o', path('own.json'), '--language-column', 'lang'];
    if (content.includes('trains')) args.push('--taxonomy', taxonomy);
    const run = await runCli(args, { createEmbedder });
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(message);
    expect(readdirSync(folder)).toEqual(['examples.csv', 'taxonomy.json']);
  });

  it('without the name of a file to write', async () => {
    const run = await runCli(['train', file('examples.csv', CSV)], { createEmbedder });
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/Expected --output CLASSIFIER, got none/);
  });
});
