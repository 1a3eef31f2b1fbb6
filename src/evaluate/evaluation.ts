/** What an evaluation says: every figure, beside the interval it plausibly lies in. */
import type { Abstention } from '../classify/classification.js';
import type { Interval } from './bootstrap.js';

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
  /** Figures by topic id, in the order of the classifier's topics. */
  readonly topics: Readonly<Record<string, TopicFigures>>;
}

/** Intervals by the names of the figures; null when no resample defines the figure. */
export interface Intervals {
  readonly macroF1: Interval | null;
  readonly microF1: Interval | null;
  readonly exactMatch: Interval | null;
  readonly falseTagRate: Interval | null;
  readonly topics: Readonly<Record<string, TopicIntervals>>;
}

/** Intervals of one topic. */
export interface TopicIntervals {
  readonly precision: Interval | null;
  readonly recall: Interval | null;
  readonly f1: Interval | null;
}

/** The answer of `evaluate`; as JSON it is the output of `civic-topics evaluate --format json`. */
export interface Evaluation extends Figures {
  readonly schemaVersion: 1;
  readonly macroF1: number;
  readonly microF1: number;
  /** Figures of each group's rows, in the order in which the groups first come; a row without a group is in none. */
  readonly groups: Readonly<Record<string, Figures>>;
  /** How many rows got no tag, by reason. */
  readonly abstained: Readonly<Record<Abstention, number>>;
  /** Bootstrap percentile intervals: of the figures over all rows, and of each group's, resampled from its own rows. */
  readonly intervals: Intervals & { readonly groups: Readonly<Record<string, Intervals>> };
  /** How the intervals were made; `level` is the share of them meant to hold the true value. */
  readonly bootstrap: { readonly level: number; readonly resamples: number; readonly seed: number };
}
