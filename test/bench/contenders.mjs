/** Who is measured, and how each is started. */
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The one that the others are compared with. */
export const BASELINE = 'transformers.js q8';

/** Modules that export `open({ threads, dtype })`, which resolves to `{ one(text), many(texts) }`. */
export const THROUGHPUT = [
  { name: 'civic-topics, the whole job', module: at('contenders/civic-topics.mjs') },
  { name: 'civic-topics, embedder alone', module: at('contenders/embedder.mjs') },
  { name: 'transformers.js q8', module: at('contenders/transformers.mjs'), dtype: 'q8' },
  { name: 'transformers.js fp32', module: at('contenders/transformers.mjs'), dtype: 'fp32' },
];

/** Programs that print the topics of one text; `args` are those of node. */
export const FIRST_ANSWER = [
  {
    name: 'civic-topics, command line',
    args: (text, threads) => [at('../../dist/cli.js'), 'classify', '--threads', threads, '--', text],
  },
  { name: 'civic-topics, library', args: (text, threads) => [at('first-answer/library.mjs'), text, threads] },
  { name: 'transformers.js q8', args: (text, threads) => [at('first-answer/transformers.mjs'), text, threads, 'q8'] },
  {
    name: 'transformers.js fp32',
    args: (text, threads) => [at('first-answer/transformers.mjs'), text, threads, 'fp32'],
  },
];
