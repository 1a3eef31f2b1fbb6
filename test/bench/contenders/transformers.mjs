/** transformers.js: feature extraction with mean pooling and unit length, from the local model folder. */
import { PEER_PACKAGES, PEERS } from '../places.mjs';

// By path, since the package is installed beside this project and not in it.
const { env, pipeline } = await import(`${PEER_PACKAGES}@huggingface/transformers/dist/transformers.node.mjs`);
env.allowRemoteModels = false;
env.localModelPath = PEERS;

export async function open({ threads, dtype }) {
  const session_options = { intraOpNumThreads: threads, interOpNumThreads: 1 };
  const extract = await pipeline('feature-extraction', 'model', { dtype, session_options });
  const embed = (input) => extract(input, { pooling: 'mean', normalize: true });
  return { one: embed, many: embed };
}
