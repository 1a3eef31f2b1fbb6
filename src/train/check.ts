/** Refuses examples that nothing sound can be trained from. */
import { describe, invalidArgument, isObject } from '../arguments.js';
import { LANGUAGES } from '../classify/space.js';
import { CivicTopicsError } from '../errors.js';
import type { Example, KnownTopic, Place, UnlabelledText } from './example.js';
import { topicPhrases } from './phrases.js';
import { isTopicId } from './taxonomy/topic-ids.js';

/** Throws INVALID_ARGUMENT unless it is given a list, INPUT_INVALID for an entry that is no example. */
export function checkShapes(examples: readonly Example[], place: Place): void {
  if (!Array.isArray(examples))
    throw invalidArgument(
      'the examples',
      'a list (an array) of { text, topics }',
      examples,
      'Give an empty list for none.',
    );
  // By index, so that a hole in the list is seen.
  for (let index = 0; index < examples.length; index++) checkShape(examples[index], () => place(index));
}

function checkShape(example: unknown, where: () => string): void {
  if (!isObject(example))
    throw invalid(`Expected ${where()} to be an object { text, topics }, got ${describe(example)}.`);
  const { topics, heldOut } = example;
  checkText(example, where);
  if (!Array.isArray(topics))
    throw invalid(`Expected the topics of ${where()} to be an array of ids, got ${describe(topics)}.`);
  if (heldOut !== undefined && typeof heldOut !== 'boolean')
    throw invalid(`Expected heldOut of ${where()} to be true or false, got ${describe(heldOut)}.`);
}

function checkText({ text, language }: Readonly<Record<string, unknown>>, where: () => string): void {
  if (typeof text !== 'string') throw invalid(`Expected the text of ${where()} to be a string, got ${describe(text)}.`);
  if (language !== undefined && !LANGUAGES.some((known) => known === language))
    throw invalid(`Expected vi, fr or en as the language of ${where()}, got ${describe(language)}.`);
}

/** Throws INPUT_INVALID for an entry that is no text. */
export function checkUnlabelled(texts: readonly UnlabelledText[]): void {
  for (let index = 0; index < texts.length; index++) {
    const one: unknown = texts[index];
    const where = () => `unlabelled text ${index + 1}`;
    if (!isObject(one)) throw invalid(`Expected ${where()} to be an object { text }, got ${describe(one)}.`);
    checkText(one, where);
  }
}

/** Throws INPUT_INVALID for an unknown topic, or a topic that nothing is known of. */
export function checkTopics(examples: readonly Example[], topics: readonly KnownTopic[], place: Place): void {
  const ids = topics.map(({ id }) => id);
  checkIds(ids);
  const known = new Set(ids);
  examples.forEach((example, index) => {
    checkKnown(example, known, () => place(index));
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

function checkKnown({ topics }: Example, known: ReadonlySet<string>, where: () => string): void {
  const unknown = topics.find((topic) => !known.has(topic));
  if (unknown === undefined) return;
  throw invalid(`Expected the topics of ${where()} among ${[...known].join(', ')}, got ${JSON.stringify(unknown)}.`);
}

function isDescribed(topic: KnownTopic): boolean {
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
