/** Takes a taxonomy from plain data, as JSON and YAML give it, and names the place of what is wrong with it. */

import { LANGUAGES } from '../../classify/space.js';
import {
  type ByLanguage,
  LONGEST_DEFINITION,
  LONGEST_NAME,
  MOST_ALTERNATIVES,
  MOST_TOPICS,
  type Taxonomy,
  type TaxonomyTopic,
} from '../../classify/taxonomy.js';
import { CivicTopicsError } from '../../errors.js';
import { isTopicId } from './topic-ids.js';

/** A taxonomy as read from a file. */
export interface ParsedTaxonomy {
  /** For `train`. */
  readonly taxonomy: Taxonomy;
  /** What in the file is not used: sentences for people, without a full stop. */
  readonly notices: readonly string[];
}

/** Says for people where a value stands; the path is such as `topics[2].name.fr`. */
export type Place = (path: string) => string;

/**
 * Checks and copies the topics.
 *
 * @throws CivicTopicsError INPUT_INVALID at the first value that is not as expected
 */
export function readTopics(value: unknown, place: Place): ParsedTaxonomy {
  const reader = new TopicReader(place);
  const { topics: list } = reader.object(value, 'topics', '{ "topics": [{ "id": "…" }, …] }', ['topics']);
  const topics = reader
    .list(list, 'topics', MOST_TOPICS, 'topics')
    .map((topic, i) => reader.topic(topic, `topics[${i}]`));
  if (topics.length === 0) throw reader.wrong('topics', 'at least one topic', list);
  const seen = new Set<string>();
  topics.forEach(({ id }, i) => {
    if (seen.has(id)) throw reader.wrong(`topics[${i}].id`, 'every id once', id);
    seen.add(id);
  });
  return { taxonomy: { topics }, notices: reader.notices() };
}

const FIELDS = ['id', 'name', 'alternatives', 'definition'];

class TopicReader {
  readonly #place: Place;
  /** Fields that nobody reads, and how often they come. */
  readonly #unread = new Map<string, number>();

  constructor(place: Place) {
    this.#place = place;
  }

  notices(): string[] {
    return [...this.#unread].map(
      ([field, count]) => `${JSON.stringify(field)} is not read (in ${count} of the topics)`,
    );
  }

  topic(value: unknown, path: string): TaxonomyTopic {
    const topic = this.object(value, path, 'an object with an "id"', FIELDS, '');
    if (!isTopicId(topic.id))
      throw this.wrong(`${path}.id`, 'a string, not empty, without | and outer spaces', topic.id);
    const name = this.#byLanguage(topic.name, `${path}.name`, (text, at) => this.#text(text, at, LONGEST_NAME));
    const alternatives = this.#byLanguage(topic.alternatives, `${path}.alternatives`, (list, at) =>
      this.list(list, at, MOST_ALTERNATIVES, 'names').map((text, i) => this.#text(text, `${at}[${i}]`, LONGEST_NAME)),
    );
    const definition = this.#byLanguage(topic.definition, `${path}.definition`, (text, at) =>
      this.#text(text, at, LONGEST_DEFINITION),
    );
    return {
      id: topic.id,
      name,
      ...(Object.keys(alternatives).length > 0 && { alternatives }),
      ...(Object.keys(definition).length > 0 && { definition }),
    };
  }

  /** @param prefix of the unread fields in notices; undefined when they are nobody's business */
  object(
    value: unknown,
    path: string,
    expected: string,
    known: readonly string[],
    prefix?: string,
  ): Readonly<Record<string, unknown>> {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw this.wrong(path, expected, value);
    if (prefix !== undefined) {
      for (const field of Object.keys(value).filter((key) => !known.includes(key)))
        this.#unread.set(prefix + field, (this.#unread.get(prefix + field) ?? 0) + 1);
    }
    return Object.fromEntries(
      known.filter((key) => Object.hasOwn(value, key)).map((key) => [key, (value as never)[key]]),
    );
  }

  list(value: unknown, path: string, most: number, what: string): readonly unknown[] {
    if (Array.isArray(value) && value.length <= most) return value;
    throw this.wrong(path, `a list of at most ${most} ${what}`, Array.isArray(value) ? value.length : value);
  }

  wrong(path: string, expected: string, got: unknown): CivicTopicsError {
    return new CivicTopicsError(
      'INPUT_INVALID',
      `Expected ${expected} in ${this.#place(path)}, got ${describe(got)}. Correct it there.`,
    );
  }

  /** Absent is the same as in no language. */
  #byLanguage<T>(value: unknown, path: string, read: (value: unknown, path: string) => T): ByLanguage<T> {
    if (value === undefined || value === null) return {};
    const field = path.slice(path.lastIndexOf('.') + 1);
    const texts = this.object(value, path, 'an object with the keys vi, fr or en', LANGUAGES, `${field}.`);
    const present = LANGUAGES.filter((language) => texts[language] !== undefined && texts[language] !== null);
    return Object.fromEntries(present.map((language) => [language, read(texts[language], `${path}.${language}`)]));
  }

  #text(value: unknown, path: string, longest: number): string {
    if (typeof value === 'string' && value.trim() !== '' && value.length <= longest) return value.trim();
    const tooLong = typeof value === 'string' && value.length > longest;
    throw this.wrong(path, `a text of 1 to ${longest} characters`, tooLong ? value.length : value);
  }
}

/** What is nested is not written out. */
function describe(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'object') return Array.isArray(value) ? 'a list' : 'an object';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
