/** Which topics stand in for which: what was given where a topic was missed, and what was right where one was false. */
import type { JudgedRow } from './patterns.js';

/** Where one topic went wrong. Counts are rows; a row with several wrong topics counts beside each of them. */
export interface TopicConfusion {
  /** Rows that carry the topic and were not given it. */
  readonly missed: {
    /** How many there are. */
    readonly rows: number;
    /** How many of them were falsely given each other topic. */
    readonly given: Readonly<Record<string, number>>;
    /** How many of them were given no false topic. */
    readonly none: number;
  };
  /** Rows that were given the topic and do not carry it. */
  readonly false: {
    /** How many there are. */
    readonly rows: number;
    /** How many of them carry each other topic, found or not. */
    readonly carried: Readonly<Record<string, number>>;
    /** How many of them carry no topic at all. */
    readonly none: number;
  };
}

/**
 * Counts the mistakes of each topic by the topics that stand beside them.
 *
 * @param topics ids in the order of the rows' columns
 * @returns by topic id, in the order of `topics`
 */
export function confusion(rows: readonly JudgedRow[], topics: readonly string[]): Record<string, TopicConfusion> {
  const entries = topics.map((id, topic): [string, TopicConfusion] => {
    const missed = rows.filter(({ gold, tagged }) => gold[topic] && !tagged[topic]);
    const falselyGiven = rows.filter(({ gold, tagged }) => tagged[topic] && !gold[topic]);
    const isFalse = ({ gold, tagged }: JudgedRow, other: number) => tagged[other] === true && !gold[other];
    const carries = ({ gold }: JudgedRow, other: number) => gold[other] === true;
    const [given, noneGiven] = countOthers(missed, topics, topic, isFalse);
    const [carried, noneCarried] = countOthers(falselyGiven, topics, topic, carries);
    return [
      id,
      {
        missed: { rows: missed.length, given, none: noneGiven },
        false: { rows: falselyGiven.length, carried, none: noneCarried },
      },
    ];
  });
  return Object.fromEntries(entries);
}

/** Rows by each topic but the one, and those that have none of them. */
function countOthers(
  rows: readonly JudgedRow[],
  topics: readonly string[],
  topic: number,
  has: (row: JudgedRow, other: number) => boolean,
): [Record<string, number>, number] {
  const others = topics.map((_, other) => other).filter((other) => other !== topic);
  const counts = others.map((other) => [topics[other], rows.filter((row) => has(row, other)).length] as const);
  return [Object.fromEntries(counts), rows.filter((row) => !others.some((other) => has(row, other))).length];
}
