/** Says which tokens a span covers. */
import type { Span } from '../text/span.js';
import type { TokenRange } from './token-range.js';
import type { Tokens } from './tokenizer.js';

/** The tokens that overlap each span; a span without any (a lone mark that the tokenizer drops) takes the nearest one before it. */
export function spanTokens(tokens: Tokens, spans: readonly Span[]): TokenRange[] {
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
