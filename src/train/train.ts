/** From labelled examples, or from what a taxonomy says of its topics, to a classifier file. */
import type { AbortOptions } from '../classify/classification.js';
import type { Taxonomy } from '../classify/taxonomy.js';
import type { Embedder } from '../embed/embedder.js';
import { createOnnxEmbedder } from '../embed/onnx-embedder.js';
import { backgroundOf } from './background.js';
import { checkShapes, checkTopics, checkUnlabelled } from './check.js';
import { checkedTaxonomy, settingsOf } from './check-options.js';
import { embedExamples, embedUnlabelled } from './embed-examples.js';
import { embedWords } from './embed-words.js';
import type { Example, KnownTopic, UnlabelledText } from './example.js';
import { fitClassifier } from './fit-classifier.js';
import type { JudgedExample } from './judge.js';
import { type KeptExamples, keepExamples } from './keep-examples.js';
import { warningsFor } from './warnings.js';

/** Options of `train`. */
export interface TrainOptions extends AbortOptions {
  /** Topic ids in the order in which answers list them; default: those of the taxonomy, or of the examples in order of first use. */
  readonly topics?: readonly string[] | undefined;
  /**
   * Names and definitions of the topics, each in one to three languages. They weigh as much as some ten examples of a topic, and are enough
   * for one without any. Default: none.
   */
  readonly taxonomy?: Taxonomy | undefined;
  /** Texts of the kind to be tagged, which nobody has read: they show where each language lies when examples are few. Default: none. */
  readonly unlabelled?: readonly UnlabelledText[] | undefined;
  /** Your own embedder, which you also close; default: the encoder that ships in the package. */
  readonly embedder?: Embedder | undefined;
  /** Share of texts without a topic in the world to be read, in [0, 1): thresholds and scores are fitted for it. Default 0.6. */
  readonly untaggedShare?: number | undefined;
  /** Taken off a clause's similarity before it counts, in [0, 2]. Default 0.02. */
  readonly clauseMargin?: number | undefined;
  /** Parts for out-of-fold scores when no example is held out, 2 to 20. Default 5. */
  readonly folds?: number | undefined;
  /** Called after each embedded example or unlabelled text. */
  readonly onExample?: ((done: number) => void) | undefined;
  /** Names an example in errors and warnings by its number in the list, from 0 on. Default: `example 1` and so on. */
  readonly place?: ((index: number) => string) | undefined;
}

/** What training gives; `createClassifier` takes it as it is. */
export interface TrainedClassifier extends KeptExamples {
  /** The held-out examples, or all where none is: what the classifier says of them when they had no part in it. */
  readonly judged: readonly JudgedExample[];
  /**
   * What would make a better classifier: topics with few examples, without any text that lacks them, or too alike; copies, contradictions; and
   * what in the taxonomy is not used. Sentences without a full stop.
   */
  readonly warnings: readonly string[];
}

/**
 * Trains a classifier: a whitened topic space, a centroid per topic, and scores and thresholds from examples that the centroids have not seen:
 * the held-out ones where there are any, else each fold judged by the others. With few examples the taxonomy, other texts and what all topics
 * have in common stand in, the less the more there are. The same input in the same order gives the same files.
 *
 * @throws CivicTopicsError INPUT_INVALID when a topic has neither examples nor words, for an unknown topic or an unrecognised language,
 *   INVALID_ARGUMENT for examples that are no list, an unknown option or a bad value, MODEL_NOT_FOUND or MODEL_INVALID when the installed package is damaged, ABORTED by the signal.
 */
export async function train(examples: readonly Example[], options: TrainOptions = {}): Promise<TrainedClassifier> {
  const settings = settingsOf(options);
  const { signal, onExample, place = (index) => `example ${index + 1}` } = options;
  const { taxonomy, notices = [] } = checkedTaxonomy(options.taxonomy);
  checkShapes(examples, place);
  checkUnlabelled(options.unlabelled ?? []);
  const topics = topicsOf(examples, options.topics, taxonomy);
  checkTopics(examples, topics, place);
  const embedder = options.embedder ?? (await createOnnxEmbedder({ signal }));
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
        embedder: { id: embedder.id, dimensions: embedder.dimensions },
      },
      settings,
    );
    const kept = await keepExamples(examples, embedded, classifier);
    return { ...kept, judged, warnings: [...notices, ...warningsFor(examples, classifier, place)] };
  } finally {
    if (!options.embedder) await embedder.close();
  }
}

/** Topics with what the taxonomy says of them. */
function topicsOf(
  examples: readonly Example[],
  topics: readonly string[] | undefined,
  taxonomy: Taxonomy | undefined,
): KnownTopic[] {
  const described = new Map(taxonomy?.topics.map((topic) => [topic.id, topic]));
  const ids = topics ?? taxonomy?.topics.map(({ id }) => id) ?? new Set(examples.flatMap((example) => example.topics));
  return [...ids].map((id) => ({ id, name: {}, ...described.get(id) }) as KnownTopic);
}
