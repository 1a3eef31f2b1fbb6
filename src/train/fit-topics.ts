/** Fits the topic space and the centroids on embedded examples and on what the taxonomy says. */
import type { TopicSpace } from '../classify/space.js';
import type { Background } from './background.js';
import type { EmbeddedExample, EmbeddedText } from './embed-examples.js';
import type { EmbeddedWords } from './embed-words.js';
import { fadeOut } from './fade-out.js';
import { fitSpace } from './fit-space.js';
import { addTo, unit } from './linear-algebra.js';
import { phraseCentres, priorCentres, priorPoints } from './prior.js';
import { projectAll } from './project-all.js';

/** An example and the number of its group: examples of one group say the same. */
export interface GroupedExample extends EmbeddedExample {
  readonly group: number;
}

/** What topics are learnt from. */
export interface FitInput {
  readonly examples: readonly GroupedExample[];
  /** Texts that nobody has read: they show where each language lies and how texts vary. */
  readonly unlabelled: readonly EmbeddedText[];
  readonly topics: readonly string[];
  /** One entry for each topic. */
  readonly words: readonly EmbeddedWords[];
  readonly background: Background | undefined;
  /** Whether the encoder has learnt these topics. */
  readonly learnt: boolean;
  readonly dimensions: number;
}

/** A topic space and the centroid of every topic in it. */
export interface Fit {
  readonly space: TopicSpace;
  /** Of the covariance, in [0, 1]. */
  readonly shrinkage: number;
  /** Undefined for a topic with neither examples nor words. */
  readonly centroids: readonly (Float32Array | undefined)[];
}

/** What the taxonomy says of a topic weighs as much as so many examples, … */
const PRIOR_EXAMPLES = 10;
/** … and nothing when the topic has so many of its own. */
const ENOUGH_EXAMPLES = 200;

/** The centroid of a topic is the mean of its examples' points and its weighted prior, brought to length 1. */
export function fitTopics(input: FitInput): Fit {
  const { examples, unlabelled, topics, words, background, learnt, dimensions } = input;
  const phrases = phraseCentres(words, dimensions);
  const texts = [...examples, ...unlabelled.map((text) => ({ ...text, topics: undefined }))];
  const { space, shrinkage } = fitSpace({
    points: texts.map(({ embedding, language, topics: own }) => ({ vector: embedding.text, language, topics: own })),
    distinct: distinctGroups(examples),
    topics,
    dimensions,
    priors: priorCentres(phrases, background, dimensions),
    background,
    learnt,
  });
  const priors = priorPoints(words, phrases, space, dimensions);
  const placed = examples.map(({ embedding, language }) => ({ vector: embedding.text, language }));
  const projected = projectAll(placed, space, dimensions);
  const centroids = topics.map((topic, t) => {
    const carries = (_: unknown, i: number) => examples[i]?.topics.includes(topic);
    return centroid(projected.filter(carries), distinctGroups(examples.filter(carries)), priors[t], dimensions);
  });
  return { space, shrinkage, centroids };
}

function distinctGroups(examples: readonly GroupedExample[]): number {
  return new Set(examples.map(({ group }) => group)).size;
}

/** @param distinct how many of the points say different things: translations do not make a topic better known */
function centroid(
  points: readonly Float32Array[],
  distinct: number,
  prior: Float32Array | undefined,
  dimensions: number,
): Float32Array | undefined {
  if (points.length === 0) return prior;
  const each = points.length / distinct;
  const weight = each * PRIOR_EXAMPLES * fadeOut(points.length, ENOUGH_EXAMPLES);
  const sum = new Float64Array(dimensions);
  for (const point of points) addTo(sum, 0, point, 1);
  if (prior && weight > 0) addTo(sum, 0, prior, weight);
  return unit(Float32Array.from(sum, (value) => value / points.length));
}
