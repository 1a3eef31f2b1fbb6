/** Specification of `civic-topics info`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, expect, it } from 'vitest';
import type { ClassifierInfo } from '../../src/classify/classification.js';
import { VERSION } from '../../src/cli/version.js';
import { fakeClassifier } from '../helpers/fake-classifier.js';
import { runCli } from '../helpers/run-cli.js';

const folder = mkdtempSync(join(tmpdir(), 'info-'));
afterAll(() => rmSync(folder, { recursive: true }));

const FILE = join(folder, 'own.json');
writeFileSync(FILE, 'abc');
/** Of "abc": the example of FIPS 180-2, appendix B.1. */
const SHA256 = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

const INFO: ClassifierInfo = {
  embedder: { id: 'f'.repeat(64), dimensions: 384 },
  topics: [{ id: 'training', threshold: 0.4321, examples: 7 }],
  training: {
    examples: 12,
    untagged: 5,
    languages: { vi: 8, fr: 4 },
    heldOut: 0,
    folds: 5,
    macroF1: 0.8764,
    shrinkage: 0.1,
    untaggedShare: 0.9,
  },
};
const createClassifier = async () => ({ ...fakeClassifier(), info: INFO });

it('shows versions, hashes, topics and figures', async () => {
  const { code, stdout, stderr } = await runCli(['info', '--classifier', FILE], { createClassifier });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toBe(
    [
      `civic-topics ${VERSION}, Node.js ${process.version}`,
      `encoder     ${INFO.embedder.id}, 384 dimensions`,
      `classifier  ${SHA256}, ${FILE}`,
      'training    12 examples (vi 8, fr 4), 5 of them without a topic',
      'macro F1    0.876 out of 5 folds',
      'topics',
      '  training: threshold 0.432, 7 examples',
      '',
    ].join('\n'),
  );
});

it.each([
  ['there were no examples', { examples: 0, languages: {}, untagged: 0, folds: 0 }, 0],
  ['every example carries the same topics', { examples: 7, languages: {}, untagged: 0 }, 7],
])('says that nothing was measured when %s', async (reason, training, examples) => {
  const info = {
    ...INFO,
    topics: [
      { id: 'training', threshold: 0.5, examples },
      { id: 'ethics', threshold: 0.5, examples: 0 },
    ],
    training: { ...INFO.training, ...training, macroF1: 0 },
  };
  const { stdout } = await runCli(['info', '--classifier', FILE], {
    createClassifier: async () => ({ ...fakeClassifier(), info }),
  });
  expect(stdout).toContain(`\nmacro F1    not measured: ${reason}\n`);
});

it('shows a macro F1 of 0 that was measured', async () => {
  const info = { ...INFO, training: { ...INFO.training, macroF1: 0 } };
  const { stdout } = await runCli(['info', '--classifier', FILE], {
    createClassifier: async () => ({ ...fakeClassifier(), info }),
  });
  expect(stdout).toContain('\nmacro F1    0.000 out of 5 folds\n');
});

it('shows them as JSON', async () => {
  const { stdout } = await runCli(['info', '--format', 'json', '--classifier', FILE], { createClassifier });
  expect(JSON.parse(stdout)).toEqual({
    version: VERSION,
    node: process.version,
    encoder: INFO.embedder,
    classifier: { file: FILE, sha256: SHA256 },
    topics: INFO.topics,
    training: INFO.training,
  });
});
