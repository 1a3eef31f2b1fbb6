/** The answer for one text, as every entry point gives it. */
import type { Language } from '../text/language.js';
import type { Span } from '../text/span.js';
import type { ClassifierFile, TrainingFigures } from './classifier-file.js';

/** Why a text got no tag. */
export type Abstention = 'empty' | 'too-short' | 'unsupported-language' | 'no-topic-near';

/** A topic given to a text. */
export interface Tag {
  /** Id of the topic in the taxonomy, for example `salary-reform`. */
  readonly topic: string;
  /** Calibrated probability in [0, 1] that the text carries the topic. */
  readonly score: number;
  /** The clauses that earned the tag, the nearest first; at least one. */
  readonly evidence: readonly Span[];
}

/** What was found in one text. */
export interface Classification {
  /** Detected language; `und` when it is none of the three. */
  readonly language: Language;
  /** Zero, one or several tags, the highest score first. */
  readonly tags: readonly Tag[];
  /** Present exactly when `tags` is empty. */
  readonly abstained?: Abstention;
  /** True when the text was longer than the model's window and was read in several windows; all of it counts. */
  readonly truncated: boolean;
}

/** A classification beside the score of every topic, tagged or not. */
export interface Assessment {
  readonly classification: Classification;
  /** Calibrated probabilities in [0, 1] in the order of the classifier's topics; all 0 when the text was not scored. */
  readonly scores: readonly number[];
}

/** Waits that can be called off. */
export interface AbortOptions {
  /** Calls the wait off: it then fails with the code ABORTED. */
  readonly signal?: AbortSignal;
}

/** What a classifier says of itself. */
export interface ClassifierInfo {
  /** The encoder it was trained on. */
  readonly embedder: ClassifierFile['embedder'];
  /** Its topics with the score from which a text gets the tag, and the number of examples. */
  readonly topics: readonly { readonly id: string; readonly threshold: number; readonly examples: number }[];
  readonly training: TrainingFigures;
}

/** A loaded classifier: keep one for many texts, close it when done. */
export interface Classifier {
  /** Topic ids in the order of the taxonomy. */
  readonly topics: readonly string[];
  readonly info: ClassifierInfo;
  classify(text: string, options?: AbortOptions): Promise<Classification>;
  classify(texts: readonly string[], options?: AbortOptions): Promise<Classification[]>;
  /** Classifies one text and gives the score of every topic too, whatever the thresholds: what measuring needs. */
  assess(text: string, options?: AbortOptions): Promise<Assessment>;
  /** Frees the model's memory; later calls, and those still waiting for their turn, fail with CLOSED. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}
