/** Cuts a text that is longer than the model reads at once into windows, at the start of a clause where there is one. */
import type { TokenRange } from './token-range.js';

/**
 * Windows that together hold every token once, none longer than `limit`.
 * A window ends at the last of `breaks` (token indices, ascending) in its second half, or else at the limit.
 */
export function planWindows(tokens: number, limit: number, breaks: readonly number[]): TokenRange[] {
  const windows: TokenRange[] = [];
  let start = 0;
  let next = 0;
  while (tokens - start > limit) {
    let end = start + limit;
    for (; next < breaks.length && (breaks[next] as number) <= start + limit; next++) {
      if ((breaks[next] as number) > start + limit / 2) end = breaks[next] as number;
    }
    windows.push({ start, end });
    start = end;
    while (next > 0 && (breaks[next - 1] as number) > start) next--;
  }
  if (tokens > start || windows.length === 0) windows.push({ start, end: tokens });
  return windows;
}
