/** What is trained on, as it is given to `train`. */
import type { SupportedLanguage } from '../classify/space.js';
import type { TopicWords } from '../classify/taxonomy.js';

/** A text that somebody has read, and the topics it carries; none is an example too. */
export interface Example {
  /** Normalised as `classify` does, but read as one paragraph, blank lines or not. */
  readonly text: string;
  /** Topic ids; empty for a text that carries none. */
  readonly topics: readonly string[];
  /** Default: detected. */
  readonly language?: SupportedLanguage | undefined;
  /**
   * Kept out of centroids, and used for scores and thresholds instead. Needed when the encoder itself has learnt from the other
   * examples: their similarities are then too good to set a threshold by. Default: none, and examples are judged in folds.
   */
  readonly heldOut?: boolean | undefined;
}

/** A text that nobody has read: it shows where its language lies, and stands for or against no topic. */
export type UnlabelledText = Pick<Example, 'text' | 'language'>;

/** A topic with what is known of it, which may be nothing. */
export interface KnownTopic extends TopicWords {
  readonly id: string;
}

/** Says for people which example is meant, by its number in the list, from 0 on. */
export type Place = (index: number) => string;
