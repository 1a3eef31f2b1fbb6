/** From labelled examples to a classifier file. */
import type { AbortOptions } from '../classify/classification.js';
import type { ClassifierFile, TopicModel } from '../classify/classifier-file.js';
import { scoreOf } from '../classify/score.js';
import type { Embedder } from '../embed/embedder.js';
import { createOnnxEmbedder } from '../embed/onnx-embedder.js';
import { CivicTopicsError } from '../errors.js';
import { bestCut, fitCalibration, type Outcome } from './calibrate.js';
import { type EmbeddedExample, embedExamples, type Example } from './embed-examples.js';
import { fit, outOfFold } from './fit.js';

/** Options of `train`. */
export interface TrainOptions extends AbortOptions {
  /** Topic ids in the order in which answers list them; default: those of the examples, in order of first use. */
  readonly topics?: readonly string[];
  /** Your own embedder, which you also close; default: the encoder that ships in the package. */
  readonly embedder?: Embedder;
  /** Share of texts without a topic in the world to be read, in [0, 1): thresholds and scores are fitted for it. Default 0.9. */
  readonly untaggedShare?: number;
  /** Taken off a clause's similarity before it counts, in [0, 2]. Default 0.03. */
  readonly clauseMargin?: number;
  /** Parts for out-of-fold scores, 2 to 20. Default 5. */
  readonly folds?: number;
  /** Called after each embedded example. */
  readonly onExample?: (done: number) => void;
}

/**
 * Trains a classifier: a whitened topic space, a centroid per topic, and out-of-fold calibration and thresholds.
 * The same examples in the same order give the same file.
 *
 * @throws CivicTopicsError INPUT_INVALID when there are fewer examples of a topic than folds, an unknown topic or an unrecognised language,
 *   INVALID_ARGUMENT for an option out of range, ABORTED by the signal.
 */
export async function train(examples: readonly Example[], options: TrainOptions = {}): Promise<ClassifierFile> {
  const { untaggedShare = 0.9, clauseMargin = 0.03, folds = 5, signal, onExample } = options;
  requireRange('untaggedShare', untaggedShare, 0, 0.9999);
  requireRange('clauseMargin', clauseMargin, 0, 2);
  requireRange('folds', folds, 2, 20);
  const topics = options.topics ?? [...new Set(examples.flatMap((example) => example.topics))];
  checkExamples(examples, topics, folds);
  const embedder = options.embedder ?? (await createOnnxEmbedder());
  try {
    const embedded = await embedExamples(examples, embedder, { ...(signal && { signal }), ...(onExample && { onExample }) });
    return fitClassifier(embedded, topics, embedder, { untaggedShare, clauseMargin, folds });
  } finally {
    if (!options.embedder) await embedder.close();
  }
}

function fitClassifier(
  examples: readonly EmbeddedExample[],
  topics: readonly string[],
  embedder: Embedder,
  options: { readonly untaggedShare: number; readonly clauseMargin: number; readonly folds: number },
): ClassifierFile {
  const { id, dimensions } = embedder;
  const outside = outOfFold(examples, topics, dimensions, options.clauseMargin, options.folds);
  const weights = worldWeights(examples, options.untaggedShare);
  const fitted = fit(examples, topics, dimensions);
  const cuts: number[] = [];
  const models = topics.map((topic, t): TopicModel => {
    const outcomes = examples.map((example, i): Outcome => ({
      similarity: outside[i]?.[t] as number,
      carries: example.topics.includes(topic),
      weight: weights[i] as number,
    }));
    const calibration = fitCalibration(outcomes);
    const cut = bestCut(outcomes);
    cuts.push(cut.f1);
    const examplesOfTopic = examples.filter((example) => example.topics.includes(topic)).length;
    return { id: topic, centroid: fitted.centroids[t] as Float32Array, ...calibration, threshold: scoreOf(cut.similarity, calibration), examples: examplesOfTopic };
  });
  return {
    embedder: { id, dimensions },
    clauseMargin: options.clauseMargin,
    space: fitted.space,
    topics: models,
    training: {
      examples: examples.length,
      untagged: examples.filter((example) => example.topics.length === 0).length,
      languages: countBy(examples.map((example) => example.language)),
      folds: options.folds,
      macroF1: cuts.reduce((sum, f1) => sum + f1, 0) / cuts.length,
      shrinkage: fitted.shrinkage,
      untaggedShare: options.untaggedShare,
    },
  };
}

/** Weights with which untagged examples make up `share` of the whole; tagged ones weigh 1. */
function worldWeights(examples: readonly EmbeddedExample[], share: number): number[] {
  const untagged = examples.filter((example) => example.topics.length === 0).length;
  const each = untagged > 0 ? (share / (1 - share)) * ((examples.length - untagged) / untagged) : 1;
  return examples.map((example) => (example.topics.length === 0 ? each : 1));
}

function countBy(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

function checkExamples(examples: readonly Example[], topics: readonly string[], folds: number): void {
  examples.forEach(({ topics: given }, index) => {
    const unknown = given.find((topic) => !topics.includes(topic));
    if (unknown === undefined) return;
    throw new CivicTopicsError('INPUT_INVALID', `Expected the topics of example ${index + 1} among ${topics.join(', ')}, got ${JSON.stringify(unknown)}.`);
  });
  if (topics.length === 0) throw new CivicTopicsError('INPUT_INVALID', `Expected examples with at least one topic, got ${examples.length} without any.`);
  for (const topic of topics) {
    const count = examples.filter((example) => example.topics.includes(topic)).length;
    if (count < folds) {
      throw new CivicTopicsError('INPUT_INVALID', `Expected at least ${folds} examples of ${topic}, one for each fold, got ${count}. Add examples.`);
    }
  }
}

function requireRange(name: string, value: number, minimum: number, maximum: number): void {
  if (typeof value === 'number' && value >= minimum && value <= maximum) return;
  throw new CivicTopicsError('INVALID_ARGUMENT', `Expected ${name} from ${minimum} to ${maximum}, got ${value}.`);
}
