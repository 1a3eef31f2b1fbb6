/** Cuts what a taxonomy says of a topic into phrases: an encoder places a phrase far better than a definition as a whole. */
import type { SupportedLanguage } from '../classify/space.js';
import type { TopicWords } from '../classify/taxonomy.js';

/** Ends of sentences and clauses; commas inside numbers are none. */
const SENTENCE_END = /[.!?;\n]+(?:\s+|$)/u;
const BETWEEN_ITEMS = /,\s+|\s+(?:and|or|et|ou|và|hoặc|hay)\s+/iu;
/** What stands before a colon only announces the items. */
const ANNOUNCEMENT = /^[^:]*:\s+/u;

/** Name, alternatives and the items of the definition in one language, each once, in that order. */
export function topicPhrases(words: TopicWords, language: SupportedLanguage): string[] {
  const named = [words.name[language] ?? '', ...(words.alternatives?.[language] ?? [])];
  const sentences = (words.definition?.[language] ?? '').split(SENTENCE_END);
  const items = sentences.flatMap((sentence) => sentence.replace(ANNOUNCEMENT, '').split(BETWEEN_ITEMS));
  const phrases = [...named, ...items].map((phrase) => phrase.normalize('NFC').trim());
  return [...new Set(phrases)].filter((phrase) => /\p{L}/u.test(phrase));
}
