/** What is in a collection of tagged texts, as `civic-topics summary --format json` prints it. */
import type { Span } from '../../text/span.js';
import type { DateFigures } from './date-tally.js';
import type { GroupsFigures } from './group-tally.js';
import type { FiguresByName } from './tally-by-name.js';
import type { TopicFigures } from './topic-tally.js';
import type { YearFigures } from './year-tally.js';

export interface Summary extends TopicFigures {
  /** Raised when a member changes its meaning or goes away. */
  readonly schemaVersion: 1;
  /** As the user named them, in the order in which they were read. */
  readonly files: readonly string[];
  /** Rows that could not be read; they are in no other figure. */
  readonly badRows: number;
  /** Rows without a text; they are in no other figure. */
  readonly empty: number;
  /** Topics beyond the 200 that are told apart, in tags; rows with such topics count as tagged. */
  readonly otherTags: number;
  /** Rows whose evidence is not shown, since clauses that hold a `|` cannot be told apart. */
  readonly unclearEvidence: number;
  /** Every two topics that stand together in a row, those in most rows first. */
  readonly pairs: readonly TopicPair[];
  readonly languages: FiguresByName;
  /** Why rows have no topic; figures of rows without a reason have an empty name. */
  readonly abstained: readonly { readonly reason: string; readonly rows: number }[];
  /** Absent when no column of dates was asked for. */
  readonly dates?: DatedFigures;
  /** Absent when no column of groups was asked for. */
  readonly groups?: GroupsFigures & { readonly column: string };
  /** For each topic of `topics`, in its order, up to five texts with the highest scores; near copies only once. */
  readonly typical: readonly { readonly topic: string; readonly texts: readonly TypicalText[] }[];
}

export interface TopicPair {
  readonly topics: readonly [string, string];
  readonly rows: number;
}

export interface DatedFigures extends DateFigures {
  readonly column: string;
  /** Those with rows, the earliest first. */
  readonly years: readonly YearFigures[];
}

/** Where a text comes from. */
export interface Origin {
  readonly file: string;
  /** Where its record starts in the file, counted from 1. */
  readonly line: number;
  readonly language: string;
  /** As written, cut to 40 characters; empty when there is none. */
  readonly date: string;
  /** Cut to 200 characters; empty when there is none. */
  readonly group: string;
}

export interface TypicalText extends Origin {
  readonly score: number;
  /** With `[…]` where more text is. */
  readonly text: string;
  /** The clauses that earned the tag, in `text`. */
  readonly evidence: readonly Span[];
}

/** A row of the sample that people search. */
export interface SampledText extends Origin {
  /** Its place in the collection, from 0. */
  readonly number: number;
  /** As far as it can be told: `2019-04-03`, `2019-04`, `2019`, or empty. */
  readonly sortableDate: string;
  /** With `[…]` where more text is. */
  readonly text: string;
  /** The first has the highest score; evidence stands in `text`. */
  readonly tags: readonly { readonly topic: string; readonly score: number; readonly evidence: readonly Span[] }[];
  readonly abstained: string;
}
