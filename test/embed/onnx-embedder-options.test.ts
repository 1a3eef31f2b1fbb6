/** How loading the built-in encoder heeds its signal; what it then embeds is specified in test/integration/encoder.test.ts. */
import { expect, it } from 'vitest';
import { createClassifier } from '../../src/classify/create-classifier.js';
import { createOnnxEmbedder } from '../../src/embed/onnx-embedder.js';

it.each([
  ['the encoder', createOnnxEmbedder],
  ['a classifier', createClassifier],
])('the loading of %s is called off by a signal that comes in its midst', async (_, load) => {
  // Loading takes some 50 ms at least: the tokenizer alone is built from megabytes.
  await expect(load({ signal: AbortSignal.timeout(1) })).rejects.toMatchObject({ code: 'ABORTED' });
});
