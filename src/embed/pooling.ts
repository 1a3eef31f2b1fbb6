/** Says which tokens a span covers, and joins the vectors of several windows into one. */
import type { Span } from '../text/span.js';
import type { Tokens } from './tokenizer.js';
import type { Window } from './windows.js';

/** The tokens that overlap each span; a span without any (a lone mark that the tokenizer drops) takes the nearest one before it. */
export function spanTokens(tokens: Tokens, spans: readonly Span[]): Window[] {
  return spans.map(({ start, end }) => {
    const first = lowerBound(tokens.ends, start + 1);
    const last = lowerBound(tokens.starts, end);
    if (last > first) return { start: first, end: last };
    const nearest = Math.max(0, Math.min(first, tokens.ids.length) - 1);
    return { start: nearest, end: Math.min(nearest + 1, tokens.ids.length) };
  });
}

/** Index of the first entry that is at least `value`; entries ascend. */
function lowerBound(entries: readonly number[], value: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

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
