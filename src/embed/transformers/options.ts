/** How a pipeline's token vectors become the vector of a text, and the name that says so. */
import { BOOLEAN, invalidArgument, type OptionKinds, oneOf, STRING, wholeNumber } from '../../arguments.js';
import type { PipelineModel, PipelineTokenizer } from './pipeline.js';

/** What a text's vector is: the mean of its tokens' vectors, or the first token's, or the last one's, marks included. */
export type Pooling = 'mean' | 'cls' | 'last-token';

/** How the model wants to be used: its card says so. */
export interface PoolingOptions {
  /** Default `mean`, as most sentence models want it. */
  readonly pooling?: Pooling | undefined;
  /** Put before every text, for example `'query: '` for the E5 models. Its tokens are never part of a span's vector. Default: none. */
  readonly prefix?: string | undefined;
  /** Whether the prefix's tokens count in the mean of the text: E5 wants them to, instructor models do not. Default true. */
  readonly prefixInMean?: boolean | undefined;
  /** Tokens that the model reads at once, with marks and prefix; longer texts are read in windows. Default 512, or the model's own limit if that is lower. */
  readonly maxTokens?: number | undefined;
  /**
   * Whether a span's vector is the mean of its tokens as the model reads them within the whole text (true), or that of the span embedded
   * as a text of its own (false, and one more run for each span). Default true with pooling `mean`; must be false with any other.
   */
  readonly lateChunking?: boolean | undefined;
}

/** The options with their defaults. */
export type PoolingSettings = { readonly [K in keyof PoolingOptions]-?: Exclude<PoolingOptions[K], undefined> };

const POOLINGS: readonly Pooling[] = ['mean', 'cls', 'last-token'];
/** Attention takes memory by the square of the window: no more than this unless asked for. */
const DEFAULT_TOKENS = 512;
const MOST_TOKENS = 131_072;

/** What each may be. */
export const POOLING_OPTIONS: OptionKinds<PoolingOptions> = {
  pooling: oneOf(...POOLINGS),
  prefix: STRING,
  prefixInMean: BOOLEAN,
  maxTokens: wholeNumber(1, MOST_TOKENS),
  lateChunking: BOOLEAN,
};

/**
 * @param options of the kinds above
 * @throws CivicTopicsError INVALID_ARGUMENT when two options exclude each other
 */
export function poolingSettings(
  options: PoolingOptions,
  tokenizer: PipelineTokenizer,
  model: PipelineModel,
): PoolingSettings {
  const { pooling = 'mean', prefix = '', prefixInMean = true, lateChunking = pooling === 'mean' } = options;
  const maxTokens = options.maxTokens ?? ownLimit(tokenizer, model);
  if (lateChunking && pooling !== 'mean')
    throw invalidArgument('lateChunking', `false with pooling ${pooling}`, lateChunking, 'Leave it out.');
  return { pooling, prefix, prefixInMean, lateChunking, maxTokens };
}

function ownLimit(tokenizer: PipelineTokenizer, model: PipelineModel): number {
  const limits = [tokenizer.model_max_length, model.config?.max_position_embeddings];
  return Math.min(
    DEFAULT_TOKENS,
    ...(limits.filter((limit) => Number.isInteger(limit) && Number(limit) > 0) as number[]),
  );
}

/** The model by its name and the kind of its weights, as far as a pipeline says these. */
export function modelName({ config, sessions }: PipelineModel, dimensions: number): string {
  const name = config?._name_or_path || `${config?.model_type ?? 'model'} of ${dimensions} dimensions`;
  const dtype = sessions?.model?.config?.dtype;
  return dtype ? `${name} ${dtype}` : name;
}

/** Names weights and use, so that a classifier refuses vectors of another model or another use. */
export function embedderId(name: string, { pooling, prefix, prefixInMean, lateChunking }: PoolingSettings): string {
  const parts = [name, pooling];
  if (prefix !== '') parts.push(`prefix ${JSON.stringify(prefix)}${prefixInMean ? '' : ' outside the mean'}`);
  parts.push(lateChunking ? 'late chunking' : 'spans alone');
  return parts.join(', ');
}
