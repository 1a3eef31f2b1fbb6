/** The little linear algebra that fitting a topic space needs; matrices are square, by rows, in one array. */

/** Mean of vectors of equal length. */
export function mean(vectors: readonly Float32Array[], size: number): Float32Array {
  const sum = new Float64Array(size);
  for (const vector of vectors) for (let i = 0; i < size; i++) sum[i] = (sum[i] as number) + (vector[i] as number);
  return Float32Array.from(sum, (value) => value / Math.max(1, vectors.length));
}

/** values[from + i] += times · other[i], for every entry of `other`. */
export function addTo(values: Float64Array, from: number, other: Float32Array | Float64Array, times: number): void {
  for (let i = 0; i < other.length; i++) values[from + i] = (values[from + i] as number) + times * (other[i] as number);
}

/** Brings a vector to length 1; a zero vector stays zero. */
export function unit(vector: Float32Array): Float32Array {
  const norm = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return norm > 0 ? vector.map((value) => value / norm) : vector;
}

/** Σ x xᵀ / n of rows that are already centred, one after the other. */
export function covariance(rows: Float64Array, size: number): Float64Array {
  const count = rows.length / size;
  const matrix = new Float64Array(size * size);
  // Four rows at a time: each entry of the matrix is then fetched and stored a quarter as often.
  let from = 0;
  for (; from + 4 * size <= rows.length; from += 4 * size) addFourProducts(matrix, rows, from, size);
  for (; from < rows.length; from += size) {
    for (let row = 0; row < size; row++) {
      const value = rows[from + row] as number;
      for (let column = 0, at = row * size; column <= row; column++, at++)
        matrix[at] = (matrix[at] as number) + value * (rows[from + column] as number);
    }
  }
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      const value = (matrix[row * size + column] as number) / Math.max(1, count);
      matrix[row * size + column] = value;
      matrix[column * size + row] = value;
    }
  }
  return matrix;
}

function addFourProducts(matrix: Float64Array, rows: Float64Array, from: number, size: number): void {
  const first = rows.subarray(from, from + size);
  const second = rows.subarray(from + size, from + 2 * size);
  const third = rows.subarray(from + 2 * size, from + 3 * size);
  const fourth = rows.subarray(from + 3 * size, from + 4 * size);
  for (let row = 0; row < size; row++) {
    const a = first[row] as number;
    const b = second[row] as number;
    const c = third[row] as number;
    const d = fourth[row] as number;
    for (let column = 0, at = row * size; column <= row; column++, at++) {
      matrix[at] =
        (matrix[at] as number) +
        a * (first[column] as number) +
        b * (second[column] as number) +
        c * (third[column] as number) +
        d * (fourth[column] as number);
    }
  }
}

/** The matrix whose inverse Cholesky factor is given as `invertLower` gives it. */
export function covarianceOf(inverseFactor: Float32Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  for (let row = 0, at = 0; row < size; row++)
    for (let column = 0; column <= row; column++) inverse[row * size + column] = inverseFactor[at++] as number;
  const packed = invertLower(inverse, size);
  // Rows of the factor, each filled up with zeros.
  const factor = new Float64Array(size * size);
  for (let row = 0, at = 0; row < size; row++)
    for (let column = 0; column <= row; column++) factor[row * size + column] = packed[at++] as number;
  const matrix = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = 0;
      for (let k = 0; k <= column; k++)
        sum += (factor[row * size + k] as number) * (factor[column * size + k] as number);
      matrix[row * size + column] = sum;
      matrix[column * size + row] = sum;
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
