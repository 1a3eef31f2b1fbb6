/**
 * A worker thread without a model: its texts say what becomes of it, and it writes down in a file what it did.
 *
 * Any other text is answered with itself as its only topic.
 */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { type MessagePort, parentPort, threadId, workerData } from 'node:worker_threads';
import { serve } from '../../../src/batch/pool/serve.js';
import type { AbortOptions, Classification, ClassifierInfo } from '../../../src/classify/classification.js';
import { CivicTopicsError } from '../../../src/errors.js';

/** Stands where a real worker has the path of a classifier file. */
const folder = (workerData as { classifier: string }).classifier;
const note = (did: string) => appendFileSync(`${folder}/log`, `${threadId} ${did}\n`);

/** Whether this is the first time that any worker comes here. */
function first(name: string): boolean {
  if (existsSync(`${folder}/${name}`)) return false;
  writeFileSync(`${folder}/${name}`, '');
  return true;
}

const LOADING: Readonly<Record<string, () => void>> = {
  refuse: () => {
    throw new CivicTopicsError('CLASSIFIER_INVALID', 'Expected a better classifier.');
  },
  throw: () => {
    throw new Error('no such library');
  },
  exit: () => process.exit(4),
};

const DOING: Readonly<Record<string, (name: string) => void>> = {
  exit: () => process.exit(7),
  throw: () => {
    throw new Error('thrown\non purpose');
  },
  'throw-once': (name) => {
    if (first(name)) DOING.throw?.(name);
  },
  'throw-late': () => {
    setTimeout(50).then(() =>
      process.nextTick(() => {
        throw new Error('thrown late');
      }),
    );
  },
  'exit-once': (name) => first(name) && process.exit(7),
  forever: () => {
    for (;;) note('still here');
  },
};

async function answer(text: string, options: AbortOptions = {}): Promise<Classification> {
  note(`text ${text}`);
  const [word, name] = text.split(' ');
  DOING[word as string]?.(name as string);
  // A real encoder comes back from outside JavaScript, too.
  await setTimeout(word === 'wait' ? Number(name) : 0, undefined, options);
  return { language: 'en', tags: [{ topic: text, score: 1, evidence: [{ start: 0, end: 1 }] }], truncated: false };
}

async function classify(text: string, options?: AbortOptions): Promise<Classification>;
async function classify(texts: readonly string[], options?: AbortOptions): Promise<Classification[]>;
async function classify(texts: string | readonly string[], options?: AbortOptions) {
  if (typeof texts === 'string') return answer(texts, options);
  const answers: Classification[] = [];
  for (const text of texts) answers.push(await answer(text, options));
  return answers;
}

const info = { embedder: { id: 'stub', dimensions: 1 }, topics: [] } as unknown as ClassifierInfo;

serve(parentPort as MessagePort, async () => {
  note('load');
  LOADING[readFileSync(`${folder}/loading`, 'utf8')]?.();
  return { classify, info, close: async () => note('close') };
});
