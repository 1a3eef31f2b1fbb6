/** The rows as the page carries them to its script. */
import type { UntaggedRow } from '../../evaluate/thresholds.js';

/** By row, in the order of the topics. */
export interface ExplorerData {
  /** Those in use, by topic. */
  readonly thresholds: readonly number[];
  /** Places of the topics that each row carries. */
  readonly gold: readonly (readonly number[])[];
  readonly scores: readonly (readonly number[])[];
  /** Places of the rows that could not be scored. */
  readonly unscored: readonly number[];
}

export function packRows(rows: readonly UntaggedRow[], thresholds: readonly number[]): ExplorerData {
  return {
    thresholds,
    gold: rows.map(({ gold }) => gold.flatMap((carries, topic) => (carries ? [topic] : []))),
    scores: rows.map(({ scores }) => scores),
    unscored: rows.flatMap(({ isScored }, row) => (isScored ? [] : [row])),
  };
}

export function unpackRows({ gold, scores, unscored }: ExplorerData): UntaggedRow[] {
  const never = new Set(unscored);
  return scores.map((list, row) => ({
    gold: list.map((_, topic) => gold[row]?.includes(topic) ?? false),
    scores: list,
    isScored: !never.has(row),
  }));
}
