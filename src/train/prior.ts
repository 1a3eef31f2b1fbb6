/** From what a taxonomy says of topics to the points where their texts are to be expected. */
import { LANGUAGES, project, type SupportedLanguage, type TopicSpace } from '../classify/space.js';
import type { ByLanguage } from '../classify/taxonomy.js';
import type { Background } from './background.js';
import { type EmbeddedWords, hasWords } from './embed-words.js';
import { mean, unit } from './linear-algebra.js';

/** Phrases of fewer topics have no centre of their own: what they share may be what the topics share. */
const FEWEST_TOPICS = 3;

/** Mean of the topics' phrases in each language that has enough of them; phrases lie elsewhere than texts. */
export function phraseCentres(words: readonly EmbeddedWords[], dimensions: number): ByLanguage<Float32Array> {
  const centres: Partial<Record<SupportedLanguage, Float32Array>> = {};
  for (const language of LANGUAGES) {
    const topics = words.flatMap((topic) => (topic[language] ? [mean(topic[language], dimensions)] : []));
    if (topics.length >= FEWEST_TOPICS) centres[language] = mean(topics, dimensions);
  }
  return centres;
}

/** Where texts of each language are to be expected: halfway between other texts and the phrases; one of the two where the other is missing. */
export function priorCentres(
  phrases: ByLanguage<Float32Array>,
  background: Background | undefined,
  dimensions: number,
): TopicSpace['centres'] {
  const centres: Partial<Record<SupportedLanguage, Float32Array>> = {};
  for (const language of LANGUAGES) {
    const known = [background?.centres[language], phrases[language]].filter((centre) => centre !== undefined);
    if (known.length > 0) centres[language] = mean(known, dimensions);
  }
  return centres;
}

/** The point of each topic, languages weighing the same; undefined for one without words. */
export function priorPoints(
  words: readonly EmbeddedWords[],
  phrases: ByLanguage<Float32Array>,
  space: TopicSpace,
  dimensions: number,
): (Float32Array | undefined)[] {
  return words.map((topic) => {
    if (!hasWords(topic)) return undefined;
    const languages = LANGUAGES.filter((language) => topic[language] !== undefined);
    const points = languages.map((language) => {
      const centre = phrases[language] ?? space.centres[language] ?? new Float32Array(dimensions);
      const vectors = topic[language] as readonly Float32Array[];
      return mean(
        vectors.map((vector) => project(vector, centre, space.whitening)),
        dimensions,
      );
    });
    return unit(mean(points, dimensions));
  });
}
