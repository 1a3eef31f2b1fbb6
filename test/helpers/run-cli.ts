/** Runs the command line inside the test's process, with streams in memory and a classifier without a model. */
import { Readable } from 'node:stream';
import { inThisThread } from '../../src/batch/pool/in-this-thread.js';
import type { Io } from '../../src/cli/io.js';
import { main } from '../../src/cli/main.js';
import { fakeClassifier } from './fake-classifier.js';
import { Collector, chunks } from './streams.js';

export interface CliRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Options of each classifier that was asked for. */
  readonly created: readonly Readonly<Record<string, unknown>>[];
}

/** @param changes parts of the surroundings to be replaced; `input` becomes standard input */
export async function runCli(
  argv: readonly string[],
  { input = '', ...changes }: { readonly input?: string | Uint8Array } & Partial<Io> = {},
): Promise<CliRun> {
  const stdout = new Collector();
  const stderr = new Collector();
  const created: Readonly<Record<string, unknown>>[] = [];
  const io: Io = {
    stdin: Readable.from(chunks(input), { objectMode: false }),
    stdout,
    stderr,
    isTerminal: false,
    terminal: undefined,
    signal: new AbortController().signal,
    createClassifier: async (options = {}) => {
      const { signal: _, ...rest } = options;
      created.push(rest);
      return fakeClassifier();
    },
    createEmbedder: () => Promise.reject(new Error('This test expects no embedder.')),
    openTextClassifier: async (options) => inThisThread(await io.createClassifier(options), { signal: io.signal }),
    ...changes,
  };
  const code = await main(argv, io);
  return { code, stdout: stdout.text, stderr: stderr.text, created };
}
