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
  const { matrix, shrinkage } = ledoitWolf(centred, dimensions);
  return { space: { centres, whitening: invertLower(cholesky(matrix, dimensions), dimensions) }, shrinkage };
}

/**
 * Ledoit–Wolf estimate of a covariance: (1 − s) S + s μ I, μ the mean variance, s chosen from the data.
 * With few texts s nears 1 and the space stays as the encoder made it.
 *
 * Source: Ledoit & Wolf 2004, "A well-conditioned estimator for large-dimensional covariance matrices", section 3.3.
 */
export function ledoitWolf(
  centred: readonly Float64Array[],
  size: number,
): { matrix: Float64Array; shrinkage: number } {
  const count = centred.length;
  const sample = covariance(centred, size);
  let trace = 0;
  for (let i = 0; i < size; i++) trace += sample[i * size + i] as number;
  const level = trace / size;
  const squares = sample.reduce((sum, value) => sum + value * value, 0);
  const distance = squares / size - level * level; // ‖S − μI‖² / size
  // Σ‖x xᵀ − S‖² = Σ‖x‖⁴ − n‖S‖²
  const fourth = centred.reduce((sum, vector) => sum + vector.reduce((norm, value) => norm + value * value, 0) ** 2, 0);
  const noise = (fourth / count - squares) / (count * size);
  const shrinkage = distance > 0 ? Math.min(1, Math.max(0, noise / distance)) : 1;
  const matrix = sample.map((value) => value * (1 - shrinkage));
  // A space without any variance (one text) keeps its directions as they are.
  for (let i = 0; i < size; i++)
    matrix[i * size + i] = (matrix[i * size + i] as number) + (level > 0 ? shrinkage * level : 1);
  return { matrix, shrinkage };
}
