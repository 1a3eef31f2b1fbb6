/** Runs a pipeline's model over ids, one text a run, and takes means of the vectors of its tokens. */
import { CivicTopicsError } from '../../errors.js';
import type { TokenRange } from '../token-range.js';
import type { PipelineModel, PipelineTensor, PipelineTensorClass } from './pipeline.js';

/** One vector for each token of a run, float32 [tokens, dimensions]. */
export interface TokenStates {
  readonly data: Float32Array;
  readonly tokens: number;
  readonly dimensions: number;
}

/** @throws CivicTopicsError MODEL_INVALID when the model fails, or gives anything but a finite float32 vector for each token */
export async function runModel(
  model: PipelineModel,
  Tensor: PipelineTensorClass,
  ids: readonly number[],
): Promise<TokenStates> {
  const shape = [1, ids.length];
  // No padding and no second text: every token is attended to and is of type 0.
  const inputs = {
    input_ids: new Tensor('int64', BigInt64Array.from(ids, BigInt), shape),
    attention_mask: new Tensor('int64', new BigInt64Array(ids.length).fill(1n), shape),
    token_type_ids: new Tensor('int64', new BigInt64Array(ids.length), shape),
  };
  let outputs: Awaited<ReturnType<PipelineModel>>;
  try {
    outputs = await model(inputs);
  } catch (cause) {
    throw new CivicTopicsError('MODEL_INVALID', `Expected the pipeline to read ${ids.length} tokens, got ${cause}.`, {
      cause,
    });
  }
  // The order in which transformers.js itself looks for them.
  return statesOf(outputs?.last_hidden_state ?? outputs?.logits ?? outputs?.token_embeddings, ids.length);
}

function statesOf(output: PipelineTensor | undefined, tokens: number): TokenStates {
  const [batch, rows, dimensions = 0] = output?.dims ?? [];
  const data = output?.data;
  const fits = output?.dims.length === 3 && batch === 1 && rows === tokens && data?.length === tokens * dimensions;
  const finite = data instanceof Float32Array && data.every(Number.isFinite);
  if (fits && finite) return { data, tokens, dimensions };
  const shape =
    output && `${fits && !finite ? 'other numbers, ' : ''}${output.type} of shape ${output.dims.join(' × ')}`;
  throw new CivicTopicsError(
    'MODEL_INVALID',
    `Expected the pipeline's model to give finite float32 numbers of shape 1 × ${tokens} × dimensions for ${tokens} tokens, got ` +
      `${shape ?? 'nothing under a name of such an output'}. Use a model for feature extraction.`,
  );
}

/** The mean of the tokens in some ranges, brought to length 1. */
export function unitMean({ data, dimensions }: TokenStates, ranges: readonly TokenRange[]): Float32Array {
  const sum = new Float64Array(dimensions);
  for (const { start, end } of ranges) {
    for (let at = start * dimensions; at < end * dimensions; at++) {
      const i = at % dimensions;
      sum[i] = (sum[i] as number) + (data[at] as number);
    }
  }
  const norm = Math.hypot(...sum) || 1;
  return Float32Array.from(sum, (value) => value / norm);
}
