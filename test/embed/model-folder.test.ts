import { createHash } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readManifest, readVerified } from '../../src/embed/model-folder.js';
import { createOnnxEmbedder } from '../../src/embed/onnx-embedder.js';

const model = Buffer.from('not really a model');
const tokenizer = Buffer.from(
  JSON.stringify({ version: '1.0', added_tokens: [], model: { type: 'Unigram', unk_id: 0, vocab: [['<unk>', 0]] } }),
);
const sha256 = (data: Buffer) => createHash('sha256').update(data).digest('hex');
const manifest = {
  format: 'civic-topics-encoder',
  version: 1,
  name: 'a test',
  dimensions: 384,
  maxTokens: 512,
  files: {
    'model.onnx': { bytes: model.length, sha256: sha256(model) },
    'tokenizer.json': { bytes: tokenizer.length, sha256: sha256(tokenizer) },
  },
};

let folder: string;
const write = async (described: unknown) => {
  await writeFile(join(folder, 'manifest.json'), typeof described === 'string' ? described : JSON.stringify(described));
  await writeFile(join(folder, 'model.onnx'), model);
  await writeFile(join(folder, 'tokenizer.json'), tokenizer);
};
const failure = (code: string, words: RegExp) =>
  expect.objectContaining({ code, message: expect.stringMatching(words) });

async function readModelFolder(path: string) {
  const described = await readManifest(path);
  return {
    model: await readVerified(path, 'model.onnx', described),
    tokenizer: await readVerified(path, 'tokenizer.json', described),
  };
}

describe('a model folder', () => {
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'civic-topics-model-'));
  });

  it('gives the files when sizes and hashes are those of the manifest', async () => {
    await write(manifest);
    const read = await readModelFolder(folder);
    expect(Buffer.from(read.model)).toEqual(model);
    expect(Buffer.from(read.tokenizer)).toEqual(tokenizer);
  });

  it('says which file is missing', async () => {
    await expect(readModelFolder(folder)).rejects.toEqual(failure('MODEL_NOT_FOUND', /manifest\.json.*ENOENT/));
  });

  it('refuses a manifest that is not JSON, or not one of this package', async () => {
    await write('{');
    await expect(readModelFolder(folder)).rejects.toEqual(failure('MODEL_INVALID', /Expected JSON/));
    await write({ name: 'sentence-transformers/x' });
    await expect(readModelFolder(folder)).rejects.toEqual(failure('MODEL_INVALID', /civic-topics-encoder/));
    await write('null');
    await expect(readModelFolder(folder)).rejects.toEqual(failure('MODEL_INVALID', /civic-topics-encoder/));
  });

  it.each([
    ['a different hash', { 'model.onnx': { bytes: model.length, sha256: '0'.repeat(64) } }, /sha256 0000.*damaged/],
    ['a different size', { 'model.onnx': { bytes: 7, sha256: sha256(model) } }, /7 bytes.*got 18/],
    ['a size beyond all limits', { 'model.onnx': { bytes: 1e15, sha256: sha256(model) } }, /bytes.*whole number/],
    ['a hash that is none', { 'model.onnx': { bytes: model.length, sha256: '../../etc' } }, /64 hexadecimal/],
  ])('refuses %s', async (_, change, words) => {
    await write({ ...manifest, files: { ...manifest.files, ...change } });
    await expect(readModelFolder(folder)).rejects.toEqual(failure('MODEL_INVALID', words));
  });

  it.each([{ dimensions: 0 }, { dimensions: 1e9 }, { maxTokens: 2 }, { maxTokens: 'many' }, { name: 5 }])(
    'refuses a manifest with %j',
    async (change) => {
      await write({ ...manifest, ...change });
      await expect(readModelFolder(folder)).rejects.toEqual(failure('MODEL_INVALID', /Expected .*manifest\.json/));
    },
  );

  it('says that a file is no tokenizer, though its hash is right', async () => {
    const json = Buffer.from('{"model": 7}');
    await write({
      ...manifest,
      files: { ...manifest.files, 'tokenizer.json': { bytes: json.length, sha256: sha256(json) } },
    });
    await writeFile(join(folder, 'tokenizer.json'), json);
    await expect(createOnnxEmbedder({ modelFolder: folder })).rejects.toEqual(
      failure('MODEL_INVALID', /Expected a tokenizers file/),
    );
  });

  it('says that onnxruntime cannot load a file that is no model, though its hash is right', async () => {
    await write(manifest);
    await expect(createOnnxEmbedder({ modelFolder: folder })).rejects.toEqual(
      failure('MODEL_INVALID', /onnxruntime can load/),
    );
  });

  it.each([0, 1.5, 1000, Number.NaN])('refuses %d threads', async (threads) => {
    await expect(createOnnxEmbedder({ threads })).rejects.toEqual(failure('INVALID_ARGUMENT', /threads/));
  });
});
