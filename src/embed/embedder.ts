/** What turns a text into vectors: the interface that the built-in model and any other fulfil. */
import type { Span } from '../text/span.js';

/** The vectors of one text, each of `dimensions` entries and length 1 (L2); of length 0 for spans of a text without any token. */
export interface Embedding {
  /** The whole text. */
  readonly text: Float32Array;
  /** One vector for each span asked for, in that order: the mean of its tokens, each read in the light of the whole text. */
  readonly spans: readonly Float32Array[];
  /** Tokens of the whole text, without the model's start and end marks. */
  readonly tokens: number;
  /** Windows the text was read in: 1 unless it is longer than the model's limit. */
  readonly windows: number;
}

/** Options of one embedding. */
export interface EmbedOptions {
  /** Calls the wait off: it then fails with the code ABORTED. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Turns texts into unit vectors. The answer depends on the text and its spans alone, never on other texts; the spans matter only
 * for a text longer than the model's limit, whose windows end where a span begins.
 */
export interface Embedder {
  /** Names the exact weights, for example the sha256 of the model file: a classifier works with the weights it was trained on. */
  readonly id: string;
  /** Entries of a vector. */
  readonly dimensions: number;
  /**
   * Embeds a text and spans of it (UTF-16 code units of `text`).
   *
   * @throws CivicTopicsError INVALID_ARGUMENT when a span is empty or outside the text, CLOSED after `close()`, ABORTED by the signal.
   */
  embed(text: string, spans?: readonly Span[], options?: EmbedOptions): Promise<Embedding>;
  /** Frees the model; calling it again does nothing. */
  close(): Promise<void>;
}
