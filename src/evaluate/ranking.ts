/** Cuts a ranking of rows by their scores: what would be tagged and found if each distinct score were the threshold. */

/** The state of the ranking at one threshold. */
export interface Cut {
  /** The lowest score above the cut; rows with that score are above it. */
  readonly threshold: number;
  /** Rows above the cut. */
  readonly tagged: number;
  /** Of these, the rows that carry the topic. */
  readonly hits: number;
}

/**
 * One cut for each distinct score, from the highest down. Rows with the same score count at once, so that their order is
 * immaterial.
 *
 * @param gold whether each row carries the topic
 * @param scores the topic's score in each row, in the order of `gold`
 */
export function cutRanking(gold: readonly boolean[], scores: readonly number[]): Cut[] {
  const score = (row: number) => scores[row] as number;
  const ranking = gold.map((_, row) => row).sort((left, right) => score(right) - score(left));
  const cuts: Cut[] = [];
  let hits = 0;
  ranking.forEach((row, index) => {
    if (gold[row]) hits++;
    const next = ranking[index + 1];
    if (next !== undefined && score(next) === score(row)) return;
    cuts.push({ threshold: score(row), tagged: index + 1, hits });
  });
  return cuts;
}
