/** A run of tokens of a text: what a window holds, or what a span became. */

/** Tokens `start` to `end` (exclusive), counted without the model's marks. */
export interface TokenRange {
  readonly start: number;
  readonly end: number;
}

/** The tokens that are in both; undefined when there are none. */
export function overlap(a: TokenRange, b: TokenRange): TokenRange | undefined {
  const start = Math.max(a.start, b.start);
  const end = Math.min(a.end, b.end);
  return end > start ? { start, end } : undefined;
}
