/** Finds examples that say the same in two languages, which must not judge one another. */
import { dot } from '../classify/space.js';
import type { EmbeddedExample } from './embed-examples.js';
import { mean, unit } from './linear-algebra.js';

/**
 * Cosine, language centres taken away, below which two texts are no translations. On parallel sentences (SIB-200's training part) 1 in 20
 * pairs lies below, and of other sentences the nearest one lies above in 1 case out of 10.
 */
const LEAST_COSINE = 0.5;

/** Pairs that are compared at most, some three seconds; with more examples none is, for each then counts little. */
const MOST_PAIRS = 6_000_000;

interface Direction {
  /** Number of the example in the list. */
  readonly example: number;
  readonly vector: Float32Array;
}

/**
 * Pairs of examples in different languages, each of which is the other's nearest in its language: how parallel sentences are mined
 * (Artetxe & Schwenk 2019). A chance pair does no harm: the two are then only judged together.
 *
 * @returns numbers of the examples
 */
export function findTranslations(examples: readonly EmbeddedExample[], dimensions: number): [number, number][] {
  const languages = [...new Set(examples.map(({ language }) => language))].sort();
  const directions = languages.map((language) => directionsOf(examples, language, dimensions));
  const pairs = directions.flatMap((one, i) => directions.slice(i + 1).map((other) => [one, other] as const));
  if (pairs.reduce((sum, [one, other]) => sum + one.length * other.length, 0) > MOST_PAIRS) return [];
  return pairs.flatMap(([one, other]) => mutualNearest(one, other));
}

function directionsOf(examples: readonly EmbeddedExample[], language: string, dimensions: number): Direction[] {
  const numbers = examples.map((_, i) => i).filter((i) => examples[i]?.language === language);
  const vectors = numbers.map((i) => (examples[i] as EmbeddedExample).embedding.text);
  const centre = mean(vectors, dimensions);
  return numbers.map((example, k) => {
    const vector = (vectors[k] as Float32Array).map((value, i) => value - (centre[i] as number));
    return { example, vector: unit(vector) };
  });
}

function mutualNearest(these: readonly Direction[], those: readonly Direction[]): [number, number][] {
  const nearestThat = these.map(() => ({ cosine: LEAST_COSINE, at: -1 }));
  const nearestThis = those.map(() => ({ cosine: LEAST_COSINE, at: -1 }));
  these.forEach((one, i) => {
    those.forEach((other, j) => {
      const cosine = dot(one.vector, other.vector);
      if (cosine > (nearestThat[i]?.cosine as number)) nearestThat[i] = { cosine, at: j };
      if (cosine > (nearestThis[j]?.cosine as number)) nearestThis[j] = { cosine, at: i };
    });
  });
  return these.flatMap(({ example }, i): [number, number][] => {
    const j = nearestThat[i]?.at as number;
    return j >= 0 && nearestThis[j]?.at === i ? [[example, (those[j] as Direction).example]] : [];
  });
}
