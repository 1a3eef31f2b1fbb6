/** How far scores are from the share of texts that really carry the topic. */

const BINS = 10;

/** Ten bins of equal width over every text and topic: how many, their mean score, and the share that carries the topic. */
export async function reliability(classifier, rows) {
  const bins = Array.from({ length: BINS }, () => ({ count: 0, score: 0, carries: 0 }));
  for (const { text, topics } of rows) {
    const { scores } = await classifier.assess(text);
    scores.forEach((score, i) => {
      const bin = bins[Math.min(BINS - 1, Math.floor(score * BINS))];
      bin.count++;
      bin.score += score;
      if (topics.includes(classifier.topics[i])) bin.carries++;
    });
  }
  return bins;
}

/**
 * Expected calibration error of these bins.
 * Naeini, Cooper & Hauskrecht 2015, "Obtaining well calibrated probabilities using Bayesian binning".
 */
export function calibrationError(bins) {
  const all = bins.reduce((sum, { count }) => sum + count, 0);
  return bins.reduce((sum, { score, carries }) => sum + Math.abs(score - carries), 0) / all;
}

/** A row for each bin that is not empty. */
export function formatReliability(bins) {
  const rows = bins.flatMap(({ count, score, carries }, i) => {
    if (count === 0) return [];
    const range = `${(i / BINS).toFixed(1)}–${((i + 1) / BINS).toFixed(1)}`;
    return [`${range}  ${String(count).padStart(6)}  ${(score / count).toFixed(3)}  ${(carries / count).toFixed(3)}`];
  });
  return ['score      pairs  mean   carry', ...rows].join('\n');
}
