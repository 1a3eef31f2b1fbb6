/** Fits space and centroids on embedded examples, and scores others with them. */
import { similarity, toPoints } from '../classify/score.js';
import { centreOf, project, type TopicSpace } from '../classify/space.js';
import type { EmbeddedExample } from './embed-examples.js';
import { fitSpace } from './fit-space.js';
import { mean, unit } from './linear-algebra.js';

/** A topic space and the centroid of every topic in it. */
export interface Fit {
  readonly space: TopicSpace;
  readonly shrinkage: number;
  readonly centroids: readonly Float32Array[];
}

/** The centroid of a topic is the mean of its examples' points, brought to length 1. */
export function fitTopics(examples: readonly EmbeddedExample[], topics: readonly string[], dimensions: number): Fit {
  const { space, shrinkage } = fitSpace(
    examples.map(({ embedding, language }) => ({ vector: embedding.text, language })),
    dimensions,
  );
  const points = examples.map(({ embedding, language }) =>
    project(embedding.text, centreOf(space, language, dimensions), space.whitening),
  );
  const centroids = topics.map((topic) =>
    unit(
      mean(
        points.filter((_, i) => examples[i]?.topics.includes(topic)),
        dimensions,
      ),
    ),
  );
  return { space, shrinkage, centroids };
}

/** Similarity of every topic for an example: what a classifier with this fit would see. */
export function similarities(
  example: EmbeddedExample,
  fitted: Fit,
  dimensions: number,
  clauseMargin: number,
): number[] {
  const points = toPoints(example.embedding, example.language, {
    space: fitted.space,
    embedder: { id: '', dimensions },
  });
  return fitted.centroids.map((centroid) => similarity(points, centroid, clauseMargin).best);
}

/** Similarities of every example from a fit on the other folds; in each fold are as many of every set of topics, however the list is ordered. */
export function outOfFold(
  examples: readonly EmbeddedExample[],
  topics: readonly string[],
  dimensions: number,
  clauseMargin: number,
  folds: number,
): number[][] {
  const foldOf = stratifiedFolds(examples, folds);
  const result: number[][] = new Array(examples.length);
  for (let fold = 0; fold < folds; fold++) {
    const fitted = fitTopics(
      examples.filter((_, i) => foldOf[i] !== fold),
      topics,
      dimensions,
    );
    examples.forEach((example, i) => {
      if (foldOf[i] === fold) result[i] = similarities(example, fitted, dimensions, clauseMargin);
    });
  }
  return result;
}

/** The fold of each example: its rank among those with the same topics, mod `folds`; rarer sets go on where the last one stopped. */
function stratifiedFolds(examples: readonly EmbeddedExample[], folds: number): number[] {
  const sets = new Map<string, number[]>();
  examples.forEach(({ topics }, i) => {
    const key = [...topics].sort().join('|');
    sets.set(key, [...(sets.get(key) ?? []), i]);
  });
  const result: number[] = new Array(examples.length);
  let next = 0;
  for (const [, indices] of [...sets].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const i of indices) result[i] = next++ % folds;
  }
  return result;
}
