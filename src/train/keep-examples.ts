/** Seals the examples into a file beside the classifier, each with its point of the topic space in 8 bits. */
import type { ClassifierFile } from '../classify/classifier-file.js';
import { type StoredExample, serialiseExamples } from '../classify/example-file.js';
import type { EmbeddedExample } from './embed-examples.js';
import type { Example } from './example.js';
import { projectAll } from './project-all.js';

/** A classifier and the examples that it was trained with. */
export interface KeptExamples {
  /** For `serialiseClassifier`. */
  readonly classifier: ClassifierFile;
  /**
   * The bytes of the file to be written beside the classifier's, named by `examplesPath`: every example with its point of the topic space,
   * for `nearest` and for training on. Undefined when that would have more than 64 MiB before compression, or there are no examples.
   */
  readonly examples: Uint8Array | undefined;
}

/** The classifier that knows its examples, and their file; both without when the examples are too many to be kept. */
export async function keepExamples(
  given: readonly Example[],
  embedded: readonly EmbeddedExample[],
  classifier: ClassifierFile,
): Promise<KeptExamples> {
  if (embedded.length === 0) return { classifier, examples: undefined };
  const { dimensions } = classifier.embedder;
  const points = new Int8Array(embedded.length * dimensions);
  const placed = embedded.map(({ embedding, language }) => ({ vector: embedding.text, language }));
  const projected = projectAll(placed, classifier.space, dimensions);
  const examples = embedded.map(({ language, topics, heldOut }, i): StoredExample => {
    points.set(toBytes(projected[i] as Float32Array), i * dimensions);
    return { text: (given[i] as Example).text, topics: [...new Set(topics)], language, heldOut };
  });
  const file = await serialiseExamples(examples, points);
  return file
    ? { classifier: { ...classifier, examples: file.seal }, examples: file.bytes }
    : { classifier, examples: undefined };
}

/** The direction in whole numbers from −127 to 127, the largest of them ±127; its length is left to the reader, who needs only the direction. */
export function toBytes(point: Float32Array): Int8Array {
  const largest = point.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return Int8Array.from(point, (value) => (largest > 0 ? Math.round((value / largest) * 127) : 0));
}
