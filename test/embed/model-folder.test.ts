import { createHash } from 'node:crypto';
import { mkdtemp, readFile, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { builtInModelFolder } from '../../src/embed/built-in-model.js';
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

  it.each(['../model.onnx', '/etc/hostname', './model.onnx', 'model.onnx\0', '__proto__'])(
    'refuses a manifest that has %j where its own two files should be',
    async (name) => {
      const files = { 'tokenizer.json': manifest.files['tokenizer.json'] };
      const json = JSON.stringify({ ...manifest, files }).replace(
        '"files":{',
        `"files":{${JSON.stringify(name)}:${JSON.stringify(manifest.files['model.onnx'])},`,
      );
      await write(json);
      await expect(readModelFolder(folder)).rejects.toEqual(failure('MODEL_INVALID', /files\["model\.onnx"\]\.bytes/));
    },
  );

  it('opens no other file than its own two, whatever the manifest says', async () => {
    const elsewhere = { ...manifest.files['model.onnx'], path: '/etc/hostname', file: '../secret', url: 'file:///etc' };
    const files = { ...manifest.files, 'model.onnx': elsewhere, '../secret': { bytes: 1, sha256: '0'.repeat(64) } };
    await write({ ...manifest, files });
    expect(Buffer.from((await readModelFolder(folder)).model)).toEqual(model);
  });

  it('refuses files that are larger than any can be without reading them', async () => {
    const bytes = 64 * 1024 ** 2 + 1;
    const files = { ...manifest.files, 'tokenizer.json': { bytes, sha256: sha256(tokenizer) } };
    await write({ ...manifest, files });
    await truncate(join(folder, 'tokenizer.json'), bytes);
    await expect(readModelFolder(folder)).rejects.toEqual(failure('MODEL_INVALID', /at most 67108864 bytes/));
    await truncate(join(folder, 'manifest.json'), 1024 ** 2 + 1);
    await expect(readModelFolder(folder)).rejects.toEqual(failure('MODEL_INVALID', /at most 1048576 bytes/));
  });

  it('refuses numbers that are lists of any depth', async () => {
    await write(
      JSON.stringify({ ...manifest, dimensions: 0 }).replace(
        '"dimensions":0',
        `"dimensions":${'['.repeat(1e5)}${']'.repeat(1e5)}`,
      ),
    );
    await expect(readModelFolder(folder)).rejects.toEqual(failure('MODEL_INVALID', /dimensions to be a whole number/));
  });

  it.each([192, 768, 1])(
    'refuses a model whose vectors do not have the %d dimensions of the manifest',
    async (dimensions) => {
      const ours = builtInModelFolder();
      for (const name of ['model.onnx', 'tokenizer.json']) await symlink(join(ours, name), join(folder, name));
      const described = JSON.parse(await readFile(join(ours, 'manifest.json'), 'utf8'));
      await writeFile(join(folder, 'manifest.json'), JSON.stringify({ ...described, dimensions }));
      const embedder = await createOnnxEmbedder({ modelFolder: folder });
      await expect(embedder.embed('Two words')).rejects.toEqual(
        failure('MODEL_INVALID', new RegExp(`1 × ${dimensions} finite numbers .* got float32 of shape 1 × 384`)),
      );
      await embedder.close();
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
