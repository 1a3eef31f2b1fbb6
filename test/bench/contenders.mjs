/** Who is measured, and how each is started. */
import { fileURLToPath } from 'node:url';
import { PEER_CENTROIDS, PEERS } from './places.mjs';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The one that the others are compared with. */
export const BASELINE = 'transformers.js q8';

/** Our encoder alone: its share of the machine's int8 roof is reported. */
export const ENCODER = 'civic-topics, embedder alone';

/** Folder in the layout of transformers.js and of Hugging Face: the peers' model. */
const MODEL = `${PEERS}model`;

/** In JavaScript modules that export `open({ threads, dtype })`, which resolves to `{ one(text), many(texts) }`; in Python a name of peers/python/contenders.py. */
const NODE = [
  { name: 'civic-topics, the whole job', module: at('contenders/civic-topics.mjs') },
  { name: ENCODER, module: at('contenders/embedder.mjs') },
  { name: 'transformers.js q8', module: at('contenders/transformers.mjs'), dtype: 'q8' },
  { name: 'transformers.js fp32', module: at('contenders/transformers.mjs'), dtype: 'fp32' },
];
const PYTHON = [
  { name: 'sentence-transformers onnx int8', peer: 'sentence-transformers' },
  { name: 'fastembed onnx int8', peer: 'fastembed' },
  { name: 'scikit-learn, words alone', peer: 'scikit-learn' },
];
export const THROUGHPUT = [...NODE, ...PYTHON];

/** How one run of a contender is started: a program and its arguments. `textsFile` holds the texts for those that are not written in JavaScript. */
export function throughputCommand(contender, { set, mode, threads, limit, textsFile, peerPython }) {
  if (contender.module) {
    const job = { contender, set, mode, threads, limit };
    return [process.execPath, [at('throughput.mjs'), JSON.stringify(job)]];
  }
  const job = { peer: contender.peer, texts: textsFile, mode, threads, model: MODEL };
  return [peerPython, [at('peers/python/throughput.py'), JSON.stringify(job)]];
}

const node = (...args) => [process.execPath, args];
const pythonPeer = (peer) => (text, threads, python) => [
  python,
  [at('peers/python/first_answer.py'), peer, MODEL, PEER_CENTROIDS, threads, text],
];

/** Programs that print the topics of one text: a program and its arguments. */
export const FIRST_ANSWER = [
  {
    name: 'civic-topics, command line',
    command: (text, threads) => node(at('../../dist/cli.js'), 'classify', '--threads', threads, '--', text),
  },
  { name: 'civic-topics, library', command: (text, threads) => node(at('first-answer/library.mjs'), text, threads) },
  {
    name: 'transformers.js q8',
    command: (text, threads) => node(at('first-answer/transformers.mjs'), text, threads, 'q8'),
  },
  {
    name: 'transformers.js fp32',
    command: (text, threads) => node(at('first-answer/transformers.mjs'), text, threads, 'fp32'),
  },
  { name: 'sentence-transformers onnx int8', command: pythonPeer('sentence-transformers') },
  { name: 'fastembed onnx int8', command: pythonPeer('fastembed') },
];
