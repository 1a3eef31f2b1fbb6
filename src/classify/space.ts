/** The space in which topics are compared: each language's centre is taken away, and directions in which all texts vary count less. */
import type { Language } from '../text/language.js';

/** Languages that can be classified. */
export type SupportedLanguage = Exclude<Language, 'und'>;

/** How an embedding becomes a point of the topic space. */
export interface TopicSpace {
  /** Mean embedding of each language's training texts; a language without any is given the mean of the others. */
  readonly centres: Readonly<Partial<Record<SupportedLanguage, Float32Array>>>;
  /**
   * Inverse Cholesky factor L⁻¹ of the shrunk covariance of centred embeddings, lower triangle by rows: d(d+1)/2 entries.
   * Cosines after L⁻¹ are those of Mahalanobis whitening, whatever square root of the covariance is taken.
   */
  readonly whitening: Float32Array;
}

/** The centre to take away from texts of a language. */
export function centreOf(space: TopicSpace, language: SupportedLanguage, dimensions: number): Float32Array {
  const own = space.centres[language];
  if (own) return own;
  const others = Object.values(space.centres);
  return Float32Array.from(
    { length: dimensions },
    (_, i) => others.reduce((sum, centre) => sum + (centre[i] as number), 0) / (others.length || 1),
  );
}

/** L⁻¹ · (vector − centre), brought to length 1. */
export function project(vector: Float32Array, centre: Float32Array, whitening: Float32Array): Float32Array {
  const size = vector.length;
  const centred = new Float64Array(size);
  for (let i = 0; i < size; i++) centred[i] = (vector[i] as number) - (centre[i] as number);
  const point = new Float64Array(size);
  let norm = 0;
  for (let row = 0, at = 0; row < size; row++) {
    let sum = 0;
    for (let column = 0; column <= row; column++) sum += (whitening[at++] as number) * (centred[column] as number);
    point[row] = sum;
    norm += sum * sum;
  }
  const scale = norm > 0 ? 1 / Math.sqrt(norm) : 0;
  return Float32Array.from(point, (value) => value * scale);
}

/** Dot product; of unit vectors, their cosine. */
export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
