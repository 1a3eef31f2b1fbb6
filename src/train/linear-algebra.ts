/** The little linear algebra that fitting a topic space needs; matrices are square, by rows, in one array. */

/** Mean of vectors of equal length. */
export function mean(vectors: readonly Float32Array[], size: number): Float32Array {
  const sum = new Float64Array(size);
  for (const vector of vectors) for (let i = 0; i < size; i++) sum[i] = (sum[i] as number) + (vector[i] as number);
  return Float32Array.from(sum, (value) => value / Math.max(1, vectors.length));
}

/** Brings a vector to length 1; a zero vector stays zero. */
export function unit(vector: Float32Array): Float32Array {
  const norm = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return norm > 0 ? vector.map((value) => value / norm) : vector;
}

/** Σ x xᵀ / n of vectors that are already centred. */
export function covariance(vectors: readonly Float64Array[], size: number): Float64Array {
  const matrix = new Float64Array(size * size);
  for (const vector of vectors) {
    for (let row = 0; row < size; row++) {
      const value = vector[row] as number;
      for (let column = 0; column <= row; column++)
        matrix[row * size + column] = (matrix[row * size + column] as number) + value * (vector[column] as number);
    }
  }
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      const value = (matrix[row * size + column] as number) / Math.max(1, vectors.length);
      matrix[row * size + column] = value;
      matrix[column * size + row] = value;
    }
  }
  return matrix;
}

/** Lower Cholesky factor L of a positive definite matrix: L Lᵀ = matrix. */
export function cholesky(matrix: Float64Array, size: number): Float64Array {
  const factor = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column] as number;
      for (let k = 0; k < column; k++)
        sum -= (factor[row * size + k] as number) * (factor[column * size + k] as number);
      factor[row * size + column] = row === column ? Math.sqrt(sum) : sum / (factor[column * size + column] as number);
    }
  }
  return factor;
}

/** Inverse of a lower triangular matrix: the lower triangle alone, by rows, size(size+1)/2 entries. */
export function invertLower(factor: Float64Array, size: number): Float32Array {
  const inverse = new Float64Array(size * size);
  for (let column = 0; column < size; column++) {
    inverse[column * size + column] = 1 / (factor[column * size + column] as number);
    for (let row = column + 1; row < size; row++) {
      let sum = 0;
      for (let k = column; k < row; k++)
        sum -= (factor[row * size + k] as number) * (inverse[k * size + column] as number);
      inverse[row * size + column] = sum / (factor[row * size + row] as number);
    }
  }
  const packed = new Float32Array((size * (size + 1)) / 2);
  for (let row = 0, at = 0; row < size; row++)
    for (let column = 0; column <= row; column++) packed[at++] = inverse[row * size + column] as number;
  return packed;
}
