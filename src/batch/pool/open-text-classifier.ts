/** Loads what classifies the texts of a file: in this thread for one worker, in worker threads for several. */
import type { AbortOptions } from '../../classify/classification.js';
import type { ClassifierFile } from '../../classify/classifier-file.js';
import { createClassifier } from '../../classify/create-classifier.js';
import { CivicTopicsError } from '../../errors.js';
import { defaultThreads, defaultWorkers } from './default-workers.js';
import { inThisThread } from './in-this-thread.js';
import type { LoadedTextClassifier } from './text-classifier.js';
import { WorkerPool } from './worker-pool.js';

/** A worker for each core of the largest machines. */
const MOST_WORKERS = 256;

export interface OpenTextClassifierOptions extends AbortOptions {
  /** A classifier file, by path or as `train()` returned it; default: the five topics that ship in the package. */
  readonly classifier?: string | ClassifierFile | undefined;
  /** Texts worked on at once, 1 to 256; default: the number of cores, at most 8. */
  readonly workers?: number | undefined;
  /** Processor threads of each worker's encoder, 1 to 256; default: the cores divided among the workers, at most 4. */
  readonly threads?: number | undefined;
  /** Tags with a lower score are not given, in [0, 1]; default 0: each topic's own threshold decides. */
  readonly minScore?: number | undefined;
  /** Called with one sentence when a worker has died. */
  readonly onNotice?: ((message: string) => void) | undefined;
}

/**
 * Close it when done. What else is in the options is left alone: `tagFile` hands over all of its own.
 *
 * @throws CivicTopicsError whatever `createClassifier` throws, and INVALID_ARGUMENT for a bad number of workers
 */
export async function openTextClassifier(options: OpenTextClassifierOptions = {}): Promise<LoadedTextClassifier> {
  const { classifier, minScore, signal, onNotice, workers = defaultWorkers() } = options;
  const { threads = defaultThreads(workers) } = options;
  if (!Number.isInteger(workers) || workers < 1 || workers > MOST_WORKERS) {
    throw new CivicTopicsError(
      'INVALID_ARGUMENT',
      `Expected workers to be a whole number from 1 to ${MOST_WORKERS}, got ${workers}.`,
    );
  }
  const setup = { classifier, minScore, threads, signal };
  if (workers === 1) return inThisThread(await createClassifier(setup), { signal });
  return WorkerPool.start({ ...setup, workers, onNotice });
}
