/** The built-in embedder: one text a run through onnxruntime, so that an answer never depends on its neighbours. */
import { availableParallelism } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type { InferenceSession, Tensor } from 'onnxruntime-node';
import { BOOLEAN, checkOptions, type OptionKinds, PATH, pathOf, SIGNAL, wholeNumber } from '../arguments.js';
import { CivicTopicsError, throwIfAborted } from '../errors.js';
import type { Span } from '../text/span.js';
import { builtInModelFolder } from './built-in-model.js';
import { checkEmbed } from './check-embed.js';
import type { Embedder, Embedding, EmbedOptions } from './embedder.js';
import { type Manifest, readManifest, readVerified } from './model-folder.js';
import { loadOnnxRuntime, type OnnxRuntime } from './onnx-runtime.js';
import { spanTokens } from './span-tokens.js';
import { overlap, type TokenRange } from './token-range.js';
import { loadTokenizer, type Tokenizer, type Tokens } from './tokenizer.js';
import { WindowMean } from './window-mean.js';
import { planWindows } from './windows.js';

/** More threads than this wait for one another on texts of a paragraph's length. */
const MOST_DEFAULT_THREADS = 4;
/** Catches a slip of the pen: no text keeps more busy. */
const MOST_THREADS = 256;
/** Ids of the marks before and after a text, `<s>` and `</s>` in every vocabulary of XLM-R, and how many they are. */
const START_ID = 0;
const END_ID = 2;
const MARKS = 2;
/** Spans embedded in one run: bounds the memory of `span_weights` for texts with very many clauses. */
const MOST_SPANS = 4096;

/** Options of the built-in embedder. */
export interface OnnxEmbedderOptions {
  /** Folder with manifest.json, model.onnx and tokenizer.json, by path or file: URL; default: the one in the package. */
  readonly modelFolder?: string | URL | undefined;
  /** Processor threads for one text, 1 to 256; default: the number of cores, at most 4. */
  readonly threads?: number | undefined;
  /**
   * For a process that reads a few texts and ends: loads some 45 ms sooner and takes 1.5 ms longer for each text, since the weights are
   * not laid out for the processor beforehand. Answers are the same to the last bit. Default false.
   */
  readonly fewTexts?: boolean | undefined;
  /** Calls the loading off: it then fails with the code ABORTED. */
  readonly signal?: AbortSignal | undefined;
}

/** Processor threads of an encoder. */
export const THREADS = wholeNumber(1, MOST_THREADS);
const OPTIONS: OptionKinds<OnnxEmbedderOptions> = {
  modelFolder: PATH,
  threads: THREADS,
  fewTexts: BOOLEAN,
  signal: SIGNAL,
};

/**
 * Loads and verifies a model folder.
 *
 * @throws CivicTopicsError INVALID_ARGUMENT for an unknown option or a bad value, MODEL_NOT_FOUND or MODEL_INVALID for a folder that
 *   is missing, damaged or not of this package, ABORTED by the signal.
 */
export async function createOnnxEmbedder(options: OnnxEmbedderOptions = {}): Promise<Embedder> {
  checkOptions('createOnnxEmbedder()', options, OPTIONS);
  const { threads = Math.min(availableParallelism(), MOST_DEFAULT_THREADS), fewTexts = false, signal } = options;
  const folder = options.modelFolder === undefined ? builtInModelFolder() : pathOf(options.modelFolder);
  throwIfAborted(signal);
  const loading = loadOnnxRuntime();
  loading.catch(() => undefined); // awaited below; a folder that fails first must not leave it unhandled
  const manifest = await readManifest(folder);
  // Hashing 40 MB takes place on another thread while the tokenizer is built on this one.
  const reading = readVerified(folder, 'model.onnx', manifest);
  reading.catch(() => undefined); // awaited below; a tokenizer that fails first must not leave it unhandled
  const json = Buffer.from(await readVerified(folder, 'tokenizer.json', manifest)).toString('utf8');
  throwIfAborted(signal);
  const tokenizer = loadTokenizer(json, `${folder}/tokenizer.json`);
  const runtime = await loading;
  const model = await reading;
  await heed(signal);
  const session = await createSession(runtime, model, { threads, fewTexts }, folder);
  try {
    await heed(signal);
  } catch (aborted) {
    await session.release();
    throw aborted;
  }
  return new OnnxEmbedder(manifest, tokenizer, session, runtime.Tensor);
}

/** Building tokenizer and session holds up the event loop; timers that are due meanwhile must get their turn before the signal is read. */
async function heed(signal: AbortSignal | undefined): Promise<void> {
  if (signal) await wait(0);
  throwIfAborted(signal);
}

async function createSession(
  { InferenceSession: Session }: OnnxRuntime,
  model: Uint8Array,
  { threads, fewTexts }: { readonly threads: number; readonly fewTexts: boolean },
  folder: string,
): Promise<InferenceSession> {
  let session: InferenceSession;
  try {
    // Level `basic`: higher levels fuse the normalisation into a slower operator.
    session = await Session.create(model, {
      graphOptimizationLevel: 'basic',
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      ...(fewTexts && { extra: { session: { disable_prepacking: '1' } } }),
    });
  } catch (cause) {
    throw new CivicTopicsError(
      'MODEL_INVALID',
      `Expected ${folder}/model.onnx to be a model that onnxruntime can load (${cause}).`,
      { cause },
    );
  }
  const names = [...session.inputNames, ...session.outputNames].sort().join(', ');
  if (names === 'embeddings, input_ids, span_weights') return session;
  await session.release();
  throw new CivicTopicsError(
    'MODEL_INVALID',
    `Expected ${folder}/model.onnx to make embeddings of input_ids and span_weights, got a model of ${names}.`,
  );
}

/** @throws CivicTopicsError MODEL_INVALID when the model gives anything but so many finite vectors */
function vectorsOf(output: Tensor | undefined, rows: number, dimensions: number): Float32Array {
  const data = output?.data;
  if (data instanceof Float32Array && data.length === rows * dimensions && data.every(Number.isFinite)) return data;
  const got = output ? `${output.type} of shape ${output.dims.join(' × ')}` : 'nothing';
  throw new CivicTopicsError(
    'MODEL_INVALID',
    `Expected the model to give ${rows} × ${dimensions} finite numbers (float32), as its manifest says, got ${got}.`,
  );
}

class OnnxEmbedder implements Embedder {
  readonly id: string;
  readonly dimensions: number;
  readonly #tokenizer: Tokenizer;
  readonly #limit: number;
  readonly #Tensor: OnnxRuntime['Tensor'];
  #session: InferenceSession | undefined;
  /** Runs go one after the other: the session uses all its threads for one text. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(manifest: Manifest, tokenizer: Tokenizer, session: InferenceSession, tensor: OnnxRuntime['Tensor']) {
    this.id = manifest.files['model.onnx'].sha256;
    this.dimensions = manifest.dimensions;
    this.#tokenizer = tokenizer;
    this.#limit = manifest.maxTokens - MARKS;
    this.#session = session;
    this.#Tensor = tensor;
  }

  async embed(text: string, spans: readonly Span[] = [], options: EmbedOptions = {}): Promise<Embedding> {
    checkEmbed(text, spans, options);
    const tokens = await this.#tokenizer.tokenize(text);
    const ranges = spanTokens(tokens, spans);
    const windows = planWindows(
      tokens.ids.length,
      this.#limit,
      ranges.map((range) => range.start),
    );
    const whole = new WindowMean(this.dimensions);
    const parts = spans.map(() => new WindowMean(this.dimensions));
    for (const window of windows) {
      throwIfAborted(options.signal);
      await this.#embedWindow(tokens, window, ranges, whole, parts, options.signal);
    }
    return {
      text: whole.result(),
      spans: parts.map((part) => part.result()),
      tokens: tokens.ids.length,
      windows: windows.length,
    };
  }

  /** Adds the window's vector to `whole`, and those of the spans that it touches to `parts`. */
  async #embedWindow(
    tokens: Tokens,
    window: TokenRange,
    ranges: readonly TokenRange[],
    whole: WindowMean,
    parts: readonly WindowMean[],
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const touched = ranges.flatMap((range, index) => {
      const part = overlap(range, window);
      return part ? [{ index, ...part }] : [];
    });
    for (let from = 0; from === 0 || from < touched.length; from += MOST_SPANS) {
      const some = touched.slice(from, from + MOST_SPANS);
      const rows = await this.#run(tokens, window, some, signal);
      if (from === 0) whole.add(rows[0] as Float32Array, window.end - window.start);
      some.forEach(({ index, start, end }, i) => {
        parts[index]?.add(rows[i + 1] as Float32Array, end - start);
      });
    }
  }

  /** Row 0: mean over the window with its marks; then one row for each span. */
  async #run(
    tokens: Tokens,
    window: TokenRange,
    spans: readonly TokenRange[],
    signal: AbortSignal | undefined,
  ): Promise<Float32Array[]> {
    const length = window.end - window.start + MARKS;
    const ids = new BigInt64Array(length);
    ids[0] = BigInt(START_ID);
    for (let i = window.start; i < window.end; i++) ids[i - window.start + 1] = BigInt(tokens.ids[i] as number);
    ids[length - 1] = BigInt(END_ID);
    const weights = new Float32Array((spans.length + 1) * length).fill(1 / length, 0, length);
    spans.forEach(({ start, end }, row) => {
      const at = (row + 1) * length + 1 - window.start;
      weights.fill(1 / (end - start), at + start, at + end);
    });
    const feeds = {
      input_ids: new this.#Tensor('int64', ids, [1, length]),
      span_weights: new this.#Tensor('float32', weights, [spans.length + 1, length]),
    };
    const vectors = vectorsOf(await this.#enqueue(feeds, signal), spans.length + 1, this.dimensions);
    return Array.from({ length: spans.length + 1 }, (_, row) =>
      vectors.slice(row * this.dimensions, (row + 1) * this.dimensions),
    );
  }

  #enqueue(feeds: Record<string, Tensor>, signal: AbortSignal | undefined): Promise<Tensor | undefined> {
    const run = this.#last.then(async () => {
      throwIfAborted(signal);
      if (!this.#session)
        throw new CivicTopicsError(
          'CLOSED',
          'Expected an open embedder, but close() was called before. Create a new one.',
        );
      return (await this.#session.run(feeds)).embeddings;
    });
    this.#last = run.catch(() => undefined);
    return run;
  }

  async close(): Promise<void> {
    const session = this.#session;
    this.#session = undefined;
    await this.#last;
    await session?.release();
  }
}
