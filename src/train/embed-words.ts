/** Embeds the phrases of topics. */
import { LANGUAGES } from '../classify/space.js';
import type { ByLanguage, TopicWords } from '../classify/taxonomy.js';
import type { Embedder } from '../embed/embedder.js';
import { throwIfAborted } from '../errors.js';
import { normalise } from '../text/normalise.js';
import { topicPhrases } from './phrases.js';

/** Vectors of a topic's phrases in each language that has any. */
export type EmbeddedWords = ByLanguage<readonly Float32Array[]>;

/** @returns one entry for each topic, in their order */
export async function embedWords(
  topics: readonly TopicWords[],
  embedder: Embedder,
  signal: AbortSignal | undefined,
): Promise<EmbeddedWords[]> {
  const embedded: EmbeddedWords[] = [];
  for (const topic of topics) {
    const vectors: Partial<Record<(typeof LANGUAGES)[number], Float32Array[]>> = {};
    for (const language of LANGUAGES) {
      for (const phrase of topicPhrases(topic, language)) {
        throwIfAborted(signal);
        const { text } = await embedder.embed(normalise(phrase).text, [], signal ? { signal } : {});
        vectors[language] = [...(vectors[language] ?? []), text];
      }
    }
    embedded.push(vectors);
  }
  return embedded;
}

/** Whether the taxonomy says anything of the topic. */
export function hasWords(words: EmbeddedWords | undefined): boolean {
  return words !== undefined && Object.keys(words).length > 0;
}
