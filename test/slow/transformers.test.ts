/**
 * civic-topics/transformers with the real packages, each installed into a project of its own, and the weights of the built-in encoder: what
 * a pipeline gives is held against what the built-in path gives. Needs the build and the registry.
 */
import { execFile, execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classify/create-classifier.js';
import { dot } from '../../src/classify/space.js';
import type { Embedder, Embedding } from '../../src/embed/embedder.js';
import { createOnnxEmbedder } from '../../src/embed/onnx-embedder.js';
import { splitClauses } from '../../src/text/clauses.js';
import { detectLanguage } from '../../src/text/language.js';
import { normalise } from '../../src/text/normalise.js';
import { train } from '../../src/train/train.js';
import { ROOT } from '../helpers/built-cli.js';
import { packedPackage } from '../helpers/packed-package.js';
import { oncePerRun } from '../helpers/run-folder.js';
import { writeTransformersModel } from '../helpers/transformers-model.js';

const execute = promisify(execFile);
const PEERS = {
  'huggingface-3': { name: '@huggingface/transformers', range: '3', overrides: {} },
  'huggingface-4': { name: '@huggingface/transformers', range: '4', overrides: {} },
  // The sharp that it asks for downloads a program when it is installed, and text needs none.
  'xenova-2': { name: '@xenova/transformers', range: '2.17.2', overrides: { sharp: '0.34.5' } },
} as const;
type Peer = keyof typeof PEERS;
/** Milliseconds that installing and embedding may take on a busy machine. */
const SLOW = 600_000;

const LONG = Array.from(
  { length: 45 },
  (_, i) =>
    `Điều ${i + 1}. Cơ quan số ${7 * i + 3} báo cáo về tiền lương, l’agence ${i} rend compte de ses délais, and office ${i + 2} counts the complaints;`,
).join(' ');
const TEXTS = {
  vi: 'Từ ngày 1 tháng 9, người dân nộp hồ sơ cấp đổi giấy phép lái xe trên cổng dịch vụ công, trả lệ phí bằng điện thoại, và nhận kết quả tại nhà; cán bộ một cửa không nhận hồ sơ giấy nữa.',
  fr: 'La ministre a présenté hier un projet de loi qui relève le traitement des infirmières, ouvre les concours aux contractuels et oblige chaque préfecture à publier ses délais de réponse.',
  en: 'The audit office found that three departments had paid bonuses without any appraisal, that posts had been filled by relatives of the staff, and that nobody had kept the minutes.',
  emoji:
    'Tin vui 🎉: phường đã có máy lấy số tự động 👩🏽‍💻, ai cũng được phục vụ theo thứ tự 🇻🇳, không còn cảnh chen lấn từ sáng sớm như mọi năm.',
  nfd: 'Thủ tướng yêu cầu rà soát biên chế, cắt giảm thủ tục, và công khai kết quả trên mạng.'.normalize('NFD'),
  signs: 'Voir l’article 12 (« hors classe »), p. 45–47 : e-mail_test@exemple.fr…  puis\n\nrien de ½ ﬁn, №5 ™ compris.',
  long: LONG,
} as const;

interface Outcome {
  readonly id: string;
  readonly lateChunking: boolean;
  readonly dimensions: number;
  readonly embeddings: readonly (Omit<Embedding, 'text' | 'spans'> & { text: number[]; spans: number[][] })[];
  readonly tags: readonly (readonly { readonly topic: string; readonly score: number }[])[];
  readonly refusal: string;
  readonly missing: string;
  readonly closed: string;
  readonly open: number;
  readonly prefixed: { readonly id: string; readonly own: number[]; readonly ours: number[] };
  readonly loaded: { readonly id: string; readonly same: boolean };
}

const names = Object.keys(TEXTS) as (keyof typeof TEXTS)[];
const topics = ['salary-reform', 'digital-government'];
let texts: { text: string; spans: { start: number; end: number }[] }[];
let expected: Embedding[];
let expectedTags: Outcome['tags'];

/** A text as training and classifying have it embedded: normalised, and cut into clauses. */
async function prepare(original: string) {
  const { text } = normalise(original);
  const language = await detectLanguage(text);
  return { text, spans: [...splitClauses(text, language === 'und' ? 'en' : language)] };
}

/** Six of each topic in each language. */
const examples = ['vi', 'fr', 'en'].flatMap((language) => {
  const lines = readFileSync(`${ROOT}/data/training/${language}.ndjson`, 'utf8').trim().split('\n');
  const rows = lines.map((line) => JSON.parse(line) as { text: string; topics: string[]; language?: 'vi' });
  return topics.flatMap((topic) =>
    rows
      .filter((row) => row.topics.length === 1 && row.topics[0] === topic)
      .slice(0, 6)
      .map((row) => ({ text: row.text, topics: row.topics, language: language as 'vi' })),
  );
});

function install(peer: Peer): string {
  return oncePerRun(peer, (folder) => {
    const { name, range, overrides } = PEERS[peer];
    const project = join(folder, peer);
    mkdirSync(project);
    writeFileSync(join(project, 'package.json'), JSON.stringify({ private: true, type: 'module', overrides }));
    const flags = ['--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
    execFileSync('npm', ['install', ...flags, packedPackage().tarball, `${name}@${range}`], { cwd: project });
    copyFileSync(`${ROOT}/test/helpers/pipeline-program.mjs`, join(project, 'program.mjs'));
    return project;
  });
}

/** The folder with the model `encoder`. */
function models(): string {
  const project = install('xenova-2');
  return oncePerRun('models', (folder) => {
    writeTransformersModel(join(folder, 'models/encoder'), project);
    return join(folder, 'models/');
  });
}

async function run(peer: Peer): Promise<Outcome> {
  const args = ['program.mjs', PEERS[peer].name, models()];
  const running = execute(process.execPath, args, { cwd: install(peer), maxBuffer: 64 * 1024 ** 2 });
  running.child.stdin?.end(JSON.stringify({ texts, examples, topics }));
  return JSON.parse((await running).stdout);
}

beforeAll(async () => {
  const builtIn = await createOnnxEmbedder();
  // Under another name, since training knows more of the built-in encoder than of one that it has never met.
  const embed: Embedder['embed'] = (...args) => builtIn.embed(...args);
  const embedder: Embedder = { id: 'another', dimensions: builtIn.dimensions, embed, close: async () => undefined };
  texts = await Promise.all(names.map((name) => prepare(TEXTS[name])));
  expected = await Promise.all(texts.map(({ text, spans }) => embedder.embed(text, spans)));
  const { classifier: file } = await train(examples, { topics, embedder });
  const classifier = await createClassifier({ classifier: file, embedder });
  expectedTags = (await classifier.classify(texts.map(({ text }) => text))).map(({ tags }) => tags);
  await builtIn.close();
}, SLOW);

describe.each(Object.keys(PEERS) as Peer[])('a pipeline of %s', (peer) => {
  let outcome: Outcome;
  beforeAll(async () => {
    outcome = await run(peer);
  }, SLOW);

  /** The tokenizer of version 2.17 counts UTF-16 code units, and so takes emoji that the vocabulary has for unknown. */
  const floor = (name: string) => (name === 'emoji' && peer === 'xenova-2' ? 0.98 : 0.99);

  it.each(names)('gives the vectors of the built-in encoder for the paragraph %s and its clauses', (name) => {
    const at = names.indexOf(name);
    const [ours, theirs] = [expected[at] as Embedding, outcome.embeddings[at] as Outcome['embeddings'][number]];
    expect(theirs.windows).toBe(ours.windows);
    expect(theirs.spans).toHaveLength(ours.spans.length);
    const cosines = [ours.text, ...ours.spans].map((vector, i) =>
      dot(vector, Float32Array.from([theirs.text, ...theirs.spans][i] as number[])),
    );
    expect(Math.min(...cosines)).toBeGreaterThanOrEqual(floor(name));
    expect(Math.max(...cosines)).toBeLessThan(1.00001);
  });

  it('is late chunked, and named by model and use', () => {
    const { id, lateChunking, dimensions, prefixed } = outcome;
    expect({ id, lateChunking, dimensions }).toEqual({
      id: 'encoder, mean, late chunking',
      lateChunking: true,
      dimensions: 384,
    });
    expect(prefixed.id).toBe('encoder, mean, prefix "query: ", late chunking');
  });

  it('gives with a prefix what the pipeline itself gives for the text with it', () => {
    const { own, ours } = outcome.prefixed;
    expect(dot(Float32Array.from(own), Float32Array.from(ours))).toBeCloseTo(1, 5);
  });

  it('trains a classifier that tags as one on the built-in encoder does, and that refuses another use of the model', () => {
    const { tags, refusal } = outcome;
    expect(tags.map((some) => some.map(({ topic }) => topic))).toEqual(
      expectedTags.map((some) => some.map(({ topic }) => topic)),
    );
    tags.flat().forEach(({ score }, i) => {
      expect(score).toBeCloseTo(expectedTags.flat()[i]?.score as number, 1);
    });
    expect(refusal).toBe('CLASSIFIER_MODEL_MISMATCH');
  });

  it('is found by fromModel, which frees it; fromPipeline leaves it to its owner', () => {
    const { loaded, missing, closed, open } = outcome;
    expect(loaded).toEqual({ id: 'encoder fp32, mean, late chunking', same: true });
    expect({ missing, closed, open }).toEqual({ missing: 'MODEL_NOT_FOUND', closed: 'CLOSED', open: 3 });
  });

  it('fits the type that fromPipeline asks for', async () => {
    const project = install(peer);
    const program = `
import { type FeatureExtractionPipeline, pipeline } from '${PEERS[peer].name}';
import { fromPipeline, type TransformersEmbedder } from 'civic-topics/transformers';
export const one: TransformersEmbedder = await fromPipeline(await pipeline('feature-extraction', 'encoder'), { pooling: 'mean' });
export const other = (extract: FeatureExtractionPipeline) => fromPipeline(extract);
// @ts-expect-error: a pipeline is more than a function
export const wrong = (extract: () => void) => fromPipeline(extract);
`;
    const compilerOptions = { strict: true, module: 'nodenext', target: 'es2022', noEmit: true, skipLibCheck: true };
    const types = { types: ['node'], typeRoots: [`${ROOT}/node_modules/@types`] };
    writeFileSync(join(project, 'program.mts'), program);
    writeFileSync(
      join(project, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: { ...compilerOptions, ...types }, files: ['program.mts'] }),
    );
    await execute(process.execPath, [`${ROOT}/node_modules/typescript/bin/tsc`, '-p', project]);
  });
});

describe('a project without transformers.js', () => {
  it.each(['import', 'require'])('is told the command that installs it, after %s', (how) => {
    const load =
      how === 'import'
        ? `import('${ROOT}/dist/transformers.js')`
        : `Promise.resolve(require('${ROOT}/dist/transformers.cjs'))`;
    const program = `${load}.then((m) => m.fromModel('any')).catch((error) => console.log(error.code, error.message))`;
    const printed = execFileSync(process.execPath, ['-e', program], { encoding: 'utf8' });
    expect(printed).toMatch(/^MODEL_NOT_FOUND .*npm install @huggingface\/transformers/);
  });
});
