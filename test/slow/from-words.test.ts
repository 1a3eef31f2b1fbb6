/** Computes again what is decided for topics without examples, from our own training paragraphs and the names of our five topics. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createOnnxEmbedder } from '../../src/embed/onnx-embedder.js';
import { backgroundOf } from '../../src/train/background.js';
import { bestThreshold, fitCurve } from '../../src/train/calibrate.js';
import { FROM_WORDS } from '../../src/train/decide.js';
import { embedExamples } from '../../src/train/embed-examples.js';
import { embedWords } from '../../src/train/embed-words.js';
import type { Example } from '../../src/train/example.js';
import { fitTopics } from '../../src/train/fit-topics.js';
import { similarities } from '../../src/train/out-of-fold.js';
import { parseTaxonomy } from '../../src/train/taxonomy/parse-taxonomy.js';

const data = new URL('../../data/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, data), 'utf8');

it('is what our paragraphs give for the names of our topics, three in five texts having none', async () => {
  const embedder = await createOnnxEmbedder();
  const { taxonomy } = await parseTaxonomy(read('taxonomy.json'), 'taxonomy.json');
  const topics = taxonomy.topics.map(({ id }) => id);
  const examples = (['vi', 'fr', 'en'] as const).flatMap((language) =>
    read(`training/${language}.ndjson`)
      .trimEnd()
      .split('\n')
      .map((line): Example => ({ ...JSON.parse(line), language, heldOut: false })),
  );
  const embedded = await embedExamples(examples, embedder, (i) => `example ${i + 1}`);
  const words = await embedWords(
    taxonomy.topics.map(({ name = {} }) => ({ name })),
    embedder,
    undefined,
  );
  const background = await backgroundOf(embedder);
  const { dimensions } = embedder;
  await embedder.close();
  const fit = fitTopics({ examples: [], unlabelled: [], topics, words, background, learnt: false, dimensions });
  const found = similarities(embedded, fit, dimensions, 0.02);
  const untagged = examples.filter((example) => example.topics.length === 0).length;
  const weight = (0.6 / 0.4) * ((examples.length - untagged) / untagged);
  const outcomes = examples.flatMap((example, i) =>
    topics.map((topic, t) => ({
      similarity: found[i]?.[t] as number,
      carries: example.topics.includes(topic),
      weight: example.topics.length > 0 ? 1 : weight,
    })),
  );
  const curve = fitCurve(outcomes);
  expect(curve.slope / FROM_WORDS.slope).toBeCloseTo(1, 1);
  expect(curve.intercept).toBeCloseTo(FROM_WORDS.intercept, 0);
  expect(bestThreshold(outcomes, curve)).toBeCloseTo(FROM_WORDS.threshold, 1);
});
