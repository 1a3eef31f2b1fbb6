/** From labelled examples, or from what a taxonomy says of its topics, to a classifier file. */
import type { AbortOptions } from '../classify/classification.js';
import type { Taxonomy, TaxonomyTopic } from '../classify/taxonomy.js';
import type { Embedder } from '../embed/embedder.js';
import { createOnnxEmbedder } from '../embed/onnx-embedder.js';
import { CivicTopicsError } from '../errors.js';
import { backgroundOf } from './background.js';
import { checkExamples, requireRange } from './check.js';
import { type Example, embedExamples, embedUnlabelled, type UnlabelledText } from './embed-examples.js';
import { embedWords } from './embed-words.js';
import { fitClassifier, type Settings } from './fit-classifier.js';
import type { JudgedExample } from './judge.js';
import { type KeptExamples, keepExamples } from './keep-examples.js';
import { warningsFor } from './warnings.js';

/** Options of `train`. */
export interface TrainOptions extends AbortOptions {
  /** Topic ids in the order in which answers list them; default: those of the taxonomy, or of the examples in order of first use. */
  readonly topics?: readonly string[];
  /**
   * Names and definitions of the topics, each in one to three languages. They weigh as much as some ten examples of a topic, and are enough
   * for one without any. Default: none.
   */
  readonly taxonomy?: Taxonomy;
  /** Texts of the kind to be tagged, which nobody has read: they show where each language lies when examples are few. Default: none. */
  readonly unlabelled?: readonly UnlabelledText[];
  /** Your own embedder, which you also close; default: the encoder that ships in the package. */
  readonly embedder?: Embedder;
  /** Share of texts without a topic in the world to be read, in [0, 1): thresholds and scores are fitted for it. Default 0.6. */
  readonly untaggedShare?: number;
  /** Taken off a clause's similarity before it counts, in [0, 2]. Default 0.02. */
  readonly clauseMargin?: number;
  /** Parts for out-of-fold scores when no example is held out, 2 to 20. Default 5. */
  readonly folds?: number;
  /** Called after each embedded example or unlabelled text. */
  readonly onExample?: (done: number) => void;
  /** Names an example in errors and warnings by its number in the list, from 0 on. Default: `example 1` and so on. */
  readonly place?: (index: number) => string;
}

/** What training gives; `createClassifier` takes it as it is. */
export interface TrainedClassifier extends KeptExamples {
  /** The held-out examples, or all where none is: what the classifier says of them when they had no part in it. */
  readonly judged: readonly JudgedExample[];
  /** What would make a better classifier: topics with few examples or too alike, copies, contradictions. Sentences without a full stop. */
  readonly warnings: readonly string[];
}

/**
 * Trains a classifier: a whitened topic space, a centroid per topic, and scores and thresholds from examples that the centroids have not seen:
 * the held-out ones where there are any, else each fold judged by the others. With few examples the taxonomy, other texts and what all topics
 * have in common stand in, the less the more there are. The same input in the same order gives the same files.
 *
 * @throws CivicTopicsError INPUT_INVALID when a topic has neither examples nor words, for an unknown topic or an unrecognised language,
 *   INVALID_ARGUMENT for an option out of range, ABORTED by the signal.
 */
export async function train(examples: readonly Example[], options: TrainOptions = {}): Promise<TrainedClassifier> {
  const settings = settingsOf(options);
  const { signal, onExample, place = (index) => `example ${index + 1}` } = options;
  const topics = topicsOf(examples, options);
  checkExamples(examples, topics, place);
  const embedder = options.embedder ?? (await createOnnxEmbedder());
  try {
    let done = 0;
    const progress = { signal, onText: () => onExample?.(++done) };
    const embedded = await embedExamples(examples, embedder, place, progress);
    const unlabelled = await embedUnlabelled(options.unlabelled ?? [], embedder, progress);
    const words = await embedWords(topics, embedder, signal);
    const { classifier, judged } = fitClassifier(
      {
        examples: embedded,
        texts: examples.map(({ text }) => text),
        unlabelled,
        topics,
        words,
        background: await backgroundOf(embedder),
        dimensions: embedder.dimensions,
        embedder: { id: embedder.id, dimensions: embedder.dimensions },
      },
      settings,
    );
    const kept = await keepExamples(examples, embedded, classifier);
    return { ...kept, judged, warnings: warningsFor(examples, classifier, place) };
  } finally {
    if (!options.embedder) await embedder.close();
  }
}

function settingsOf({ untaggedShare = 0.6, clauseMargin = 0.02, folds = 5 }: TrainOptions): Settings {
  requireRange('untaggedShare', untaggedShare, 0, 0.9999);
  requireRange('clauseMargin', clauseMargin, 0, 2);
  requireRange('folds', folds, 2, 20);
  if (!Number.isInteger(folds))
    throw new CivicTopicsError('INVALID_ARGUMENT', `Expected folds to be a whole number, got ${folds}.`);
  return { untaggedShare, clauseMargin, folds };
}

/** Topics with what the taxonomy says of them. */
function topicsOf(examples: readonly Example[], { topics, taxonomy }: TrainOptions): TaxonomyTopic[] {
  const described = new Map(taxonomy?.topics.map((topic) => [topic.id, topic]));
  const ids =
    topics ?? taxonomy?.topics.map(({ id }) => id) ?? new Set(examples.flatMap((example) => example.topics ?? []));
  return [...ids].map((id) => described.get(id) ?? { id, name: {} });
}
