/** Refuses what is no embedder, and what no embedder can embed. */
import {
  checkOptions,
  describe,
  hasMethods,
  isObject,
  type Kind,
  LIST,
  type OptionKinds,
  requireKind,
  SIGNAL,
  STRING,
} from '../arguments.js';
import { CivicTopicsError } from '../errors.js';
import type { Span } from '../text/span.js';
import type { EmbedOptions } from './embedder.js';

export const EMBEDDER: Kind = {
  words: 'an embedder (an object with id, dimensions, embed and close), as createOnnxEmbedder() gives it once awaited',
  holds: (value) =>
    isObject(value) &&
    typeof value.id === 'string' &&
    Number.isInteger(value.dimensions) &&
    hasMethods(value, 'embed', 'close'),
};

const OPTIONS: OptionKinds<EmbedOptions> = { signal: SIGNAL };

/** @throws CivicTopicsError INVALID_ARGUMENT when an argument of `embed` is of another kind, or a span is empty or outside the text */
export function checkEmbed(text: string, spans: readonly Span[], options: EmbedOptions): void {
  requireKind('the text to embed', text, STRING);
  requireKind('the spans to embed', spans, LIST);
  checkOptions('embed()', options, OPTIONS);
  for (const span of spans) if (!isWithin(span, text)) throw badSpan(span, text);
}

function isWithin(span: Span, text: string): boolean {
  if (!isObject(span)) return false;
  const { start, end } = span;
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length;
}

function badSpan(span: Span, text: string): CivicTopicsError {
  const got = isObject(span) ? `${describe(span.start)} to ${describe(span.end)}` : describe(span);
  return new CivicTopicsError(
    'INVALID_ARGUMENT',
    `Expected spans of at least one code unit inside a text of ${text.length}, got ${got}. Give { start, end }, end exclusive.`,
  );
}
