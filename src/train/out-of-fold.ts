/** Compares examples with centroids that they did not help to place. */
import { similarity } from '../classify/score.js';
import type { EmbeddedExample } from './embed-examples.js';
import { type Fit, type FitInput, fitTopics } from './fit-topics.js';
import { projectAll } from './project-all.js';

/** Similarity of every topic for each example: what a classifier with this fit would see; NaN for a topic without centroid. */
export function similarities(
  examples: readonly EmbeddedExample[],
  fit: Fit,
  dimensions: number,
  clauseMargin: number,
): number[][] {
  const placed = examples.flatMap(({ embedding, language }) =>
    [embedding.text, ...embedding.spans].map((vector) => ({ vector, language })),
  );
  const points = projectAll(placed, fit.space, dimensions);
  let next = 0;
  return examples.map(({ embedding }) => {
    const text = points[next] as Float32Array;
    const clauses = points.slice(next + 1, next + 1 + embedding.spans.length);
    next += 1 + clauses.length;
    return fit.centroids.map((one) => (one ? similarity({ text, clauses }, one, clauseMargin).best : Number.NaN));
  });
}

/**
 * Similarities of every example from a fit on the other folds; what the taxonomy says takes part in every fit.
 *
 * @param foldOf the fold of each example, from 0 on
 */
export function outOfFold(input: FitInput, foldOf: readonly number[], clauseMargin: number): number[][] {
  const { examples, dimensions } = input;
  const result: number[][] = new Array(examples.length);
  for (const fold of new Set(foldOf)) {
    const fit = fitTopics({ ...input, examples: examples.filter((_, i) => foldOf[i] !== fold) });
    const numbers = examples.map((_, i) => i).filter((i) => foldOf[i] === fold);
    const some = numbers.map((i) => examples[i] as EmbeddedExample);
    similarities(some, fit, dimensions, clauseMargin).forEach((found, k) => {
      result[numbers[k] as number] = found;
    });
  }
  return result;
}
