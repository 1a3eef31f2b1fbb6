/** `civic-topics train`: examples or definitions in, a classifier file out. */

import type { Embedder } from '../embed/embedder.js';
import { CachedEmbedder } from '../embed/embedding-cache.js';
import { type TrainedClassifier, train } from '../train/train.js';
import type { Arguments } from './args.js';
import type { COMMANDS } from './commands.js';
import { EXIT } from './exit-codes.js';
import { STANDARD_STREAM } from './input.js';
import { type Io, write } from './io.js';
import { notice } from './notice.js';
import { Progress } from './progress.js';
import { readTrainInput, type TrainInput } from './train-input.js';
import { withTrainOutput } from './train-output.js';
import { formatTraining } from './train-report.js';

type TrainArguments = Arguments<typeof COMMANDS.train>;

export async function run({ argument: path, options }: TrainArguments, io: Io): Promise<number> {
  const input = await readTrainInput(path, options, io);
  const progress = new Progress(io);
  const written = await withTrainOutput(options.output, input.files, io, () =>
    withEmbedder(cachePath(path, options), options.threads, io, (embedder) => trainOn(input, embedder, progress, io)),
  ).finally(() => progress.clear());
  await write(io.stderr, `${formatTraining(written, progress.seconds)}${written.notice}`);
  return EXIT.done;
}

/** Beside the examples; undefined when nothing is to be kept, or there is no place. */
function cachePath(path: string | undefined, options: TrainArguments['options']): string | undefined {
  if (path === undefined || path === STANDARD_STREAM || options['no-cache']) return undefined;
  return `${path.replace(/[/\\]+$/, '')}.embeddings`;
}

/** Lends an embedder that remembers, and keeps in the end what it was asked for; after a failure all that it has. */
async function withEmbedder<T>(
  path: string | undefined,
  threads: number | undefined,
  io: Io,
  use: (embedder: Embedder) => Promise<T>,
): Promise<T> {
  const embedder = await io.createEmbedder(threads === undefined ? {} : { threads });
  try {
    if (path === undefined) return await use(embedder);
    const cached = await CachedEmbedder.open(path, embedder);
    if (cached.notice) await notice(io, cached.notice);
    let isDone = false;
    try {
      const result = await use(cached);
      isDone = true;
      return result;
    } finally {
      const failure = await cached.save(!isDone);
      if (failure) await notice(io, failure);
    }
  } finally {
    await embedder.close();
  }
}

function trainOn(
  { examples, taxonomy, unlabelled, settings, place }: TrainInput,
  embedder: Embedder,
  progress: Progress,
  { signal }: Io,
): Promise<TrainedClassifier> {
  return train(examples, {
    ...settings,
    ...(taxonomy && { taxonomy }),
    unlabelled,
    embedder,
    signal,
    onExample: progress.update,
    place,
  });
}
