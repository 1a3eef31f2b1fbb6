/** What an evaluation says: every figure, beside the interval it plausibly lies in. */
import type { Abstention, Tag } from '../classify/classification.js';
import type { Language } from '../text/language.js';
import type { Interval } from './bootstrap.js';
import type { Calibration } from './calibration.js';
import type { Comparison } from './comparison.js';
import type { TopicConfusion } from './confusion.js';

/** Figures of one topic: shares in [0, 1], 0 where there is nothing to divide by (scikit-learn's `zero_division=0`). */
export interface TopicFigures {
  /** Of the rows given the topic, the share that carries it. */
  readonly precision: number;
  /** Of the rows that carry the topic, the share that was given it. */
  readonly recall: number;
  /** Harmonic mean of precision and recall. */
  readonly f1: number;
  /** Rows that carry the topic. */
  readonly support: number;
  /** Rows that were given the topic. */
  readonly tagged: number;
  /** How well the scores rank the rows, whatever the threshold; null when no row carries the topic. */
  readonly averagePrecision: number | null;
}

/** Figures of a set of rows: shares in [0, 1]. */
export interface Figures {
  /** How many there are. */
  readonly rows: number;
  /**
   * Unweighted mean of the topics' F1. Over all rows every topic of the classifier counts, one that occurs in neither
   * gold nor tags as 0: scikit-learn's `zero_division=0` over all topics. In a group only the topics that occur in its
   * gold or its tags count, and it is null when none does: its `zero_division=nan`.
   */
  readonly macroF1: number | null;
  /** F1 over all pairs of row and topic. Without any gold topic or tag it is 0 over all rows and null in a group. */
  readonly microF1: number | null;
  /** Share of rows whose tags are exactly the gold topics; none and none agree. */
  readonly exactMatch: number;
  /** Of the rows without a gold topic, the share that was given a tag; null when there is no such row. */
  readonly falseTagRate: number | null;
  /** Figures by topic id, in the order of the classifier's topics; ids that are whole numbers come first, as in every object. */
  readonly topics: Readonly<Record<string, TopicFigures>>;
}

/** Intervals by the names of the figures; null when no resample defines the figure. */
export interface Intervals {
  /** Of `Figures.macroF1`. */
  readonly macroF1: Interval | null;
  /** Of `Figures.microF1`. */
  readonly microF1: Interval | null;
  /** Of `Figures.exactMatch`. */
  readonly exactMatch: Interval | null;
  /** Of `Figures.falseTagRate`. */
  readonly falseTagRate: Interval | null;
  /** By topic id. */
  readonly topics: Readonly<Record<string, TopicIntervals>>;
}

/** Intervals of one topic. */
export interface TopicIntervals {
  /** Of `TopicFigures.precision`. */
  readonly precision: Interval | null;
  /** Of `TopicFigures.recall`. */
  readonly recall: Interval | null;
  /** Of `TopicFigures.f1`. */
  readonly f1: Interval | null;
}

/** What was said of one row. */
export interface Judgement {
  /** From 1, over all rows in the order in which they came. */
  readonly row: number;
  /** SHA-256 of the text in UTF-8, in hexadecimal. */
  readonly textSha256: string;
  /** Detected; `und` when it is none of the three. */
  readonly language: Language;
  /** Ids of the topics that the row carries, in the order of the classifier's topics. */
  readonly gold: readonly string[];
  /** As the classifier gave them: the highest score first. */
  readonly tags: readonly Tag[];
  /** Calibrated probability in [0, 1] of every topic, by topic id. */
  readonly scores: Readonly<Record<string, number>>;
  /** Absent when the row has none. */
  readonly group?: string;
  /** Present exactly when `tags` is empty. */
  readonly abstained?: Abstention;
}

/** The answer of `evaluate`; as JSON it is the output of `civic-topics evaluate --format json`. */
export interface Evaluation extends Figures {
  /** Goes up when a field changes its meaning or is gone. */
  readonly schemaVersion: 1;
  readonly macroF1: number;
  readonly microF1: number;
  /**
   * Figures of each group's rows, in the order in which the groups first come, but whole numbers such as years before all others; a row
   * without a group is in none.
   */
  readonly groups: Readonly<Record<string, Figures>>;
  /** How many rows got no tag, by reason. */
  readonly abstained: Readonly<Record<Abstention, number>>;
  /** Bootstrap percentile intervals: of the figures over all rows, and of each group's, resampled from its own rows. */
  readonly intervals: Intervals & {
    /** By the name of the group. */
    readonly groups: Readonly<Record<string, Intervals>>;
  };
  /** How the intervals were made. */
  readonly bootstrap: {
    /** Share of such intervals that hold the true value, in (0, 1). */
    readonly level: number;
    /** How often rows were drawn. */
    readonly resamples: number;
    /** Of the random numbers: the same gives the same intervals. */
    readonly seed: number;
  };
  /** Score from which a text gets the topic, by topic id. */
  readonly thresholds: Readonly<Record<string, number>>;
  /** How far the scores are from the share of texts that carry the topic: over all pairs of row and topic, and of each topic. */
  readonly calibration: Calibration & {
    /** By topic id. */
    readonly topics: Readonly<Record<string, Calibration>>;
  };
  /** Which topics were given in the place of which, by topic id. */
  readonly confusion: Readonly<Record<string, TopicConfusion>>;
  /** How this run differs from the baseline; present exactly when one was given. */
  readonly comparison?: Comparison;
  /** Every row, in the order in which they came: all that other thresholds, or a comparison, need. */
  readonly judgements: readonly Judgement[];
}
