/** A loaded classifier: checks what it is asked, and answers for texts one after the other. */
import type { Embedder } from '../embed/embedder.js';
import { CivicTopicsError, throwIfAborted } from '../errors.js';
import { assess } from './assess.js';
import { checkClassifyOptions, requireText } from './check-classify.js';
import type { Assessment, Classification, Classifier, ClassifierInfo, ClassifyOptions } from './classification.js';
import type { ClassifierFile } from './classifier-file.js';
import type { ExampleSet } from './example-file.js';

/** Texts of a list that are under way together: the encoder takes one at a time, and the next are cut into tokens meanwhile. */
const STARTED_AT_ONCE = 8;

export class NearestCentroidClassifier implements Classifier {
  readonly topics: readonly string[];
  readonly info: ClassifierInfo;
  readonly #file: ClassifierFile;
  readonly #embedder: Embedder;
  readonly #ownsEmbedder: boolean;
  readonly #minScore: number;
  readonly #examples: () => Promise<ExampleSet>;
  #closed = false;

  /** @param examples read when the nearest are first asked for */
  constructor(
    file: ClassifierFile,
    embedder: Embedder,
    ownsEmbedder: boolean,
    minScore: number,
    examples: () => Promise<ExampleSet>,
  ) {
    this.topics = Object.freeze(file.topics.map((topic) => topic.id));
    const topics = file.topics.map(({ id, threshold, examples }) =>
      Object.freeze({ id, threshold: Math.max(threshold, minScore), examples }),
    );
    this.info = Object.freeze({ embedder: file.embedder, topics: Object.freeze(topics), training: file.training });
    // `const { classify } = classifier` is a common way to call it.
    this.classify = this.classify.bind(this) as Classifier['classify'];
    this.assess = this.assess.bind(this);
    this.#file = file;
    this.#embedder = embedder;
    this.#ownsEmbedder = ownsEmbedder;
    this.#minScore = minScore;
    this.#examples = examples;
  }

  classify(text: string, options?: ClassifyOptions): Promise<Classification>;
  classify(texts: readonly string[], options?: ClassifyOptions): Promise<Classification[]>;
  classify(input: string | readonly string[], options?: ClassifyOptions): Promise<Classification | Classification[]>;
  async classify(
    input: string | readonly string[],
    options: ClassifyOptions = {},
  ): Promise<Classification | Classification[]> {
    if (!Array.isArray(input)) return (await this.assess(input as string, options)).classification;
    // By index, so that a hole in the list is seen.
    for (let index = 0; index < input.length; index++) requireText(input[index], `at index ${index} of the list`);
    this.#requireReady(options);
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
    this.#requireReady(options);
    const { signal, nearest = 0 } = options;
    const near = nearest > 0 ? { near: { examples: await this.#examples(), count: nearest } } : {};
    try {
      return await assess(text, this.#file, this.#embedder, { minScore: this.#minScore, signal, ...near });
    } catch (error) {
      // The embedder says CLOSED of itself, which the caller may never have seen.
      if (this.#closed && error instanceof CivicTopicsError && error.code === 'CLOSED') throw closed();
      throw error;
    }
  }

  /** Also before an empty list, which is never assessed. */
  #requireReady(options: ClassifyOptions): void {
    checkClassifyOptions(options);
    if (this.#closed) throw closed();
    throwIfAborted(options.signal);
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#ownsEmbedder) await this.#embedder.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

function closed(): CivicTopicsError {
  return new CivicTopicsError('CLOSED', 'Expected an open classifier, but close() was called. Create a new one.');
}
