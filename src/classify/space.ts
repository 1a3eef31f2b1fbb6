/** The space in which topics are compared: each language's centre is taken away, and directions in which all texts vary count less. */
import type { Language } from '../text/language.js';

/** Languages that can be classified. */
export type SupportedLanguage = Exclude<Language, 'und'>;

/** In the order in which files hold them and messages name them. */
export const LANGUAGES: readonly SupportedLanguage[] = ['vi', 'fr', 'en'];

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
  for (let row = 0; row < size; row++) {
    const sum = sumOfProducts(whitening, (row * (row + 1)) / 2, centred, row + 1);
    point[row] = sum;
    norm += sum * sum;
  }
  const scale = norm > 0 ? 1 / Math.sqrt(norm) : 0;
  const unit = new Float32Array(size);
  for (let i = 0; i < size; i++) unit[i] = (point[i] as number) * scale;
  return unit;
}

/** Four running sums at a time: one alone waits for each addition before the next, and takes five times as long. */
function sumOfProducts(matrix: Float32Array, from: number, vector: Float64Array, count: number): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let i = 0;
  for (; i + 3 < count; i += 4) {
    a += (matrix[from + i] as number) * (vector[i] as number);
    b += (matrix[from + i + 1] as number) * (vector[i + 1] as number);
    c += (matrix[from + i + 2] as number) * (vector[i + 2] as number);
    d += (matrix[from + i + 3] as number) * (vector[i + 3] as number);
  }
  for (; i < count; i++) a += (matrix[from + i] as number) * (vector[i] as number);
  return a + b + (c + d);
}

/** Dot product; of unit vectors, their cosine. */
export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
