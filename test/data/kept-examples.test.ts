/** Guards the examples that ship beside the classifier: they are the training data, and light. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readClassifierFile } from '../../src/classify/classifier-file.js';
import { examplesPath, readExamples } from '../../src/classify/example-file.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CLASSIFIER = `${ROOT}/models/civil-service/classifier.json`;

it('the kept examples are those of data/training, in the order of its files', async () => {
  const { examples } = await readExamples(examplesPath(CLASSIFIER), await readClassifierFile(CLASSIFIER));
  const lines = readdirSync(`${ROOT}/data/training`)
    .filter((name) => name.endsWith('.ndjson'))
    .sort()
    .flatMap((name) => readFileSync(`${ROOT}/data/training/${name}`, 'utf8').trimEnd().split('\n'))
    .map((line) => JSON.parse(line));
  expect(examples.map(({ text, topics, heldOut }) => ({ text, topics, heldOut }))).toEqual(
    lines.map(({ text, topics, heldOut = false }) => ({ text, topics, heldOut })),
  );
});

it('the kept examples take at most 3 MB', () => {
  expect(statSync(examplesPath(CLASSIFIER)).size).toBeLessThanOrEqual(3_000_000);
});
