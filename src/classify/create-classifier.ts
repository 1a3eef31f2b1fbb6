/** Loads a classifier and its encoder, and answers for texts one after the other. */
import { builtInClassifierFile } from '../embed/built-in-model.js';
import type { Embedder } from '../embed/embedder.js';
import { createOnnxEmbedder } from '../embed/onnx-embedder.js';
import { CivicTopicsError, throwIfAborted } from '../errors.js';
import { assess } from './assess.js';
import type {
  AbortOptions,
  Assessment,
  Classification,
  Classifier,
  ClassifierInfo,
  ClassifyOptions,
} from './classification.js';
import { type ClassifierFile, readClassifierFile } from './classifier-file.js';
import { type ExampleSet, examplesPath, onceRead } from './example-file.js';

/** Options of `createClassifier`. */
export interface ClassifierOptions extends AbortOptions {
  /** A classifier file, by path or as `train()` returned it; default: the five topics that ship in the package. */
  readonly classifier?: string | ClassifierFile;
  /**
   * The examples it was trained with, by path or as `train()` returned them; read when `nearest` is first asked for. Default: the file beside
   * that of the classifier.
   */
  readonly examples?: string | Uint8Array | undefined;
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
  const source = options.examples ?? (typeof classifier === 'string' ? examplesPath(classifier) : undefined);
  return new NearestCentroidClassifier(file, embedder, own, minScore, onceRead(source, file));
}

function requireMinScore(minScore: number): void {
  if (!(minScore >= 0 && minScore <= 1))
    throw new CivicTopicsError('INVALID_ARGUMENT', `Expected minScore to be a number from 0 to 1, got ${minScore}.`);
}

/** More examples than anyone reads. */
const MOST_NEAREST = 100;

function requireNearest(nearest: number): void {
  if (Number.isInteger(nearest) && nearest >= 0 && nearest <= MOST_NEAREST) return;
  throw new CivicTopicsError(
    'INVALID_ARGUMENT',
    `Expected nearest to be a whole number from 0 to ${MOST_NEAREST}, got ${nearest}.`,
  );
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
  readonly #examples: () => Promise<ExampleSet>;
  #closed = false;

  constructor(
    file: ClassifierFile,
    embedder: Embedder,
    ownsEmbedder: boolean,
    minScore: number,
    examples: () => Promise<ExampleSet>,
  ) {
    this.topics = file.topics.map((topic) => topic.id);
    this.info = {
      embedder: file.embedder,
      topics: file.topics.map(({ id, threshold, examples }) => ({
        id,
        threshold: Math.max(threshold, minScore),
        examples,
      })),
      training: file.training,
    };
    this.#file = file;
    this.#embedder = embedder;
    this.#ownsEmbedder = ownsEmbedder;
    this.#minScore = minScore;
    this.#examples = examples;
  }

  classify(text: string, options?: ClassifyOptions): Promise<Classification>;
  classify(texts: readonly string[], options?: ClassifyOptions): Promise<Classification[]>;
  async classify(
    input: string | readonly string[],
    options: ClassifyOptions = {},
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

  async assess(text: string, options: ClassifyOptions = {}): Promise<Assessment> {
    requireText(text, 'to classify');
    if (this.#closed)
      throw new CivicTopicsError(
        'CLOSED',
        'Expected an open classifier, but close() was called before. Create a new one.',
      );
    throwIfAborted(options.signal);
    const { signal, nearest = 0 } = options;
    requireNearest(nearest);
    return assess(text, this.#file, this.#embedder, {
      minScore: this.#minScore,
      ...(signal && { signal }),
      ...(nearest > 0 && { near: { examples: await this.#examples(), count: nearest } }),
    });
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
