/** Refuses examples and options that nothing sound can be trained from. */
import { CivicTopicsError } from '../errors.js';
import type { Example } from './embed-examples.js';

/** Throws INPUT_INVALID for an unknown topic, or a topic with fewer than `fewest` examples on either side of the split. */
export function checkExamples(examples: readonly Example[], topics: readonly string[], fewest: number): void {
  checkIds(topics);
  examples.forEach(({ text, topics: given }, index) => {
    if (typeof text !== 'string')
      throw invalid(`Expected the text of example ${index + 1} to be a string, got ${typeof text}.`);
    if (!Array.isArray(given))
      throw invalid(`Expected the topics of example ${index + 1} to be an array of ids, got ${typeof given}.`);
    const unknown = given.find((topic) => !topics.includes(topic));
    if (unknown === undefined) return;
    throw invalid(
      `Expected the topics of example ${index + 1} among ${topics.join(', ')}, got ${JSON.stringify(unknown)}.`,
    );
  });
  if (topics.length === 0)
    throw invalid(`Expected examples with at least one topic, got ${examples.length} without any.`);
  const anyHeldOut = examples.some((example) => example.heldOut);
  for (const topic of topics) {
    const carrying = examples.filter((example) => example.topics.includes(topic));
    const heldOut = carrying.filter((example) => example.heldOut).length;
    requireEnough(topic, carrying.length - heldOut, anyHeldOut ? 'that are not held out' : 'one for each fold', fewest);
    if (anyHeldOut) requireEnough(topic, heldOut, 'that are held out', fewest);
  }
}

/** Ids are joined with `|` in tables. */
function checkIds(topics: readonly string[]): void {
  const bad = topics.find(
    (id, i) => typeof id !== 'string' || !/^[^|\s](?:[^|\n\r]*[^|\s])?$/.test(id) || topics.indexOf(id) !== i,
  );
  if (bad === undefined) return;
  throw invalid(`Expected every topic id once, not empty, without | and outer spaces, got ${JSON.stringify(bad)}.`);
}

function requireEnough(topic: string, count: number, which: string, fewest: number): void {
  if (count >= fewest) return;
  throw invalid(`Expected at least ${fewest} examples of ${topic}, ${which}, got ${count}. Add examples.`);
}

function invalid(message: string): CivicTopicsError {
  return new CivicTopicsError('INPUT_INVALID', message);
}

/** Throws INVALID_ARGUMENT unless `value` is a number from `minimum` to `maximum`. */
export function requireRange(name: string, value: number, minimum: number, maximum: number): void {
  if (typeof value === 'number' && value >= minimum && value <= maximum) return;
  throw new CivicTopicsError('INVALID_ARGUMENT', `Expected ${name} from ${minimum} to ${maximum}, got ${value}.`);
}
