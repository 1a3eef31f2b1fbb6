/** An embedder for tests: every word has a fixed direction drawn from its letters, a text is the mean of its words. Rejects what the real one rejects. */
import type { Embedder, Embedding, EmbedOptions } from '../../src/embed/embedder.js';
import { CivicTopicsError, throwIfAborted } from '../../src/errors.js';
import type { Span } from '../../src/text/span.js';

/** FNV-1a, then a linear congruential walk: numbers in [-1, 1) that depend on the word alone. */
function wordVector(word: string, dimensions: number): number[] {
  let state = 0x811c9dc5;
  for (const letter of word) state = Math.imul(state ^ (letter.codePointAt(0) as number), 0x01000193) >>> 0;
  return Array.from({ length: dimensions }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  });
}

export class FakeEmbedder implements Embedder {
  readonly id: string;
  readonly dimensions: number;
  /** Texts embedded so far, to count the work. */
  readonly seen: string[] = [];
  #closed = false;

  constructor(id = 'fake', dimensions = 16) {
    this.id = id;
    this.dimensions = dimensions;
  }

  get closed(): boolean {
    return this.#closed;
  }

  async embed(text: string, spans: readonly Span[] = [], options: EmbedOptions = {}): Promise<Embedding> {
    if (this.#closed) throw new CivicTopicsError('CLOSED', 'closed');
    throwIfAborted(options.signal);
    for (const { start, end } of spans) {
      if (!(start >= 0 && start < end && end <= text.length))
        throw new CivicTopicsError('INVALID_ARGUMENT', `span ${start}-${end} of ${text.length}`);
    }
    if (text !== text.normalize('NFC')) throw new CivicTopicsError('INVALID_ARGUMENT', 'text is not NFC');
    this.seen.push(text);
    const words = text.match(/\p{L}+/gu) ?? [];
    return {
      text: this.#vector(text),
      spans: spans.map(({ start, end }) => this.#vector(text.slice(start, end))),
      tokens: words.length,
      windows: words.length > 510 ? 2 : 1,
    };
  }

  #vector(text: string): Float32Array {
    const sum = new Float64Array(this.dimensions);
    for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? ['']) {
      wordVector(word, this.dimensions).forEach((value, i) => {
        sum[i] = (sum[i] as number) + value;
      });
    }
    const norm = Math.hypot(...sum) || 1;
    return Float32Array.from(sum, (value) => value / norm);
  }

  async close(): Promise<void> {
    this.#closed = true;
  }
}
