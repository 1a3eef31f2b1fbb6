/** The topics that texts are to be tagged with: ids, and in each language names and definitions. */
import type { Checker } from './checker.js';
import { LANGUAGES, type SupportedLanguage } from './space.js';

/** A value for each language that has one. */
export type ByLanguage<T> = Readonly<Partial<Record<SupportedLanguage, T>>>;

/** What a topic is called and what belongs to it; without any word it can only be learnt from examples. */
export interface TopicWords {
  /** The preferred name, which stands for the topic where people read. */
  readonly name: ByLanguage<string>;
  /** Other names of the topic. */
  readonly alternatives?: ByLanguage<readonly string[]> | undefined;
  /** What belongs to it, in a line or a paragraph. */
  readonly definition?: ByLanguage<string> | undefined;
}

/** A topic, and what is known of it before there is any example. */
export interface TaxonomyTopic extends Omit<TopicWords, 'name'> {
  /** Not empty, without `|`, line ends and outer spaces: ids are joined with `|` in tables. */
  readonly id: string;
  /** The preferred name, which stands for the topic where people read. Default: none, and its id stands for it. */
  readonly name?: ByLanguage<string> | undefined;
}

/** Topics in the order in which answers list them. */
export interface Taxonomy {
  /** Each id once. */
  readonly topics: readonly TaxonomyTopic[];
}

/** UTF-16 units: two thousand times our own five topics. It is parsed at once, which takes some twenty times as much memory. */
export const MOST_TAXONOMY_UNITS = 32 * 1024 ** 2;

/** Topics of a taxonomy, and of a classifier file. */
export const MOST_TOPICS = 10_000;

/** UTF-16 units of a name; a longer one is a definition. */
export const LONGEST_NAME = 1000;

/** UTF-16 units of a definition: some twenty pages. */
export const LONGEST_DEFINITION = 64 * 1024;

/** Alternative names of a topic in one language. */
export const MOST_ALTERNATIVES = 1000;

/** Reads the words of a topic from a classifier file. */
export function parseWords(words: Checker): TopicWords {
  const byLanguage = <T>(field: string, read: (part: Checker, language: SupportedLanguage) => T): ByLanguage<T> => {
    const part = words.object(field);
    const present = LANGUAGES.filter((language) => part.has(language));
    return Object.fromEntries(present.map((language) => [language, read(part, language)]));
  };
  const text = (part: Checker, language: SupportedLanguage) => part.text(language);
  return {
    name: byLanguage('name', text),
    ...(words.has('alternatives') && {
      alternatives: byLanguage('alternatives', (part, language) => part.texts(language, MOST_ALTERNATIVES)),
    }),
    ...(words.has('definition') && { definition: byLanguage('definition', text) }),
  };
}
