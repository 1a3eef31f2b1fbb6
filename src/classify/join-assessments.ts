/** Puts the answers for the parts of a text together. */
import {
  type Abstention,
  type Assessment,
  type Classification,
  type Explanation,
  isScored,
  type Tag,
} from './classification.js';

/** The answer for one part of a text; its spans are those of the whole text. */
export interface AssessedPart {
  readonly assessment: Assessment;
  /** In UTF-16 units. */
  readonly length: number;
}

/**
 * For each topic what the part with the highest score says of it: score, tag with its evidence, nearest examples; of equal parts the
 * first. The language, and the reason where no part has a tag, are those of the longest part that was scored, or of the longest of all where
 * none was; but tags that `minScore` dropped in any part are the reason before all others.
 *
 * @param parts one or more, in the order of the text
 */
export function joinAssessments(parts: readonly AssessedPart[]): Assessment {
  const assessments = parts.map(({ assessment }) => assessment);
  const [first] = assessments as [Assessment];
  if (assessments.length === 1) return first;
  const best = first.scores.map((_, topic) =>
    assessments.reduce((a, b) => ((b.scores[topic] as number) > (a.scores[topic] as number) ? b : a)),
  );
  const explanations = best.flatMap((one, topic): Explanation[] => one.explanations?.slice(topic, topic + 1) ?? []);
  return {
    classification: joinClassifications(parts, bestTags(assessments)),
    scores: best.map(({ scores }, topic) => scores[topic] as number),
    ...(first.explanations && { explanations }),
  };
}

/** The highest score first, each topic once. */
function bestTags(assessments: readonly Assessment[]): Tag[] {
  const tags = new Map<string, Tag>();
  for (const tag of assessments.flatMap(({ classification }) => classification.tags)) {
    if (tag.score > (tags.get(tag.topic)?.score ?? Number.NEGATIVE_INFINITY)) tags.set(tag.topic, tag);
  }
  return [...tags.values()].sort((a, b) => b.score - a.score);
}

function joinClassifications(parts: readonly AssessedPart[], tags: readonly Tag[]): Classification {
  const all = parts.map(({ assessment }) => assessment.classification);
  const scored = parts.filter(({ assessment }) => isScored(assessment.classification));
  const isDropped = all.some(({ abstained }) => abstained === 'below-min-score');
  const { language, abstained } = longest(scored.length > 0 ? scored : parts);
  return {
    language,
    tags,
    ...(tags.length === 0 && { abstained: isDropped ? 'below-min-score' : (abstained as Abstention) }),
    truncated: all.some(({ truncated }) => truncated),
  };
}

function longest(parts: readonly AssessedPart[]): Classification {
  return parts.reduce((a, b) => (b.length > a.length ? b : a)).assessment.classification;
}
