/** The answer for one text, as every entry point gives it. */
import type { Language } from '../text/language.js';
import type { Span } from '../text/span.js';
import type { ClassifierFile, TrainingFigures } from './classifier-file.js';
import type { SupportedLanguage } from './space.js';

/**
 * Why a text got no tag: it holds nothing, fewer than two words, or none of the three languages; or it was scored, but is near no topic, is
 * Vietnamese typed without its accents and near no topic, or got only tags that `minScore` dropped.
 */
export type Abstention =
  | 'empty'
  | 'too-short'
  | 'unsupported-language'
  | 'no-topic-near'
  | 'no-accents'
  | 'below-min-score';

const UNSCORED: ReadonlySet<Abstention> = new Set(['empty', 'too-short', 'unsupported-language']);

/** Whether the text of an answer was compared with the topics. */
export function isScored({ abstained }: Pick<Classification, 'abstained'>): boolean {
  return abstained === undefined || !UNSCORED.has(abstained);
}

/** Parts of a text that earned a tag: at least one. */
export type Evidence = readonly [Span, ...Span[]];

/** A topic given to a text. */
export interface Tag {
  /** Id of the topic in the taxonomy, for example `salary-reform`. */
  readonly topic: string;
  /** Calibrated probability in [0, 1] that the text carries the topic. */
  readonly score: number;
  /** The clauses that earned the tag, in the order of the text; one to three. */
  readonly evidence: Evidence;
  /** Training examples that carry the topic, the nearest to what earned the tag first; present when asked for. */
  readonly nearest?: readonly NearExample[];
}

/** A training example beside a text that is like it. */
export interface NearExample {
  /** As it was given to `train`. */
  readonly text: string;
  /** Topic ids that the example carries; empty for none. */
  readonly topics: readonly string[];
  /** The language that it was trained in, given or detected. */
  readonly language: SupportedLanguage;
  /** Cosine in the topic space, in [−1, 1]; examples are kept in 8 bits, so that the third decimal may be off by one. */
  readonly similarity: number;
}

/** Why a text has the score that it has for one topic. */
export interface Explanation {
  /** Id of the topic in the taxonomy. */
  readonly topic: string;
  /** As in `Assessment.scores`. */
  readonly score: number;
  /** The clause nearest to the topic, whether the text is tagged with it or not; undefined when the text was not scored. */
  readonly clause: Span | undefined;
  /** Training examples that carry the topic: nearest first to that clause, or to the paragraph where that was nearer to the topic. */
  readonly nearest: readonly NearExample[];
  /** The same among the examples that do not carry the topic. */
  readonly nearestOther: readonly NearExample[];
}

/**
 * What was found in one text. A text with blank lines and at least two parts of eight words or more is read part by part: each topic has
 * the score, evidence and nearest examples of the part where its score is highest.
 */
export interface Classification {
  /** Detected language, of several parts that of the longest that was scored; `und` when it is none of the three. */
  readonly language: Language;
  /** Zero, one or several tags, the highest score first. */
  readonly tags: readonly Tag[];
  /** Present exactly when `tags` is empty; of several parts that of the longest that was scored, but `below-min-score` when it holds for any. */
  readonly abstained?: Abstention;
  /** True when the text was longer than the model's window and was read in several windows; all of it counts. */
  readonly truncated: boolean;
}

/** A classification beside the score of every topic, tagged or not. */
export interface Assessment {
  /** As `classify` gives it. */
  readonly classification: Classification;
  /** Calibrated probabilities in [0, 1] in the order of the classifier's topics; all 0 when the text was not scored. */
  readonly scores: readonly number[];
  /** One for each topic, in the order of the classifier's topics; present when `nearest` was asked for. */
  readonly explanations?: readonly Explanation[];
}

/** Waits that can be called off. */
export interface AbortOptions {
  /** Calls the wait off: it then fails with the code ABORTED. */
  readonly signal?: AbortSignal | undefined;
}

/** How a text is to be answered. */
export interface ClassifyOptions extends AbortOptions {
  /** How many training examples of each kind to name, 0 to 100; default 0: none, and the file that holds them is not loaded. */
  readonly nearest?: number | undefined;
}

/** What a classifier says of itself. */
export interface ClassifierInfo {
  /** The encoder it was trained on. */
  readonly embedder: ClassifierFile['embedder'];
  /** In the order of the taxonomy. */
  readonly topics: readonly {
    /** In the taxonomy, for example `salary-reform`. */
    readonly id: string;
    /** The score from which a text gets the tag: the topic's own threshold, or a higher `minScore`. */
    readonly threshold: number;
    /** Training examples that carry it. */
    readonly examples: number;
  }[];
  /** What the training said of its accuracy. */
  readonly training: TrainingFigures;
}

/** A loaded classifier: keep one for many texts, close it when done. */
export interface Classifier {
  /** Topic ids in the order of the taxonomy. */
  readonly topics: readonly string[];
  /** Where its answers come from. */
  readonly info: ClassifierInfo;
  /**
   * Tags one text.
   *
   * @throws CivicTopicsError INVALID_ARGUMENT, ABORTED or CLOSED; with `nearest` also EXAMPLES_NOT_FOUND when the classifier has no
   *   examples, or CLASSIFIER_INVALID when they are not those that it was trained with
   */
  classify(text: string, options?: ClassifyOptions): Promise<Classification>;
  /** Tags each text of a list, answered in its order. Throws as for one text. */
  classify(texts: readonly string[], options?: ClassifyOptions): Promise<Classification[]>;
  /** Tags a text, or each of a list: for those who may hold either. */
  classify(input: string | readonly string[], options?: ClassifyOptions): Promise<Classification | Classification[]>;
  /** Classifies one text and gives the score of every topic too, whatever the thresholds: what measuring needs. Throws as `classify` does. */
  assess(text: string, options?: ClassifyOptions): Promise<Assessment>;
  /** Frees the model's memory; later calls, and those still waiting for their turn, fail with CLOSED. */
  close(): Promise<void>;
  /** Closes it: for `await using`. */
  [Symbol.asyncDispose](): Promise<void>;
}
