/** Decides which topics a text is tagged with. */
import type { ClassifierFile } from './classifier-file.js';
import { chooseEvidence } from './evidence.js';
import type { TopicSimilarity } from './score.js';

/** A tag whose evidence are indices of clauses. */
export interface ChosenTag {
  readonly topic: string;
  readonly score: number;
  readonly evidence: readonly number[];
}

/** The topics whose score reaches their threshold and `minScore`, the highest score first. */
export function chooseTags(
  file: ClassifierFile,
  scores: readonly number[],
  similarities: readonly TopicSimilarity[],
  minScore: number,
): ChosenTag[] {
  const tags = file.topics.flatMap((topic, i): ChosenTag[] => {
    const score = scores[i] as number;
    if (score < Math.max(topic.threshold, minScore)) return [];
    return [
      {
        topic: topic.id,
        score,
        evidence: chooseEvidence(topic, similarities[i] as TopicSimilarity, file.clauseMargin),
      },
    ];
  });
  return tags.sort((a, b) => b.score - a.score);
}
