/** How many worker threads tag a file unless the user says, and how many threads each one's encoder has. */
import { availableParallelism } from 'node:os';

/** Each worker takes 100 MB, and 100 more once it has met a text whose language is in doubt. */
const MOST_DEFAULT_WORKERS = 8;

/** More threads than this wait for one another on texts of a paragraph's length. */
const MOST_DEFAULT_THREADS = 4;

/** One for each processor core, at most 8: two encoders of one thread do more than one of two threads, above all on short texts. */
export function defaultWorkers(cores = availableParallelism()): number {
  return Math.min(cores, MOST_DEFAULT_WORKERS);
}

/** The cores that each worker has for itself, 1 to 4. */
export function defaultThreads(workers: number, cores = availableParallelism()): number {
  return Math.max(1, Math.min(MOST_DEFAULT_THREADS, Math.floor(cores / workers)));
}
