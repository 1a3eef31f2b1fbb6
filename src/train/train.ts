/** From labelled examples to a classifier file. */
import type { AbortOptions } from '../classify/classification.js';
import type { ClassifierFile, TopicModel, TrainingFigures } from '../classify/classifier-file.js';
import type { Embedder } from '../embed/embedder.js';
import { createOnnxEmbedder } from '../embed/onnx-embedder.js';
import { CivicTopicsError } from '../errors.js';
import { bestThreshold, fitCalibration, type Outcome, weightedF1 } from './calibrate.js';
import { checkExamples, requireRange } from './check.js';
import { type EmbeddedExample, type Example, embedExamples } from './embed-examples.js';
import { fitTopics, outOfFold, similarities } from './fit.js';

/** Options of `train`. */
export interface TrainOptions extends AbortOptions {
  /** Topic ids in the order in which answers list them; default: those of the examples, in order of first use. */
  readonly topics?: readonly string[];
  /** Your own embedder, which you also close; default: the encoder that ships in the package. */
  readonly embedder?: Embedder;
  /** Share of texts without a topic in the world to be read, in [0, 1): thresholds and scores are fitted for it. Default 0.6. */
  readonly untaggedShare?: number;
  /** Taken off a clause's similarity before it counts, in [0, 2]. Default 0.02. */
  readonly clauseMargin?: number;
  /** Parts for out-of-fold scores when no example is held out, 2 to 20. Default 5. */
  readonly folds?: number;
  /** Called after each embedded example. */
  readonly onExample?: (done: number) => void;
}

type Settings = Required<Pick<TrainOptions, 'untaggedShare' | 'clauseMargin' | 'folds'>>;

/**
 * Trains a classifier: a whitened topic space, a centroid per topic, and scores and thresholds from examples that the centroids have not seen:
 * the held-out ones where there are any, else each fold judged by the others. The same examples in the same order give the same file.
 *
 * @throws CivicTopicsError INPUT_INVALID when there are fewer examples of a topic than folds, an unknown topic or an unrecognised language,
 *   INVALID_ARGUMENT for an option out of range, ABORTED by the signal.
 */
export async function train(examples: readonly Example[], options: TrainOptions = {}): Promise<ClassifierFile> {
  const { untaggedShare = 0.6, clauseMargin = 0.02, folds = 5, signal, onExample } = options;
  requireRange('untaggedShare', untaggedShare, 0, 0.9999);
  requireRange('clauseMargin', clauseMargin, 0, 2);
  requireRange('folds', folds, 2, 20);
  if (!Number.isInteger(folds))
    throw new CivicTopicsError('INVALID_ARGUMENT', `Expected folds to be a whole number, got ${folds}.`);
  const topics = options.topics ?? [...new Set(examples.flatMap((example) => example.topics ?? []))];
  checkExamples(examples, topics, folds);
  const embedder = options.embedder ?? (await createOnnxEmbedder());
  try {
    const embedded = await embedExamples(examples, embedder, {
      ...(signal && { signal }),
      ...(onExample && { onExample }),
    });
    return fitClassifier(embedded, topics, embedder, { untaggedShare, clauseMargin, folds });
  } finally {
    if (!options.embedder) await embedder.close();
  }
}

function fitClassifier(
  examples: readonly EmbeddedExample[],
  topics: readonly string[],
  embedder: Embedder,
  settings: Settings,
): ClassifierFile {
  const { id, dimensions } = embedder;
  const heldOut = examples.filter((example) => example.heldOut);
  const fitted = fitTopics(
    examples.filter((example) => !example.heldOut),
    topics,
    dimensions,
  );
  const judged = heldOut.length > 0 ? heldOut : examples;
  const seen =
    heldOut.length > 0
      ? heldOut.map((example) => similarities(example, fitted, dimensions, settings.clauseMargin))
      : outOfFold(examples, topics, dimensions, settings.clauseMargin, settings.folds);
  const weights = worldWeights(judged, settings.untaggedShare);
  const decisions = topics.map((topic, t) =>
    decide(judged.map((example, i) => outcome(example, topic, seen[i]?.[t] as number, weights[i] as number))),
  );
  return {
    embedder: { id, dimensions },
    clauseMargin: settings.clauseMargin,
    space: fitted.space,
    topics: topics.map((topic, t): TopicModel => {
      const { slope, intercept, threshold } = decisions[t] as Decision;
      const centroid = fitted.centroids[t] as Float32Array;
      const count = examples.filter((example) => example.topics.includes(topic)).length;
      return { id: topic, centroid, slope, intercept, threshold, examples: count };
    }),
    training: figures(examples, heldOut.length, decisions, fitted.shrinkage, settings),
  };
}

function outcome(example: EmbeddedExample, topic: string, similarity: number, weight: number): Outcome {
  return { similarity, carries: example.topics.includes(topic), weight };
}

/** How similarities of one topic become scores and tags, and the F1 that this gives on the outcomes. */
interface Decision extends Pick<TopicModel, 'slope' | 'intercept' | 'threshold'> {
  readonly f1: number;
}

function decide(outcomes: readonly Outcome[]): Decision {
  const calibration = fitCalibration(outcomes);
  const threshold = bestThreshold(outcomes, calibration);
  return { ...calibration, threshold, f1: weightedF1(outcomes, calibration, threshold) };
}

function figures(
  examples: readonly EmbeddedExample[],
  heldOut: number,
  decisions: readonly Decision[],
  shrinkage: number,
  { untaggedShare, folds }: Settings,
): TrainingFigures {
  return {
    examples: examples.length,
    untagged: examples.filter((example) => example.topics.length === 0).length,
    languages: countBy(examples.map((example) => example.language)),
    heldOut,
    folds: heldOut > 0 ? 0 : folds,
    macroF1: decisions.reduce((sum, decision) => sum + decision.f1, 0) / decisions.length,
    shrinkage,
    untaggedShare,
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
