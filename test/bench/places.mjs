/** Where the files of a run are. */
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

export const ROOT = at('../../');
/** Everything that is built or installed for the peers; not committed. */
export const PEERS = at('.peers/');
export const PEER_PROJECT = at('peers/');
export const PEER_PACKAGES = at('.peers/node/node_modules/');
export const PEER_CENTROIDS = at('.peers/centroids.json');
/** Where `npm run bench` makes the environment of the Python peers. */
export const PYTHON_PEERS = at('peers/python/');
export const PYTHON_PEERS_ENVIRONMENT = at('.peers/python/');
export const ROOF_MODEL = at('.peers/roof.onnx');
export const RESULTS = at('results/');
/** Real paragraphs that stay outside the repository. */
export const CIVIC_DEV = at('../../../shared/benchmarks/civic-dev/paragraphs.csv');
