/** Loads a classifier and its encoder, and answers for texts one after the other. */
import { builtInClassifierFile } from '../embed/built-in-model.js';
import type { Embedder } from '../embed/embedder.js';
import { createOnnxEmbedder } from '../embed/onnx-embedder.js';
import { CivicTopicsError, throwIfAborted } from '../errors.js';
import { assess } from './assess.js';
import type { AbortOptions, Assessment, Classification, Classifier, ClassifierInfo } from './classification.js';
import { type ClassifierFile, readClassifierFile } from './classifier-file.js';

/** Options of `createClassifier`. */
export interface ClassifierOptions extends AbortOptions {
  /** A classifier file, by path or as `train()` returned it; default: the five topics that ship in the package. */
  readonly classifier?: string | ClassifierFile;
  /** Your own embedder, which you also close; default: the encoder that ships in the package. */
  readonly embedder?: Embedder;
  /** Processor threads of the built-in encoder, 1 to 256; default: the number of cores, at most 4. */
  readonly threads?: number;
  /**
   * Tags with a lower score are not given, in [0, 1]; default 0: each topic's own threshold decides. For fewer, surer tags; the model card
   * says which share of them is right at which score.
   */
  readonly minScore?: number;
  /** For a process that reads a few texts and ends; see `OnnxEmbedderOptions.fewTexts`. Default false. */
  readonly fewTexts?: boolean;
}

/**
 * Loads a classifier for many texts. Close it when done; `await using` does so by itself.
 *
 * @throws CivicTopicsError CLASSIFIER_NOT_FOUND, CLASSIFIER_INVALID, MODEL_NOT_FOUND or MODEL_INVALID for damaged or missing files,
 *   CLASSIFIER_MODEL_MISMATCH when the classifier was trained on another encoder, INVALID_ARGUMENT for a bad number of threads or `minScore`,
 *   ABORTED by the signal before the encoder is loaded.
 */
export async function createClassifier(options: ClassifierOptions = {}): Promise<Classifier> {
  const { classifier = builtInClassifierFile(), signal, threads, fewTexts, minScore = 0 } = options;
  requireMinScore(minScore);
  throwIfAborted(signal);
  const file = typeof classifier === 'string' ? await readClassifierFile(classifier) : classifier;
  throwIfAborted(signal);
  const own = options.embedder === undefined;
  const embedder =
    options.embedder ??
    (await createOnnxEmbedder({
      ...(threads !== undefined && { threads }),
      ...(fewTexts !== undefined && { fewTexts }),
    }));
  if (file.embedder.id !== embedder.id || file.embedder.dimensions !== embedder.dimensions) {
    if (own) await embedder.close();
    throw new CivicTopicsError(
      'CLASSIFIER_MODEL_MISMATCH',
      `Expected the encoder ${file.embedder.id} (${file.embedder.dimensions} dimensions) that the classifier was trained on, got ` +
        `${embedder.id} (${embedder.dimensions}). Train the classifier again with this encoder.`,
    );
  }
  return new NearestCentroidClassifier(file, embedder, own, minScore);
}

function requireMinScore(minScore: number): void {
  if (!(minScore >= 0 && minScore <= 1))
    throw new CivicTopicsError('INVALID_ARGUMENT', `Expected minScore to be a number from 0 to 1, got ${minScore}.`);
}

/** Texts of a list that are under way together: the encoder takes one at a time, and the next are cut into tokens meanwhile. */
const STARTED_AT_ONCE = 8;

class NearestCentroidClassifier implements Classifier {
  readonly topics: readonly string[];
  readonly info: ClassifierInfo;
  readonly #file: ClassifierFile;
  readonly #embedder: Embedder;
  readonly #ownsEmbedder: boolean;
  readonly #minScore: number;
  #closed = false;

  constructor(file: ClassifierFile, embedder: Embedder, ownsEmbedder: boolean, minScore: number) {
    this.topics = file.topics.map((topic) => topic.id);
    this.info = {
      embedder: file.embedder,
      topics: file.topics.map(({ id, threshold, examples }) => ({ id, threshold, examples })),
      training: file.training,
    };
    this.#file = file;
    this.#embedder = embedder;
    this.#ownsEmbedder = ownsEmbedder;
    this.#minScore = minScore;
  }

  classify(text: string, options?: AbortOptions): Promise<Classification>;
  classify(texts: readonly string[], options?: AbortOptions): Promise<Classification[]>;
  async classify(
    input: string | readonly string[],
    options: AbortOptions = {},
  ): Promise<Classification | Classification[]> {
    if (!Array.isArray(input)) return (await this.assess(input as string, options)).classification;
    input.forEach((text, index) => {
      requireText(text, `at index ${index} of the list`);
    });
    const classifications: Classification[] = [];
    for (let from = 0; from < input.length; from += STARTED_AT_ONCE) {
      const some = input.slice(from, from + STARTED_AT_ONCE) as readonly string[];
      const assessed = await Promise.all(some.map((text) => this.assess(text, options)));
      classifications.push(...assessed.map(({ classification }) => classification));
    }
    return classifications;
  }

  async assess(text: string, options: AbortOptions = {}): Promise<Assessment> {
    requireText(text, 'to classify');
    if (this.#closed)
      throw new CivicTopicsError(
        'CLOSED',
        'Expected an open classifier, but close() was called before. Create a new one.',
      );
    throwIfAborted(options.signal);
    return assess(text, this.#file, this.#embedder, { minScore: this.#minScore, ...options });
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#ownsEmbedder) await this.#embedder.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

function requireText(text: unknown, where: string): asserts text is string {
  if (typeof text === 'string') return;
  const got = text === null ? 'null' : typeof text;
  throw new CivicTopicsError('INVALID_ARGUMENT', `Expected a string ${where}, got ${got}. Give '' for a missing text.`);
}
