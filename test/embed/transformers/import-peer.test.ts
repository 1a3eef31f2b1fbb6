import { describe, expect, it } from 'vitest';
import { importPeer } from '../../../src/embed/transformers/import-peer.js';

/** As Node fails for a package that is not installed. */
const missing = (name: string) =>
  Object.assign(new Error(`Cannot find package '${name}' imported from /x/transformers.js`), {
    code: 'ERR_MODULE_NOT_FOUND',
  });
const only = (installed: string) => async (name: string) => {
  if (name !== installed) throw missing(name);
  return { pipeline: () => undefined };
};

describe('importPeer', () => {
  it('takes the package by its new name, or else by its old one', async () => {
    expect((await importPeer(async () => ({}))).name).toBe('@huggingface/transformers');
    expect((await importPeer(only('@xenova/transformers'))).name).toBe('@xenova/transformers');
  });

  it('names the command that installs it when there is none', async () => {
    await expect(importPeer(only('another'))).rejects.toMatchObject({
      code: 'MODEL_NOT_FOUND',
      message: expect.stringMatching(/npm install @huggingface\/transformers .*--ignore-scripts/),
    });
  });

  it('does not pass over one that is installed and fails', async () => {
    const load = async () => {
      throw missing('sharp');
    };
    await expect(importPeer(load)).rejects.toMatchObject({
      code: 'MODEL_NOT_FOUND',
      message: expect.stringMatching(/@huggingface\/transformers to load.*sharp/),
    });
  });
});
