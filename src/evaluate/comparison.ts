/** What a comparison of two runs on the same rows says. */
import type { Interval } from './bootstrap.js';
import type { McNemar } from './mcnemar.js';

/** A figure of both runs, a share in [0, 1] with 0 where there is nothing to divide by. */
export interface Difference {
  /** In the run that is compared with. */
  readonly baseline: number;
  /** In this run. */
  readonly now: number;
  /** `now − baseline`, in [−1, 1]. */
  readonly difference: number;
  /** Paired bootstrap percentile interval of the difference: both runs are measured on the same resampled rows. */
  readonly interval: Interval | null;
}

/** One topic in both runs. */
export interface TopicComparison {
  /** Harmonic mean of precision and recall. */
  readonly f1: Difference;
  /** On whether a row was given the topic exactly when it carries it. */
  readonly mcnemar: McNemar;
}

/** A row with other tags than in the baseline. */
export interface ChangedRow {
  /** From 1, over all rows in the order in which they came. */
  readonly row: number;
  /** Ids of the topics that the row carries. */
  readonly gold: readonly string[];
  /** Ids of the topics that the baseline gave it. */
  readonly baselineTags: readonly string[];
  /** Ids of the topics that this run gave it. */
  readonly tags: readonly string[];
  /** By the number of topics that are wrongly given or missing: fewer now, more now, or as many. */
  readonly change: 'better' | 'worse' | 'neither';
}

/** Two runs on the same rows, by the topics that both know. */
export interface Comparison {
  /** Topic ids that both runs know, in the order of this run's classifier; all figures here are over these alone. */
  readonly comparedTopics: readonly string[];
  /** Topic ids that only one of the two runs knows. */
  readonly leftOutTopics: readonly string[];
  /** Unweighted mean of the topics' F1. */
  readonly macroF1: Difference;
  /** F1 over all pairs of row and topic. */
  readonly microF1: Difference;
  /** Share of rows whose tags are exactly the gold topics. */
  readonly exactMatch: Difference;
  /** On whether the tags of a row are exactly its topics. */
  readonly mcnemar: McNemar;
  /** By topic id. */
  readonly topics: Readonly<Record<string, TopicComparison>>;
  /** In the order in which they came. */
  readonly changed: readonly ChangedRow[];
}
