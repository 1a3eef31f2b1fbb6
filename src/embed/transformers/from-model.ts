/** Loads a model through whichever package of transformers.js is installed, and makes an embedder of it. */
import { checkOptions, NON_EMPTY, type OptionKinds, requireKind } from '../../arguments.js';
import { CivicTopicsError } from '../../errors.js';
import { refuseTelemetry } from '../no-telemetry.js';
import { fromPipeline } from './from-pipeline.js';
import { importPeer, type PeerName, type TransformersPackage } from './import-peer.js';
import { POOLING_OPTIONS, type PoolingOptions } from './options.js';
import type { TransformersPipeline } from './pipeline.js';
import type { TransformersEmbedder } from './transformers-embedder.js';

/** Options of `fromModel`. */
export interface FromModelOptions extends PoolingOptions {
  /** Kind of weights, as transformers.js names them: `q8`, `fp32`, and from its version 3 on `fp16`, `q4` and others. Default `q8`. */
  readonly dtype?: string | undefined;
}

const OPTIONS: OptionKinds<FromModelOptions> = { ...POOLING_OPTIONS, dtype: NON_EMPTY };

/**
 * Loads a model by its name on the Hugging Face hub, or from the folder that the `env.localModelPath` of transformers.js names, and owns
 * it: `close()` frees it. Unlike all else in this package it may use the network: transformers.js downloads what it does not find, unless
 * its `env.allowRemoteModels` is false.
 *
 * @throws CivicTopicsError MODEL_NOT_FOUND when neither `@huggingface/transformers` nor `@xenova/transformers` is installed, or has no such
 *   model; MODEL_INVALID and INVALID_ARGUMENT as by `fromPipeline`.
 */
export async function fromModel(model: string, options: FromModelOptions = {}): Promise<TransformersEmbedder> {
  requireKind('the model', model, NON_EMPTY, "Give its name, for example 'Xenova/multilingual-e5-small'.");
  checkOptions('fromModel()', options, OPTIONS);
  const { dtype = 'q8', ...pooling } = options;
  refuseTelemetry();
  const { name, peer } = await importPeer();
  const pipeline = await load(peer, name, model, dtype);
  try {
    return await fromPipeline(pipeline, { ...pooling, id: `${model} ${dtype}`, ownsPipeline: true });
  } catch (error) {
    await pipeline.dispose?.();
    throw error;
  }
}

/** Before version 3 the only choice was whether the weights are in 8 bits. */
function pipelineOptions(name: PeerName, dtype: string): object {
  if (name === '@huggingface/transformers') return { dtype };
  if (dtype === 'q8' || dtype === 'fp32') return { quantized: dtype === 'q8' };
  throw new CivicTopicsError(
    'INVALID_ARGUMENT',
    `Expected dtype to be q8 or fp32 with ${name}, got ${dtype}. For others run: npm install @huggingface/transformers`,
  );
}

async function load(
  peer: TransformersPackage,
  name: PeerName,
  model: string,
  dtype: string,
): Promise<TransformersPipeline> {
  const options = pipelineOptions(name, dtype);
  try {
    return await peer.pipeline('feature-extraction', model, options);
  } catch (cause) {
    throw new CivicTopicsError(
      'MODEL_NOT_FOUND',
      `Expected ${name} to load ${model} (${dtype}), but it failed (${cause}).`,
      { cause },
    );
  }
}
