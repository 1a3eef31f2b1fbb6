/** How far scores are from the share of texts that really carry the topic. */

const BINS = 10;

/**
 * Expected calibration error over every text and topic, in ten bins of equal width.
 * Naeini, Cooper & Hauskrecht 2015, "Obtaining well calibrated probabilities using Bayesian binning".
 */
export async function calibrationError(classifier, rows) {
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
  const all = bins.reduce((sum, { count }) => sum + count, 0);
  return bins.reduce((sum, { score, carries }) => sum + Math.abs(score - carries), 0) / all;
}
