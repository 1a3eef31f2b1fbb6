/** Average precision: how well the scores of one topic rank its rows, whatever the threshold. */

/**
 * The sum of precision × gained recall over the distinct scores, from the highest down, without interpolation: the
 * definition of scikit-learn's `average_precision_score`. Rows with the same score count at once, so that their order
 * is immaterial.
 *
 * @param gold whether each row carries the topic
 * @param scores the topic's score in each row, in the order of `gold`
 * @returns a number in (0, 1]; null when no row carries the topic
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.metrics.average_precision_score.html
 */
export function averagePrecision(gold: readonly boolean[], scores: readonly number[]): number | null {
  const score = (row: number) => scores[row] as number;
  const ranking = gold.map((_, row) => row).sort((left, right) => score(right) - score(left));
  let found = 0;
  let newlyFound = 0;
  let sum = 0;
  ranking.forEach((row, index) => {
    if (gold[row]) newlyFound++;
    const next = ranking[index + 1];
    if (next !== undefined && score(next) === score(row)) return;
    found += newlyFound;
    sum += newlyFound * (found / (index + 1));
    newlyFound = 0;
  });
  return found === 0 ? null : sum / found;
}
