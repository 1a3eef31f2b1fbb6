/** Refuses spans that no embedder can embed. */
import { CivicTopicsError } from '../errors.js';
import type { Span } from '../text/span.js';

/** @throws CivicTopicsError INVALID_ARGUMENT when a span is empty or outside the text */
export function checkSpans(text: string, spans: readonly Span[]): void {
  for (const { start, end } of spans) {
    if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length)) {
      throw new CivicTopicsError(
        'INVALID_ARGUMENT',
        `Expected spans of at least one code unit inside a text of ${text.length}, got ${start} to ${end}.`,
      );
    }
  }
}
