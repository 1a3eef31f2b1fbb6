/** Joins the vectors of several windows into one. */

/** Adds up `vector × weight` over windows and brings the sum to length 1. */
export class WindowMean {
  readonly #sum: Float64Array;
  #only: Float32Array | undefined;
  #parts = 0;

  constructor(dimensions: number) {
    this.#sum = new Float64Array(dimensions);
  }

  add(vector: Float32Array, weight: number): void {
    this.#parts++;
    this.#only = vector;
    for (let i = 0; i < vector.length; i++) this.#sum[i] = (this.#sum[i] as number) + (vector[i] as number) * weight;
  }

  /** The unit vector; with a single window exactly that window's vector. */
  result(): Float32Array {
    if (this.#parts === 1 && this.#only) return this.#only;
    const norm = Math.hypot(...this.#sum) || 1;
    return Float32Array.from(this.#sum, (value) => value / norm);
  }
}
