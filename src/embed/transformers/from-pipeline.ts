/** Makes an embedder of a pipeline that the user has loaded. */
import { BOOLEAN, checkOptions, NON_EMPTY, type OptionKinds } from '../../arguments.js';
import { CivicTopicsError } from '../../errors.js';
import {
  embedderId,
  modelName,
  POOLING_OPTIONS,
  type PoolingOptions,
  type PoolingSettings,
  poolingSettings,
} from './options.js';
import { partsOf, type TransformersPipeline } from './pipeline.js';
import { TokenCutter } from './token-cutter.js';
import { TokenPlaces } from './token-places.js';
import { runModel } from './token-states.js';
import { PipelineEmbedder, type TransformersEmbedder } from './transformers-embedder.js';

/** Read once, to learn the width of the vectors and whether the tokens can be found in a text. */
const TRIAL = 'Áo dài, đổi mới: l’État publie (enfin) 2 décrets.\nIn 2031?';

/** Options of `fromPipeline`. */
export interface FromPipelineOptions extends PoolingOptions {
  /**
   * Names the weights, for example `Xenova/multilingual-e5-small q8`; a classifier works with the embedder it was trained on, so that models
   * which differ must differ in name. Pooling and prefix are added to it. Default: what the model's config.json calls it, or else its
   * architecture: a model that was fine-tuned from another may bear that one's name, and then needs one of its own here.
   */
  readonly id?: string | undefined;
  /** Whether `close()` disposes of the pipeline too. Default false: whoever made it does. */
  readonly ownsPipeline?: boolean | undefined;
}

const OPTIONS: OptionKinds<FromPipelineOptions> = { ...POOLING_OPTIONS, id: NON_EMPTY, ownsPipeline: BOOLEAN };

/**
 * Makes an embedder of a feature-extraction pipeline of `@huggingface/transformers` 3 or 4 or `@xenova/transformers` 2.17, for `train` and
 * `createClassifier`. Vectors have length 1; a text longer than the model reads at once is read in windows, as by the built-in encoder.
 *
 * @throws CivicTopicsError INVALID_ARGUMENT for a pipeline without tokenizer or model and for unknown or bad options, MODEL_INVALID when
 *   the tokenizer gives no ids, or the model does not give a finite float32 vector for each token.
 */
export async function fromPipeline(
  pipeline: TransformersPipeline,
  options: FromPipelineOptions = {},
): Promise<TransformersEmbedder> {
  const { tokenizer, model } = partsOf(pipeline);
  checkOptions('fromPipeline()', options, OPTIONS);
  const pooled = poolingSettings(options, tokenizer, model);
  const cutter = new TokenCutter(tokenizer);
  const use = { ...pooled, lateChunking: chooseLateChunking(options, pooled, cutter) };
  const room = roomForText(use, cutter);
  const trial = [...cutter.start, ...cutter.cut(TRIAL).slice(0, room), ...cutter.end];
  const { dimensions } = await runModel(model, cutter.Tensor, trial);
  return new PipelineEmbedder(cutter, model, {
    ...use,
    dimensions,
    id: embedderId(options.id ?? modelName(model, dimensions), use),
    dispose: async () => (options.ownsPipeline ? pipeline.dispose?.() : undefined),
  });
}

/** Tokens of a text that one window holds. */
function roomForText({ maxTokens, prefix }: PoolingSettings, { start, end, cut }: TokenCutter): number {
  const taken = start.length + cut(prefix).length + end.length;
  if (taken < maxTokens) return maxTokens - taken;
  throw new CivicTopicsError(
    'INVALID_ARGUMENT',
    `Expected maxTokens to leave room for a text beside marks and prefix, which take ${taken} tokens, got ${maxTokens}.`,
  );
}

/** Late chunking needs to know which tokens a span became. */
function chooseLateChunking(
  { lateChunking: asked }: FromPipelineOptions,
  { lateChunking, prefix }: PoolingSettings,
  cutter: TokenCutter,
): boolean {
  const text = prefix + TRIAL;
  const found = lateChunking && TokenPlaces.find(text, cutter.cut(text), cutter.cut) !== undefined;
  if (asked && !found) {
    throw new CivicTopicsError(
      'INVALID_ARGUMENT',
      'Expected a tokenizer that cuts the words of a text as it cuts them alone, which late chunking needs, got one that does not. ' +
        'Leave lateChunking out, or set it to false.',
    );
  }
  return found;
}
