/** What is used of a pipeline of transformers.js: the same in @huggingface/transformers 3 and 4 and in @xenova/transformers 2.17. */
import { describe } from '../../arguments.js';
import { CivicTopicsError } from '../../errors.js';

/** A feature-extraction pipeline of transformers.js, as `pipeline('feature-extraction', …)` gives it. */
export interface TransformersPipeline {
  /** Cuts texts into tokens; called with one text or several and options. */
  readonly tokenizer: (...args: never[]) => unknown;
  /** Gives a vector for each token; called with tensors by name. */
  readonly model: (...args: never[]) => unknown;
  /** Frees the model. */
  dispose?(): Promise<unknown>;
}

/** A tensor of transformers.js. */
export interface PipelineTensor {
  readonly type: string;
  readonly dims: readonly number[];
  readonly data: ArrayLike<number | bigint>;
}

/** The class of tensors, which a model knows its inputs by. */
export type PipelineTensorClass = new (type: 'int64', data: BigInt64Array, dims: readonly number[]) => PipelineTensor;

/** The two ways in which a tokenizer is called. */
export interface PipelineTokenizer {
  (text: string): { readonly input_ids: PipelineTensor };
  (
    texts: readonly string[],
    options: { add_special_tokens: boolean; padding: false; truncation: false; return_tensor: false },
  ): { readonly input_ids: number[][] };
  readonly model_max_length?: number;
}

/** A model, and what it says of itself: its settings, and from version 3 on the kind of weights that were loaded. */
export interface PipelineModel {
  (inputs: Readonly<Record<string, PipelineTensor>>): Promise<Readonly<Record<string, PipelineTensor | undefined>>>;
  readonly config?: {
    readonly _name_or_path?: string;
    readonly model_type?: string;
    readonly max_position_embeddings?: number;
  };
  readonly sessions?: { readonly model?: { readonly config?: { readonly dtype?: string } } };
}

/**
 * The two parts of a pipeline.
 *
 * @throws CivicTopicsError INVALID_ARGUMENT when either is missing
 */
export function partsOf(pipeline: TransformersPipeline): { tokenizer: PipelineTokenizer; model: PipelineModel } {
  const { tokenizer, model } = (pipeline ?? {}) as { tokenizer?: unknown; model?: unknown };
  if (typeof tokenizer === 'function' && typeof model === 'function')
    return { tokenizer: tokenizer as PipelineTokenizer, model: model as PipelineModel };
  throw new CivicTopicsError(
    'INVALID_ARGUMENT',
    "Expected a pipeline of transformers.js with a tokenizer and a model, as pipeline('feature-extraction', …) gives it once awaited, got " +
      `${describe(pipeline)} with tokenizer: ${typeof tokenizer} and model: ${typeof model}.`,
  );
}
