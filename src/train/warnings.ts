/** What in the examples makes a worse classifier than there could be, for people, in sentences without a full stop. */
import type { ClassifierFile } from '../classify/classifier-file.js';
import { dot } from '../classify/space.js';
import type { Example, Place } from './example.js';
import { sameText } from './same-text.js';

/** With fewer examples a topic mostly is what its name and definition say, … */
const VERY_FEW = 5;
/** … and with fewer, its own scores and figures are rough. */
const FEW = 20;

/** Cosine of two centroids from which on texts of one topic are mostly tagged with the other, too. */
const ALIKE = 0.9;

/** Named one by one; the rest is counted. */
const MOST_NAMED = 10;

/** Of topics that every example carries, of few examples, of topics that are alike, and of copies, in this order. */
export function warningsFor(examples: readonly Example[], classifier: ClassifierFile, place: Place): string[] {
  return [
    ...carriedByAll(classifier),
    ...tooSmall(examples, classifier),
    ...tooAlike(classifier),
    ...copies(examples, place),
  ];
}

/** Such a topic has nothing to be told from: every text would be tagged with it. */
function carriedByAll({ topics, training }: ClassifierFile): string[] {
  if (training.examples === 0) return [];
  return topics
    .filter(({ examples }) => examples === training.examples)
    .map(({ id }) => `no text without ${id}, so that all texts may be tagged with it: add examples with topics: []`);
}

function tooSmall(examples: readonly Example[], { topics, training }: ClassifierFile): string[] {
  // Topics that are to be known by their words alone need no warning each.
  if (examples.length === 0) return [];
  const within = (fewest: number, most: number) =>
    topics
      .filter(({ examples: count }) => count >= fewest && count < most)
      .map(({ id, examples: count }) => `${id} ${count}`);
  const veryFew = within(0, VERY_FEW);
  const few = within(VERY_FEW, FEW);
  const unjudged = training.heldOut > 0 ? topics.filter(({ id }) => !heldOut(examples, id)).map(({ id }) => id) : [];
  return [
    ...(veryFew.length > 0
      ? [`fewer than ${VERY_FEW} examples, so that mostly names and definitions count: ${list(veryFew)}`]
      : []),
    ...(few.length > 0 ? [`fewer than ${FEW} examples, so that scores and figures are rough: ${list(few)}`] : []),
    ...(unjudged.length > 0
      ? [`no example is held out, so that scores are those of the other topics: ${list(unjudged)}`]
      : []),
  ];
}

function heldOut(examples: readonly Example[], topic: string): boolean {
  return examples.some((example) => example.heldOut && example.topics.includes(topic));
}

function tooAlike({ topics }: ClassifierFile): string[] {
  const pairs: string[] = [];
  topics.forEach((one, i) => {
    for (const other of topics.slice(i + 1)) {
      const cosine = dot(one.centroid, other.centroid);
      if (cosine >= ALIKE) pairs.push(`${one.id} and ${other.id} (${cosine.toFixed(2)})`);
    }
  });
  if (pairs.length === 0) return [];
  return [
    `topics so alike that texts of one will be tagged with the other (cosine of ${ALIKE} or more): ${list(pairs)}`,
  ];
}

function copies(examples: readonly Example[], place: Place): string[] {
  const topicsOf = (i: number) => [...new Set(examples[i]?.topics)].sort().join('|');
  const groups = sameText(examples.map(({ text }) => text));
  const conflicting = groups.filter(([first, ...others]) =>
    others.some((i) => topicsOf(i) !== topicsOf(first as number)),
  );
  const repeated = groups.filter((group) => !conflicting.includes(group));
  const named = (group: readonly number[]) => group.map(place).join(' = ');
  const count = repeated.reduce((sum, group) => sum + group.length - 1, 0);
  return [
    ...(repeated.length > 0
      ? [`${count} ${count === 1 ? 'copy' : 'copies'} of the same text: ${list(repeated.map(named))}`]
      : []),
    ...(conflicting.length > 0
      ? [`the same text with different topics: ${list(conflicting.map((group) => withTopics(group)))}`]
      : []),
  ];

  function withTopics(group: readonly number[]): string {
    return group.map((i) => `${place(i)} (${topicsOf(i) || 'none'})`).join(' ≠ ');
  }
}

function list(names: readonly string[]): string {
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '';
  return names.slice(0, MOST_NAMED).join(', ') + more;
}
