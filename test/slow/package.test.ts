/** The packed package: what is in it, how large it is, and what the ecosystem's checkers say of it. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../helpers/built-cli.js';
import { MANIFEST, type PackedPackage, packedPackage } from '../helpers/packed-package.js';

const MEBIBYTE = 1024 ** 2;
let packed: PackedPackage;
const bytesIn = (folder: string) =>
  packed.files.filter(({ path }) => path.startsWith(`${folder}/`)).reduce((sum, { size }) => sum + size, 0);

beforeAll(() => {
  packed = packedPackage();
});

describe('the package', () => {
  it('holds the build, the models and the papers, and nothing else', () => {
    const paths = packed.files.map(({ path }) => path.replace(/-[A-Z0-9]{8}(?=\.js$)/, '-*'));
    expect([...new Set(paths)].sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'data/taxonomy.json',
      'dist/article-page-*.js',
      'dist/article-view-*.js',
      'dist/chunk-*.js',
      'dist/classify-*.js',
      'dist/cli.js',
      'dist/completion-*.js',
      'dist/create-classifier-*.js',
      'dist/evaluate-*.js',
      'dist/evaluation-page-*.js',
      'dist/index.cjs',
      'dist/index.d.cts',
      'dist/index.d.ts',
      'dist/index.js',
      'dist/info-*.js',
      'dist/onnx-embedder-*.js',
      'dist/open-text-classifier-*.js',
      'dist/overview-page-*.js',
      'dist/pages/article.css',
      'dist/pages/article.js',
      'dist/pages/evaluation.css',
      'dist/pages/evaluation.js',
      'dist/pages/kit.css',
      'dist/pages/overview.css',
      'dist/pages/overview.js',
      'dist/paragraphs-*.js',
      'dist/skos-taxonomy-*.js',
      'dist/summary-*.js',
      'dist/tag-*.js',
      'dist/topic-names-*.js',
      'dist/train-*.js',
      'dist/transformers.cjs',
      'dist/transformers.d.cts',
      'dist/transformers.d.ts',
      'dist/transformers.js',
      'dist/worker.js',
      'dist/yaml-taxonomy-*.js',
      'models/README.md',
      'models/civil-service/classifier.examples.json.gz',
      'models/civil-service/classifier.json',
      'models/encoder/manifest.json',
      'models/encoder/model.onnx',
      'models/encoder/tokenizer.json',
      'package.json',
    ]);
  });

  it('has at most 40 MiB packed and 45 unpacked, of which 40 the encoder, 4 the classifier and 2 the build', () => {
    expect(packed.size).toBeLessThanOrEqual(40 * MEBIBYTE);
    expect(packed.unpackedSize).toBeLessThanOrEqual(45 * MEBIBYTE);
    expect(bytesIn('models/encoder')).toBeLessThanOrEqual(40 * MEBIBYTE);
    expect(bytesIn('models/civil-service')).toBeLessThanOrEqual(4 * MEBIBYTE);
    // The reader of Turtle, 107 kB, is in it three times: in the command line's parts and in both forms of the library.
    expect(bytesIn('dist')).toBeLessThanOrEqual(2 * MEBIBYTE);
  });

  it('gives publint nothing to say, suggestions included', async () => {
    const tarball = new Uint8Array(readFileSync(packed.tarball)).buffer;
    const { messages, pkg } = await publint({ pack: { tarball }, level: 'suggestion', strict: true });
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
  });

  it('has types that are right for every subpath, however TypeScript looks for them', () => {
    const { analysis, problems } = JSON.parse(attw());
    expect(Object.keys(analysis.entrypoints)).toEqual(Object.keys(MANIFEST.exports));
    expect(problems).toEqual({});
  });
});

/** What are-the-types-wrong says; its exit code tells the same as the problems. */
function attw(): string {
  const program = `${ROOT}/node_modules/@arethetypeswrong/cli/dist/index.js`;
  return spawnSync(process.execPath, [program, packed.tarball, '--format', 'json'], {
    encoding: 'utf8',
    maxBuffer: 64 * MEBIBYTE,
  }).stdout;
}
