/** Refuses examples and options that nothing sound can be trained from. */
import { LANGUAGES } from '../classify/space.js';
import type { TaxonomyTopic } from '../classify/taxonomy.js';
import { CivicTopicsError } from '../errors.js';
import type { Example } from './embed-examples.js';
import { topicPhrases } from './phrases.js';
import { isTopicId } from './taxonomy/topic-ids.js';

/** Says for people which example is meant. */
export type Place = (index: number) => string;

/** Throws INPUT_INVALID for a malformed example, an unknown topic, or a topic that nothing is known of. */
export function checkExamples(examples: readonly Example[], topics: readonly TaxonomyTopic[], place: Place): void {
  const ids = topics.map(({ id }) => id);
  checkIds(ids);
  const known = new Set(ids);
  examples.forEach((example, index) => {
    checkExample(example, known, () => place(index));
  });
  if (topics.length === 0)
    throw invalid(`Expected examples with at least one topic, or a taxonomy, got ${examples.length} without any.`);
  const learnable = new Set(examples.filter((example) => !example.heldOut).flatMap((example) => example.topics));
  const unknown = topics.find((topic) => !learnable.has(topic.id) && !isDescribed(topic));
  if (unknown === undefined) return;
  const kept = examples.some((example) => example.heldOut) ? ' that is not held out' : '';
  throw invalid(
    `Expected at least one example of ${unknown.id}${kept}, or its name or definition in a taxonomy, got neither. Add one of them.`,
  );
}

function checkExample({ text, topics, language }: Example, known: ReadonlySet<string>, where: () => string): void {
  if (typeof text !== 'string') throw invalid(`Expected the text of ${where()} to be a string, got ${typeof text}.`);
  if (!Array.isArray(topics))
    throw invalid(`Expected the topics of ${where()} to be an array of ids, got ${typeof topics}.`);
  if (language !== undefined && !LANGUAGES.includes(language))
    throw invalid(`Expected vi, fr or en as the language of ${where()}, got ${JSON.stringify(language)}.`);
  const unknown = topics.find((topic) => !known.has(topic));
  if (unknown === undefined) return;
  throw invalid(`Expected the topics of ${where()} among ${[...known].join(', ')}, got ${JSON.stringify(unknown)}.`);
}

function isDescribed(topic: TaxonomyTopic): boolean {
  return LANGUAGES.some((language) => topicPhrases(topic, language).length > 0);
}

function checkIds(topics: readonly string[]): void {
  const bad = topics.find((id, i) => !isTopicId(id) || topics.indexOf(id) !== i);
  if (bad === undefined) return;
  throw invalid(`Expected every topic id once, not empty, without | and outer spaces, got ${JSON.stringify(bad)}.`);
}

function invalid(message: string): CivicTopicsError {
  return new CivicTopicsError('INPUT_INVALID', message);
}

/** Throws INVALID_ARGUMENT unless `value` is a number from `minimum` to `maximum`. */
export function requireRange(name: string, value: number, minimum: number, maximum: number): void {
  if (typeof value === 'number' && value >= minimum && value <= maximum) return;
  throw new CivicTopicsError('INVALID_ARGUMENT', `Expected ${name} from ${minimum} to ${maximum}, got ${value}.`);
}
