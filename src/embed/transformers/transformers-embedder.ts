/** The embedder on a pipeline of transformers.js: one text a run, so that an answer never depends on its neighbours. */
import { CivicTopicsError, throwIfAborted } from '../../errors.js';
import type { Span } from '../../text/span.js';
import { checkEmbed } from '../check-embed.js';
import type { Embedder, Embedding, EmbedOptions } from '../embedder.js';
import { overlap, type TokenRange } from '../token-range.js';
import { WindowMean } from '../window-mean.js';
import { planWindows } from '../windows.js';
import type { PoolingSettings } from './options.js';
import type { PipelineModel } from './pipeline.js';
import type { TokenCutter } from './token-cutter.js';
import { TokenPlaces } from './token-places.js';
import { runModel, type TokenStates, unitMean } from './token-states.js';

/** An embedder that says how it makes the vectors of spans. */
export interface TransformersEmbedder extends Embedder {
  /**
   * True when a span's vector is the mean of its tokens, each read in the light of the whole text; false when every span is embedded as a
   * text of its own. Where it is true, a text whose words do not give its tokens, which no common tokenizer does, is embedded the other way.
   */
  readonly lateChunking: boolean;
}

/** A text as the model reads it: ids of the prefix and of the text, and which of the latter each span became, where that is known. */
interface Reading {
  readonly prefix: readonly number[];
  readonly ids: readonly number[];
  readonly ranges: readonly TokenRange[] | undefined;
}

type Use = PoolingSettings & {
  readonly id: string;
  readonly dimensions: number;
  readonly dispose: () => Promise<unknown>;
};

export class PipelineEmbedder implements TransformersEmbedder {
  readonly id: string;
  readonly dimensions: number;
  readonly lateChunking: boolean;
  readonly #use: Use;
  readonly #cutter: TokenCutter;
  readonly #model: PipelineModel;
  /** Runs go one after the other: each uses all threads of the model. */
  #last: Promise<unknown> = Promise.resolve();
  #closing: Promise<unknown> | undefined;

  constructor(cutter: TokenCutter, model: PipelineModel, use: Use) {
    this.id = use.id;
    this.dimensions = use.dimensions;
    this.lateChunking = use.lateChunking;
    this.#use = use;
    this.#cutter = cutter;
    this.#model = model;
  }

  async embed(text: string, spans: readonly Span[] = [], options: EmbedOptions = {}): Promise<Embedding> {
    checkEmbed(text, spans, options);
    const { signal } = options;
    const reading = this.#read(text, spans);
    if (this.lateChunking && reading.ranges) return this.#embed(reading, reading.ranges, signal);
    const whole = await this.#embed(reading, [], signal);
    const alone: Float32Array[] = [];
    for (const { start, end } of spans) {
      alone.push((await this.#embed(this.#read(text.slice(start, end), []), [], signal)).text);
    }
    return { ...whole, spans: alone };
  }

  #read(text: string, spans: readonly Span[]): Reading {
    const { prefix } = this.#use;
    const { cut } = this.#cutter;
    const all = cut(prefix + text);
    const alone = cut(prefix);
    // A token that reaches from the prefix into the text is the text's.
    const differing = alone.findIndex((id, i) => id !== all[i]);
    const before = differing < 0 ? alone.length : differing;
    const places = spans.length === 0 ? undefined : TokenPlaces.find(prefix + text, all, cut);
    const ranges =
      places &&
      spans.map(({ start, end }): TokenRange => {
        const tokens = places.tokensOf({ start: start + prefix.length, end: end + prefix.length });
        return { start: Math.max(0, tokens.start - before), end: Math.max(0, tokens.end - before) };
      });
    return { prefix: all.slice(0, before), ids: all.slice(before), ranges };
  }

  /** Embeds the text and those of its tokens that are wanted, in windows that end where a span begins. */
  async #embed(
    { prefix, ids, ranges = [] }: Reading,
    wanted: readonly TokenRange[],
    signal: AbortSignal | undefined,
  ): Promise<Embedding> {
    const { start, end } = this.#cutter;
    const limit = this.#use.maxTokens - start.length - prefix.length - end.length;
    const windows = planWindows(
      ids.length,
      limit,
      ranges.map((range) => range.start),
    );
    const whole = new WindowMean(this.dimensions);
    const parts = wanted.map(() => new WindowMean(this.dimensions));
    for (const window of windows) {
      const run = [...start, ...prefix, ...ids.slice(window.start, window.end), ...end];
      if (run.length === 0) continue; // an empty text of a model without marks
      const states = await this.#run(run, signal);
      whole.add(this.#pool(states, start.length, prefix.length), window.end - window.start);
      addParts(states, window, start.length + prefix.length, wanted, parts);
    }
    return {
      text: whole.result(),
      spans: parts.map((part) => part.result()),
      tokens: ids.length,
      windows: windows.length,
    };
  }

  #pool(states: TokenStates, marks: number, prefix: number): Float32Array {
    const { pooling, prefixInMean } = this.#use;
    const { tokens } = states;
    if (pooling === 'cls') return unitMean(states, [{ start: 0, end: 1 }]);
    if (pooling === 'last-token') return unitMean(states, [{ start: tokens - 1, end: tokens }]);
    if (prefixInMean) return unitMean(states, [{ start: 0, end: tokens }]);
    return unitMean(states, [
      { start: 0, end: marks },
      { start: marks + prefix, end: tokens },
    ]);
  }

  #run(ids: readonly number[], signal: AbortSignal | undefined): Promise<TokenStates> {
    const run = this.#last.then(async () => {
      throwIfAborted(signal);
      if (this.#closing)
        throw new CivicTopicsError(
          'CLOSED',
          'Expected an open embedder, but close() was called before. Create a new one.',
        );
      return runModel(this.#model, this.#cutter.Tensor, ids);
    });
    this.#last = run.catch(() => undefined);
    return run;
  }

  async close(): Promise<void> {
    this.#closing ??= this.#last.then(() => this.#use.dispose());
    await this.#closing;
  }
}

/** Adds to `parts` the vectors of the ranges that a window touches; token 0 of the window is row `offset` of the states. */
function addParts(
  states: TokenStates,
  window: TokenRange,
  offset: number,
  ranges: readonly TokenRange[],
  parts: readonly WindowMean[],
): void {
  ranges.forEach((range, index) => {
    const part = overlap(range, window);
    if (!part) return;
    const shift = offset - window.start;
    const rows = { start: part.start + shift, end: part.end + shift };
    parts[index]?.add(unitMean(states, [rows]), part.end - part.start);
  });
}
