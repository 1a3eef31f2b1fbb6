/** Chooses the clauses that earned a tag. */
import type { Span } from '../text/span.js';
import type { TopicModel } from './classifier-file.js';
import { scoreOf, type TopicSimilarity } from './score.js';

/** More clauses than this no longer show a reader where to look. */
const MOST_CLAUSES = 3;

/** The nearest clause, then those that would have earned the tag alone; nearest first, at most three. */
export function chooseEvidence(
  topic: TopicModel,
  found: TopicSimilarity,
  clauses: readonly Span[],
  clauseMargin: number,
): Span[] {
  const ranked = found.clauses
    .map((cosine, index) => ({ cosine, index }))
    .sort((a, b) => b.cosine - a.cosine || a.index - b.index);
  return ranked
    .filter(({ cosine }, rank) => rank === 0 || scoreOf(cosine - clauseMargin, topic) >= topic.threshold)
    .slice(0, MOST_CLAUSES)
    .map(({ index }) => clauses[index] as Span);
}
