/**
 * The public surface of civic-topics/transformers.
 *
 * @module civic-topics/transformers
 */
export { type FromModelOptions, fromModel } from './embed/transformers/from-model.js';
export { type FromPipelineOptions, fromPipeline } from './embed/transformers/from-pipeline.js';
export type { Pooling, PoolingOptions } from './embed/transformers/options.js';
export type { TransformersPipeline } from './embed/transformers/pipeline.js';
export type { TransformersEmbedder } from './embed/transformers/transformers-embedder.js';
