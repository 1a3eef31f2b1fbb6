/** A pipeline of transformers.js for tests: its tokens are words that can be read, and every run of its model is kept. */
import type { TransformersPipeline } from '../../src/embed/transformers/pipeline.js';

class FakeTensor {
  constructor(
    readonly type: string,
    readonly data: BigInt64Array | Float32Array,
    readonly dims: readonly number[],
  ) {}
}

export interface FakePipelineOptions {
  /** Tokens of a text without marks. Default: words in lower case as `▁word`, signs by themselves, long words in parts of four letters. */
  readonly cut?: (text: string) => readonly string[];
  /** Tokens before and after a text. Default `<s>` and `</s>`. */
  readonly marks?: readonly [readonly string[], readonly string[]];
  /** The vector of a token. Default: [1, 0]. */
  readonly vectorOf?: (token: string, tokens: readonly string[]) => readonly number[];
  /** What the model gives instead of its vectors. */
  readonly output?: (tensor: FakeTensor) => Readonly<Record<string, unknown>>;
  /** Awaited by every run. */
  readonly ready?: () => Promise<unknown>;
  readonly maxLength?: number;
  readonly config?: object;
  readonly dtype?: string;
}

export interface FakePipeline extends TransformersPipeline {
  /** Tokens of each run, marks and all. */
  readonly runs: (readonly string[])[];
  readonly disposals: number;
}

export function cutWords(text: string): string[] {
  return text
    .toLowerCase()
    .split(/\s+/u)
    .filter(Boolean)
    .flatMap((word) => (`▁${word}`.match(/▁?[\p{L}\p{M}\p{N}]{1,4}|▁?./gu) ?? []) as string[]);
}

export function fakePipeline({
  cut = cutWords,
  marks: [start, end] = [['<s>'], ['</s>']],
  vectorOf = () => [1, 0],
  output = (tensor) => ({ last_hidden_state: tensor }),
  ready,
  maxLength,
  config = {},
  dtype,
}: FakePipelineOptions = {}): FakePipeline {
  const tokens: string[] = [];
  const idOf = (token: string) => (tokens.includes(token) ? tokens.indexOf(token) : tokens.push(token) - 1);
  const runs: string[][] = [];
  let disposals = 0;

  const encode = (text: string, marked: boolean) => (marked ? [...start, ...cut(text), ...end] : cut(text)).map(idOf);
  const tokenizer = (input: string | readonly string[], options?: { add_special_tokens: boolean }) => {
    if (typeof input !== 'string')
      return { input_ids: input.map((text) => encode(text, !!options?.add_special_tokens)) };
    const ids = encode(input, true);
    return { input_ids: new FakeTensor('int64', BigInt64Array.from(ids, BigInt), [1, ids.length]) };
  };
  const model = async ({ input_ids: { data, dims } }: { input_ids: FakeTensor }) => {
    const run = [...data].map((id) => tokens[Number(id)] as string);
    runs.push(run);
    await ready?.();
    const vectors = run.map((token) => vectorOf(token, run));
    const width = vectors[0]?.length ?? 0;
    return output(new FakeTensor('float32', Float32Array.from(vectors.flat()), [...dims, width]));
  };
  return {
    tokenizer: Object.assign(tokenizer, { model_max_length: maxLength }),
    model: Object.assign(model, { config, sessions: { model: { config: { dtype } } } }),
    dispose: async () => {
      disposals++;
    },
    runs,
    get disposals() {
      return disposals;
    },
  };
}
