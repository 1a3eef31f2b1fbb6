/** Fits the topic space: the centre of each language, and a whitening from the covariance of what remains. */
import { centreOf, type SupportedLanguage, type TopicSpace } from '../classify/space.js';
import { cholesky, covariance, invertLower, mean } from './linear-algebra.js';

/** A training text's embedding and language. */
export interface Point {
  readonly vector: Float32Array;
  readonly language: SupportedLanguage;
}

/** A fitted space, and how far the covariance was pulled towards a multiple of the identity, in [0, 1]. */
export interface FittedSpace {
  readonly space: TopicSpace;
  readonly shrinkage: number;
}

/**
 * An encoder that was adapted to the topics puts nearly all variance into a few directions. Taken at its word, the estimate would
 * then blow up the directions away from them, which hold noise: on civic-dev average precision fell from 0.956 to 0.947.
 */
const LEAST_SHRINKAGE = 0.3;

/** Fits centres and whitening on at least one point. */
export function fitSpace(points: readonly Point[], dimensions: number): FittedSpace {
  const languages = [...new Set(points.map((point) => point.language))].sort();
  const centres: Partial<Record<SupportedLanguage, Float32Array>> = {};
  for (const language of languages) {
    const vectors = points.filter((point) => point.language === language).map((point) => point.vector);
    centres[language] = mean(vectors, dimensions);
  }
  const bare: TopicSpace = { centres, whitening: new Float32Array(0) };
  const centred = points.map(({ vector, language }) => {
    const centre = centreOf(bare, language, dimensions);
    return Float64Array.from(vector, (value, i) => value - (centre[i] as number));
  });
  const estimate = ledoitWolf(centred, dimensions);
  const shrinkage = Math.max(LEAST_SHRINKAGE, estimate.shrinkage);
  const matrix = shrink(estimate.sample, dimensions, shrinkage);
  return { space: { centres, whitening: invertLower(cholesky(matrix, dimensions), dimensions) }, shrinkage };
}

/**
 * Ledoit–Wolf estimate of how far a sample covariance S should be pulled towards μ I, μ the mean variance: (1 − s) S + s μ I.
 * With few texts s nears 1 and the space stays as the encoder made it.
 *
 * Source: Ledoit & Wolf 2004, "A well-conditioned estimator for large-dimensional covariance matrices", section 3.3.
 */
export function ledoitWolf(
  centred: readonly Float64Array[],
  size: number,
): { readonly sample: Float64Array; readonly shrinkage: number } {
  const count = centred.length;
  const sample = covariance(centred, size);
  const level = meanVariance(sample, size);
  const squares = sample.reduce((sum, value) => sum + value * value, 0);
  const distance = squares / size - level * level; // ‖S − μI‖² / size
  // Σ‖x xᵀ − S‖² = Σ‖x‖⁴ − n‖S‖²
  const fourth = centred.reduce((sum, vector) => sum + vector.reduce((norm, value) => norm + value * value, 0) ** 2, 0);
  const noise = (fourth / count - squares) / (count * size);
  return { sample, shrinkage: distance > 0 ? Math.min(1, Math.max(0, noise / distance)) : 1 };
}

/** (1 − shrinkage) · sample + shrinkage · mean variance · I; the identity for a sample without variance (one text). */
export function shrink(sample: Float64Array, size: number, shrinkage: number): Float64Array {
  const level = meanVariance(sample, size);
  const matrix = sample.map((value) => value * (1 - shrinkage));
  for (let i = 0; i < size; i++)
    matrix[i * size + i] = (matrix[i * size + i] as number) + (level > 0 ? shrinkage * level : 1);
  return matrix;
}

function meanVariance(matrix: Float64Array, size: number): number {
  let trace = 0;
  for (let i = 0; i < size; i++) trace += matrix[i * size + i] as number;
  return trace / size;
}
