/** What a slip of the pen meets at each public door: a CivicTopicsError that says what was expected and what came. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkOptions, describe as inWords, pathOf, STRING } from '../src/arguments.js';
import { CivicTopicsError } from '../src/errors.js';
import {
  type Classification,
  classify,
  createClassifier,
  createOnnxEmbedder,
  evaluate,
  examplesPath,
  formatEvaluation,
  parseClassifier,
  parseTaxonomy,
  serialiseClassifier,
  train,
} from '../src/index.js';
import { fromModel, fromPipeline } from '../src/transformers.js';
import { FakeEmbedder } from './helpers/fake-embedder.js';
import { fakePipeline } from './helpers/fake-pipeline.js';
import { smallClassifier, smallExamples, smallFile, smallTrained } from './helpers/small-classifier.js';

const T = 'The bonus and the grade of the salary were discussed at length there.';
const folder = mkdtempSync(join(tmpdir(), 'civic-topics-arguments-'));
const embedder = () => new FakeEmbedder();
const own = (options: object) => createClassifier({ ...smallTrained, embedder: embedder(), ...options } as never);
const trained = (options: unknown) => train(smallExamples, options as never);
const fitted = (options: object) => train(smallExamples, { embedder: embedder(), ...options } as never);
const k = await smallClassifier();

/** What is called, what its message must say, and the code where it is not INVALID_ARGUMENT: the fault then lies in the data. */
type WrongCall = readonly [call: string, () => unknown, words: RegExp, code?: string];

const CALLS: readonly WrongCall[] = [
  ['classify(T, null)', () => classify(T, null as never), /options of classify\(\).*object, got null/],
  ['classify(T, 5)', () => classify(T, 5 as never), /got the number 5.*nearest, signal/],
  ['classify(T, { minScore: 2 })', () => classify(T, { minScore: 2 } as never), /minScore belongs to createClassifier/],
  ['classify(T, { neareset: 3 })', () => classify(T, { neareset: 3 } as never), /among nearest, signal, got neareset/],
  ["k.classify(T, { nearest: '3' })", () => k.classify(T, { nearest: '3' as never }), /got the string "3"/],
  ['k.classify(T, { signal: {} })', () => k.classify(T, { signal: {} as never }), /signal to be an AbortSignal/],
  // biome-ignore lint/suspicious/noSparseArray: a hole is what is tested.
  ['k.classify([T, , T])', () => k.classify([T, , T] as never), /index 1 of the list, got undefined/],
  ['k.classify([], { nearest: -1 })', () => k.classify([], { nearest: -1 }), /nearest.*got the number -1/],
  ['k.assess(T, null)', () => k.assess(T, null as never), /got null/],

  ['createClassifier(null)', () => createClassifier(null as never), /options of createClassifier/],
  ["createClassifier('mine.json')", () => createClassifier('mine.json' as never), /string "mine.json".*classifier, ex/],
  ['createClassifier({ minscore })', () => createClassifier({ minscore: 0.5 } as never), /minScore.*got minscore/],
  ["minScore: '0.5'", () => own({ minScore: '0.5' }), /minScore to be a number from 0 to 1, got the string "0.5"/],
  ['minScore: null', () => own({ minScore: null }), /minScore.*got null/],
  ['embedder: 5', () => own({ embedder: 5 }), /embedder to be an embedder.*got the number 5/],
  ['embedder: a promise', () => own({ embedder: Promise.resolve(embedder()) }), /a promise \(await it first\)/],
  ['threads: 0 beside an embedder', () => own({ threads: 0 }), /threads to be a whole number from 1 to 256/],
  ['signal: {}', () => own({ signal: {} }), /signal to be an AbortSignal/],
  ['classifier: await train(…)', () => own({ classifier: smallTrained }), /createClassifier\(await train\(…\)\)/],
  ['classifier: train(…)', () => own({ classifier: Promise.resolve(smallFile) }), /a promise \(await it first\)/],
  ['classifier: k', () => own({ classifier: k }), /loaded classifier/],
  [
    'classifier: JSON.parse(file)',
    () => own({ classifier: JSON.parse(serialiseClassifier(smallFile)) }),
    /path of the file, or parseClassifier\(text\)/,
  ],
  ['classifier: {}', () => own({ classifier: {} }), /got an object.*Give the path/],
  ['classifier: []', () => own({ classifier: [] }), /got an empty list/],
  ['classifier: 5', () => own({ classifier: 5 }), /got the number 5/],
  ['classifier: null', () => own({ classifier: null }), /got null/],
  ["classifier: ''", () => own({ classifier: '' }), /a path.*not empty.*got the string ""/],
  ['classifier: a web address', () => own({ classifier: new URL('https://example.org/a.json') }), /file: URL.*https:/],
  ['classifier: a folder', () => own({ classifier: folder }), /it is a folder/, 'CLASSIFIER_NOT_FOUND'],
  ['classifier: a missing file', () => own({ classifier: `${folder}/no.json` }), /Give the/, 'CLASSIFIER_NOT_FOUND'],
  ['examples: 5', () => own({ examples: 5 }), /examples to be a path.*got the number 5/],
  ['examples: {}', () => own({ examples: {} }), /examples to be a path.*got an object/],
  [
    'examples: a folder',
    async () => (await own({ examples: folder })).classify(T, { nearest: 1 }),
    /it is a folder/,
    'EXAMPLES_NOT_FOUND',
  ],

  ['train(null)', () => train(null as never), /examples to be a list.*got null/],
  ["train('abc')", () => train('abc' as never), /examples to be a list.*got the string "abc"/],
  ['train(new Set())', () => train(new Set() as never), /examples to be a list.*got an object \(Set\)/],
  ['train([null])', () => train([null] as never), /example 1 to be an object.*got null/, 'INPUT_INVALID'],
  // biome-ignore lint/suspicious/noSparseArray: a hole is what is tested.
  ['train([ , ])', () => train([,] as never), /example 1 to be an object.*got undefined/, 'INPUT_INVALID'],
  ['train(x, null)', () => trained(null), /options of train\(\).*got null/],
  ['train(x, { fold: 3 })', () => trained({ fold: 3 }), /among .*folds.*got fold/],
  ["train(x, { topics: 'pay' })", () => fitted({ topics: 'pay' }), /topics to be a list.*got the string "pay"/],
  ['train(x, { topics: [] })', () => fitted({ topics: [] }), /at least one, got an empty list/],
  ['train(x, { untaggedShare: 1 })', () => fitted({ untaggedShare: 1 }), /from 0 to below 1, got the number 1/],
  ["train(x, { unlabelled: 'text' })", () => fitted({ unlabelled: 'text' }), /unlabelled to be a list/],
  [
    "train(x, { unlabelled: ['text'] })",
    () => fitted({ unlabelled: ['text'] }),
    /unlabelled text 1.*\{ text \}/,
    'INPUT_INVALID',
  ],
  ["train(x, { taxonomy: 'a.json' })", () => fitted({ taxonomy: 'a.json' }), /parseTaxonomy\(text, file\)/],
  ['train(x, { taxonomy: {} })', () => fitted({ taxonomy: {} }), /taxonomy to be an object \{ topics/],
  [
    'train(x, { taxonomy: await parseTaxonomy(…) })',
    async () => fitted({ taxonomy: await parseTaxonomy('{"topics":[{"id":"pay"}]}', 'a.json') }),
    /all that parseTaxonomy\(\) returned: give its taxonomy/,
  ],
  [
    "train(x, { taxonomy: { topics: [{ id: 'pay', name: 'Pay' }] } })",
    () => fitted({ taxonomy: { topics: [{ id: 'pay', name: 'Pay' }] } }),
    /keys vi, fr or en in the taxonomy: topics\[0\]\.name/,
    'INPUT_INVALID',
  ],

  ["evaluate('mine.json', rows)", () => evaluate('mine.json' as never, []), /classifier.*got the string "mine.json"/],
  ['evaluate(undefined, rows)', () => evaluate(undefined as never, []), /classifier.*got undefined/],
  ['evaluate(k, null)', () => evaluate(k, null as never), /rows.*got null/],
  ["evaluate(k, 'text')", () => evaluate(k, 'text' as never), /rows.*got the string/],
  ['evaluate(k, [null])', () => evaluate(k, [null] as never), /row 1 to be an object.*got null/, 'INPUT_INVALID'],
  ['evaluate(k, [], null)', () => evaluate(k, [], null as never), /options of evaluate\(\).*got null/],
  ['evaluate(k, [], { sed: 3 })', () => evaluate(k, [], { sed: 3 } as never), /among seed.*got sed/],
  ["evaluate(k, [], { seed: '3' })", () => evaluate(k, [], { seed: '3' as never }), /seed.*got the string "3"/],
  ['formatEvaluation({})', () => formatEvaluation({} as never), /evaluation.*got an object/],

  ['examplesPath(undefined)', () => examplesPath(undefined as never), /path.*got undefined/],
  ['serialiseClassifier({})', () => serialiseClassifier({} as never), /classifier.*got an object/],
  ['serialiseClassifier(await train(…))', () => serialiseClassifier(smallTrained as never), /use its classifier/],
  ['parseClassifier(Buffer)', () => parseClassifier(Buffer.from('{}') as never), /text of a classifier.*\(Buffer\)/],
  ["parseTaxonomy(null, 'a.json')", () => parseTaxonomy(null as never, 'a.json'), /text of a taxonomy.*got null/],
  ["parseTaxonomy('{}', undefined)", () => parseTaxonomy('{}', undefined as never), /file of a taxonomy.*undefined/],

  ['createOnnxEmbedder(null)', () => createOnnxEmbedder(null as never), /options of createOnnxEmbedder/],
  [
    'createOnnxEmbedder({ modelFolder: 5 })',
    () => createOnnxEmbedder({ modelFolder: 5 as never }),
    /modelFolder.*path/,
  ],
  ['createOnnxEmbedder({ thread: 1 })', () => createOnnxEmbedder({ thread: 1 } as never), /threads.*got thread\./],
  ['fromPipeline(p, null)', () => fromPipeline(fakePipeline(), null as never), /options of fromPipeline/],
  [
    'fromPipeline(p, { poolling })',
    () => fromPipeline(fakePipeline(), { poolling: 1 } as never),
    /pooling.*got poolling/,
  ],
  [
    'fromPipeline({ tokenizer() {}, model() {} })',
    () => fromPipeline({ tokenizer() {}, model() {} }),
    /tokenizer that gives input_ids.*got undefined/,
    'MODEL_INVALID',
  ],
  [
    'fromPipeline({ tokenizer, model() {} })',
    () => fromPipeline({ ...fakePipeline(), model() {} }),
    /got nothing under a name/,
    'MODEL_INVALID',
  ],
  ['fromModel()', () => fromModel(undefined as never), /the model to be a string.*got undefined/],
  ['fromModel(name, { id })', () => fromModel('a/b', { id: 'x' } as never), /among pooling.*got id/],
  ['e.embed(5)', async () => (await fromPipeline(fakePipeline())).embed(5 as never), /text to embed.*got the number 5/],
  ['e.embed(T, {})', async () => (await fromPipeline(fakePipeline())).embed(T, {} as never), /spans to embed.*list/],
  [
    'e.embed(T, [null])',
    async () => (await fromPipeline(fakePipeline())).embed(T, [null] as never),
    /code unit.*got null/,
  ],
  ['e.embed(T, [], null)', async () => (await fromPipeline(fakePipeline())).embed(T, [], null as never), /got null/],
];

describe('a wrong call is refused in words that say what was expected and what came', () => {
  const calls = CALLS.map(([call, run, words, code = 'INVALID_ARGUMENT']) => ({ call, run, words, code }));

  it.each(calls)('$call', async ({ run, words, code }) => {
    const error = await (async () => run())().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(CivicTopicsError);
    expect(error).toMatchObject({ code, message: expect.stringMatching(words) });
    expect((error as Error).message).toMatch(/^Expected /);
  });
});

describe('a right call is let through', () => {
  it('whose options are all undefined, known or not', async () => {
    const nothing = { nearest: undefined, signal: undefined, unknown: undefined };
    expect(await k.classify(T, nothing)).toEqual(await k.classify(T));
  });

  it('with a file: URL wherever a path is taken', async () => {
    const path = join(folder, 'with space.json');
    const url = pathToFileURL(path);
    writeFileSync(path, serialiseClassifier(smallFile));
    writeFileSync(examplesPath(url), smallTrained.examples as Uint8Array);
    const loaded = await createClassifier({ classifier: url, embedder: embedder() });
    expect((await loaded.classify(T, { nearest: 1 })).tags[0]?.nearest).toHaveLength(1);
    expect(examplesPath(url)).toBe(examplesPath(path));
    await expect(createOnnxEmbedder({ modelFolder: url })).rejects.toMatchObject({ code: 'MODEL_NOT_FOUND' });
    expect((await parseTaxonomy('topics: [{ id: pay }]', pathToFileURL('/a.yaml'))).taxonomy.topics).toHaveLength(1);
  });

  it('with a text or a list in one variable', async () => {
    const answer = async (either: string | readonly string[]): Promise<Classification | Classification[]> =>
      k.classify(either);
    expect(await answer([T])).toEqual([await answer(T)]);
  });

  it('with evidence that has a first clause for the compiler, too', async () => {
    const [tag] = (await k.classify(T)).tags;
    const start: number | undefined = tag?.evidence[0].start;
    expect(start).toBe(0);
  });

  it('with a signal of another implementation that behaves as one', async () => {
    const signal = { aborted: false, reason: undefined, addEventListener() {}, removeEventListener() {} };
    expect(await k.classify(T, { signal: signal as never })).toEqual(await k.classify(T));
  });
});

describe('what came', () => {
  class Own {}
  it.each([
    [undefined, 'undefined'],
    [null, 'null'],
    ['3', 'the string "3"'],
    [3, 'the number 3'],
    [3n, 'the bigint 3'],
    [true, 'the boolean true'],
    [Symbol('s'), 'the symbol Symbol(s)'],
    [[], 'an empty list'],
    [[1], 'a list'],
    [{}, 'an object'],
    [Object.create(null), 'an object'],
    [new Own(), 'an object (Own)'],
    [Promise.resolve(), 'a promise (await it first)'],
    [() => 1, 'a function'],
    ['x'.repeat(61), `the string "${'x'.repeat(60)}…"`],
  ])('%s is told with its type', (value, words) => {
    expect(inWords(value)).toBe(words);
  });
});

describe('options', () => {
  it.each(['constructor', '__proto__', 'toString'])('named %s are unknown, too', (name) => {
    const options = Object.fromEntries([[name, 'x']]);
    expect(() => checkOptions('f()', options, { a: STRING })).toThrow(`among a, got ${name}. Correct its name`);
  });
});

it('a file: URL that names no path is refused', () => {
  // A slash within a name can be written in a URL alone.
  expect(() => pathOf(new URL('file:///%2F'))).toThrow(/^Expected a file: URL that names a path, got file:/);
});
