/** Loads a classifier and its encoder. */
import {
  ANYTHING,
  BOOLEAN,
  checkOptions,
  invalidArgument,
  isObject,
  type Kind,
  numberFrom,
  type OptionKinds,
  PATH,
  pathOf,
  SIGNAL,
} from '../arguments.js';
import { builtInClassifierFile } from '../embed/built-in-model.js';
import { EMBEDDER } from '../embed/check-embed.js';
import type { Embedder } from '../embed/embedder.js';
import { createOnnxEmbedder, THREADS } from '../embed/onnx-embedder.js';
import { CivicTopicsError, throwIfAborted } from '../errors.js';
import { requireClassifierFile } from './check-classifier-file.js';
import type { AbortOptions, Classifier } from './classification.js';
import { type ClassifierFile, readClassifierFile } from './classifier-file.js';
import { examplesPath, onceRead } from './example-file.js';
import { NearestCentroidClassifier } from './nearest-centroid-classifier.js';

/** Options of `createClassifier`. */
export interface ClassifierOptions extends AbortOptions {
  /** A classifier file, by path or file: URL, or as `train()` or `parseClassifier()` returned it; default: the five topics that ship in the package. */
  readonly classifier?: string | URL | ClassifierFile | undefined;
  /**
   * The examples it was trained with, by path or file: URL, or as `train()` returned them; read when `nearest` is first asked for. Default: the file beside
   * that of the classifier.
   */
  readonly examples?: string | URL | Uint8Array | undefined;
  /** Your own embedder, which you also close; default: the encoder that ships in the package. */
  readonly embedder?: Embedder | undefined;
  /** Processor threads of the built-in encoder, 1 to 256; default: the number of cores, at most 4. */
  readonly threads?: number | undefined;
  /**
   * Tags with a lower score are not given, in [0, 1]; default 0: each topic's own threshold decides. For fewer, surer tags; the model card
   * says which share of them is right at which score.
   */
  readonly minScore?: number | undefined;
  /** For a process that reads a few texts and ends; see `OnnxEmbedderOptions.fewTexts`. Default false. */
  readonly fewTexts?: boolean | undefined;
}

const EXAMPLES: Kind = {
  words: `${PATH.words}, or the bytes that train() returned`,
  holds: (value) => PATH.holds(value) || value instanceof Uint8Array,
};
const OPTIONS: OptionKinds<ClassifierOptions> = {
  classifier: ANYTHING,
  examples: EXAMPLES,
  embedder: EMBEDDER,
  threads: THREADS,
  minScore: numberFrom(0, 1),
  fewTexts: BOOLEAN,
  signal: SIGNAL,
};

/**
 * Loads a classifier for many texts. Close it when done; `await using` does so by itself.
 *
 * @throws CivicTopicsError CLASSIFIER_NOT_FOUND, CLASSIFIER_INVALID, MODEL_NOT_FOUND or MODEL_INVALID for damaged or missing files,
 *   CLASSIFIER_MODEL_MISMATCH when the classifier was trained on another encoder, INVALID_ARGUMENT for an unknown option or a bad value,
 *   ABORTED by the signal.
 */
export async function createClassifier(options: ClassifierOptions = {}): Promise<Classifier> {
  checkOptions('createClassifier()', withoutReport(options), OPTIONS);
  const { classifier = builtInClassifierFile(), signal, threads, fewTexts, minScore = 0 } = options;
  throwIfAborted(signal);
  const path = PATH.holds(classifier) ? pathOf(classifier as string | URL) : undefined;
  const file = path === undefined ? givenFile(classifier) : await readClassifierFile(path);
  throwIfAborted(signal);
  const own = options.embedder === undefined;
  const embedder = options.embedder ?? (await createOnnxEmbedder({ threads, fewTexts, signal }));
  if (file.embedder.id !== embedder.id || file.embedder.dimensions !== embedder.dimensions) {
    if (own) await embedder.close();
    throw new CivicTopicsError(
      'CLASSIFIER_MODEL_MISMATCH',
      `Expected the encoder ${file.embedder.id} (${file.embedder.dimensions} dimensions) that the classifier was trained on, got ` +
        `${embedder.id} (${embedder.dimensions}). Train the classifier again with this encoder.`,
    );
  }
  return new NearestCentroidClassifier(file, embedder, own, minScore, onceRead(examplesOf(options, path), file));
}

/** The whole of what `train()` returned may be given, with its report on the training. */
function withoutReport(options: object): unknown {
  if (!isObject(options) || !('judged' in options)) return options;
  const { judged: _, warnings: __, ...rest } = options;
  return rest;
}

function givenFile(classifier: unknown): ClassifierFile {
  if (typeof classifier === 'string' || classifier instanceof URL)
    throw invalidArgument('classifier', PATH.words, classifier, 'Leave it out for the five topics in the package.');
  requireClassifierFile(classifier);
  return classifier;
}

function examplesOf(
  { examples }: ClassifierOptions,
  classifierPath: string | undefined,
): string | Uint8Array | undefined {
  if (examples === undefined) return classifierPath === undefined ? undefined : examplesPath(classifierPath);
  return examples instanceof Uint8Array ? examples : pathOf(examples);
}
