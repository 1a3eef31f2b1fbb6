/** Forty rows with the scores of three topics, made by arithmetic, so that another program can make the same. */
import type { UntaggedRow } from '../../src/evaluate/thresholds.js';

/**
 * In Python: gold[i][t] = (i*7 + 3*t) % 5 < 2 if t < 2 else i % 11 == 0,
 * score[i][t] = ((i*37 + t*11) % 100)/100*0.5 + 0.5*gold[i][t]*(((i*13 + t*5) % 10)/10).
 */
export const MADE_UP: readonly UntaggedRow[] = Array.from({ length: 40 }, (_, i) => {
  const gold = [0, 1, 2].map((t) => (t < 2 ? (i * 7 + 3 * t) % 5 < 2 : i % 11 === 0));
  const scores = gold.map(
    (carries, t) => (((i * 37 + t * 11) % 100) / 100) * 0.5 + 0.5 * Number(carries) * (((i * 13 + t * 5) % 10) / 10),
  );
  return { gold, scores, isScored: true };
});
