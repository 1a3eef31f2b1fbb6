/**
 * Loads onnxruntime-node with the first built-in model and not before: a process holds one version of it, and whoever brings an embedder of
 * his own may have another (@huggingface/transformers 3 brings 1.21).
 */
import { CivicTopicsError } from '../errors.js';
import { refuseTelemetry } from './no-telemetry.js';

/** What onnxruntime-node exports. */
export type OnnxRuntime = typeof import('onnxruntime-node');

/** @throws CivicTopicsError MODEL_INVALID when it is missing or damaged, or the process holds another version */
export async function loadOnnxRuntime(): Promise<OnnxRuntime> {
  refuseTelemetry();
  try {
    return await import('onnxruntime-node');
  } catch (cause) {
    throw new CivicTopicsError(
      'MODEL_INVALID',
      `Expected onnxruntime-node to load, but it failed (${cause}). Where transformers.js has loaded another version of it into this ` +
        'process, use the built-in encoder in a process of its own; else reinstall civic-topics.',
      { cause },
    );
  }
}
