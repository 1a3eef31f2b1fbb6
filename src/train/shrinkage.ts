/** Draws a covariance that few texts have estimated towards a multiple of the identity; matrices are square, by rows, in one array. */
import { covariance } from './linear-algebra.js';

/**
 * Ledoit–Wolf estimate of how far a sample covariance S should be pulled towards μ I, μ the mean variance: (1 − s) S + s μ I.
 * With few texts s nears 1 and the space stays as the encoder made it.
 *
 * Source: Ledoit & Wolf 2004, "A well-conditioned estimator for large-dimensional covariance matrices", section 3.3.
 *
 * @param centred rows of `size` entries, one after the other; at least one
 */
export function ledoitWolf(
  centred: Float64Array,
  size: number,
): { readonly sample: Float64Array; readonly shrinkage: number } {
  const count = centred.length / size;
  const sample = covariance(centred, size);
  const level = meanVariance(sample, size);
  const squares = sample.reduce((sum, value) => sum + value * value, 0);
  const distance = squares / size - level * level; // ‖S − μI‖² / size
  // Σ‖x xᵀ − S‖² = Σ‖x‖⁴ − n‖S‖²
  let fourth = 0;
  for (let row = 0; row < count; row++) {
    let norm = 0;
    for (let i = row * size; i < (row + 1) * size; i++) norm += (centred[i] as number) ** 2;
    fourth += norm ** 2;
  }
  const noise = (fourth / count - squares) / (count * size);
  return { sample, shrinkage: distance > 0 ? Math.min(1, Math.max(0, noise / distance)) : 1 };
}

/** (1 − shrinkage) · sample + shrinkage · mean variance · I; the identity for a sample without variance (one text). */
export function shrink(sample: Float64Array, size: number, shrinkage: number): Float64Array {
  const level = meanVariance(sample, size);
  const matrix = sample.map((value) => (level > 0 ? value * (1 - shrinkage) : 0));
  for (let i = 0; i < size; i++)
    matrix[i * size + i] = (matrix[i * size + i] as number) + (level > 0 ? shrinkage * level : 1);
  return matrix;
}

/** The matrix scaled so that its mean variance is 1. */
export function withUnitVariance(matrix: Float64Array, size: number): Float64Array {
  const level = meanVariance(matrix, size);
  return level > 0 ? matrix.map((value) => value / level) : matrix;
}

function meanVariance(matrix: Float64Array, size: number): number {
  let trace = 0;
  for (let i = 0; i < size; i++) trace += matrix[i * size + i] as number;
  return trace / size;
}
