/** Remembers embeddings in a file, so that the same texts need not be embedded again: a second training then takes seconds. */
import { createHash } from 'node:crypto';
import type { Span } from '../text/span.js';
import { type CacheRead, readCacheFile, writeCacheFile } from './cache-file.js';
import type { Embedder, Embedding, EmbedOptions } from './embedder.js';

/** An embedder that looks into the file first, and can write what is new into it. */
export class CachedEmbedder implements Embedder {
  readonly id: string;
  readonly dimensions: number;
  /** What was wrong with the file, for people, without a full stop; undefined when it was usable, or there was none. */
  readonly notice: string | undefined;
  readonly #path: string;
  readonly #inner: Embedder;
  readonly #known: Map<string, Embedding>;
  readonly #mayWrite: boolean;
  readonly #used = new Set<string>();
  #added = 0;

  private constructor(path: string, inner: Embedder, read: CacheRead) {
    this.id = inner.id;
    this.dimensions = inner.dimensions;
    this.notice = read.notice;
    this.#path = path;
    this.#inner = inner;
    this.#known = read.entries;
    this.#mayWrite = read.mayWrite;
  }

  /** A missing, damaged or foreign file is no failure: `notice` says it, and it is written anew; one that is none of ours is left alone. */
  static async open(path: string, inner: Embedder): Promise<CachedEmbedder> {
    return new CachedEmbedder(path, inner, await readCacheFile(path, inner));
  }

  async embed(text: string, spans: readonly Span[] = [], options: EmbedOptions = {}): Promise<Embedding> {
    const key = keyOf(text, spans);
    this.#used.add(key);
    const known = this.#known.get(key);
    if (known) return known;
    const embedding = await this.#inner.embed(text, spans, options);
    this.#known.set(key, embedding);
    this.#added++;
    return embedding;
  }

  /**
   * Writes the file when something new was embedded.
   *
   * @param keepUnused whether to keep what nobody has asked for since the file was opened
   * @returns why it could not be written, for people, without a full stop; undefined when it was, or need not be
   */
  async save(keepUnused: boolean): Promise<string | undefined> {
    if (this.#added === 0 || !this.#mayWrite) return undefined;
    const entries = [...this.#known].filter(([key]) => keepUnused || this.#used.has(key));
    const failure = await writeCacheFile(this.#path, this, entries);
    if (failure === undefined) this.#added = 0;
    return failure;
  }

  close(): Promise<void> {
    return this.#inner.close();
  }
}

/** SHA-256 of the text and its spans: the vectors of clauses depend on where they are cut. */
function keyOf(text: string, spans: readonly Span[]): string {
  const hash = createHash('sha256').update(text, 'utf8').update('\0');
  for (const { start, end } of spans) hash.update(`${start}-${end} `);
  return hash.digest().toString('latin1');
}
