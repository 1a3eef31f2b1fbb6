/** Specification of how training keeps its examples; points are worked out by hand. */
import { describe, expect, it } from 'vitest';
import { readExamples } from '../../src/classify/example-file.js';
import type { EmbeddedExample } from '../../src/train/embed-examples.js';
import type { Example } from '../../src/train/example.js';
import { keepExamples, toBytes } from '../../src/train/keep-examples.js';
import { train } from '../../src/train/train.js';
import { FakeEmbedder } from '../helpers/fake-embedder.js';
import { smallExamples, smallFile } from '../helpers/small-classifier.js';

describe('a point in eight bits', () => {
  it('has whole numbers, the largest of them 127 or −127', () => {
    // 0.6 / 0.8 · 127 = 95.25; −0.1 / 0.5 · 127 = −25.4
    expect([...toBytes(Float32Array.of(0.6, 0.8))]).toEqual([95, 127]);
    expect([...toBytes(Float32Array.of(-0.5, -0.1, 0.25))]).toEqual([-127, -25, 64]);
  });

  it('stays zero where there is no direction', () => {
    expect([...toBytes(Float32Array.of(0, 0))]).toEqual([0, 0]);
  });
});

describe('the kept examples', () => {
  const classifier = {
    ...smallFile,
    embedder: { id: 'plane', dimensions: 2 },
    // L⁻¹ = [1 0; 0 0.5], and the centre of English at (1, 2)
    space: { centres: { en: Float32Array.of(1, 2) }, whitening: Float32Array.of(1, 0, 0.5) },
    training: { ...smallFile.training, examples: 2 },
  };
  const embedded = (text: Float32Array, topics: string[], heldOut: boolean): EmbeddedExample => ({
    embedding: { text, spans: [], tokens: 1, windows: 1 },
    language: 'en',
    topics,
    heldOut,
  });
  const given: Example[] = [
    { text: 'cafe\u0301', topics: ['pay', 'pay'] },
    { text: 'B', topics: [] },
  ];

  it('lie in the topic space, as given and in their order', async () => {
    const { classifier: sealed, examples } = await keepExamples(
      given,
      // (4 − 1, 10 − 2) → (3, 8 · 0.5) = (3, 4) → 127 · (0.75, 1) = (95.25, 127); (0 − 1, 2 − 2) → (−1, 0)
      [embedded(Float32Array.of(4, 10), ['pay', 'pay'], true), embedded(Float32Array.of(0, 2), [], false)],
      classifier,
    );
    expect(await readExamples(examples, sealed)).toEqual({
      examples: [
        { text: 'cafe\u0301', topics: ['pay'], language: 'en', heldOut: true },
        { text: 'B', topics: [], language: 'en', heldOut: false },
      ],
      points: Int8Array.of(95, 127, -127, 0),
    });
  });

  it('are left out, and the classifier knows of none, when they are too long', async () => {
    const long = { text: 'x'.repeat(65 * 1024 ** 2), topics: [] };
    const kept = await keepExamples([long], [embedded(Float32Array.of(4, 10), [], false)], classifier);
    expect(kept).toEqual({ classifier, examples: undefined });
  });

  it('are those that train() was given, so that they can be trained on again to the same end', async () => {
    const options = { embedder: new FakeEmbedder(), untaggedShare: 0.3 };
    const trained = await train(smallExamples, options);
    const { examples } = await readExamples(trained.examples, trained.classifier);
    expect(examples).toEqual(smallExamples.map((example) => ({ ...example, heldOut: false })));
    expect(await train(examples, options)).toEqual(trained);
  });
});
