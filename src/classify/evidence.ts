/** Chooses the clauses that earned a tag. */
import type { TopicModel } from './classifier-file.js';
import { scoreOf, type TopicSimilarity } from './score.js';

/** More clauses than this no longer show a reader where to look. */
const MOST_CLAUSES = 3;

/**
 * How far up, between the mean clause of the text and its nearest, another clause must stand. Clauses are read in the light of each other,
 * so that in a list about many things every item seems to be about them all, and few of those beside the nearest carry the topic. Chosen on
 * lists of data/training whose clauses were read one by one.
 */
const SHARE_OF_RISE = 0.7;

/** Indices of the nearest clause, and of those among the next two that would earn the tag too and stand out like it; in the order of the text. */
export function chooseEvidence(topic: TopicModel, { clauses }: TopicSimilarity, clauseMargin: number): number[] {
  const ranked = clauses
    .map((cosine, index) => ({ cosine, index }))
    .sort((a, b) => b.cosine - a.cosine || a.index - b.index)
    .slice(0, MOST_CLAUSES);
  const best = ranked[0]?.cosine ?? 0;
  const mean = clauses.reduce((sum, cosine) => sum + cosine, 0) / clauses.length;
  const least = mean + SHARE_OF_RISE * (best - mean);
  return ranked
    .filter(
      ({ cosine }, rank) => rank === 0 || (cosine >= least && scoreOf(cosine - clauseMargin, topic) >= topic.threshold),
    )
    .map(({ index }) => index)
    .sort((a, b) => a - b);
}
