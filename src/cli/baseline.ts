/** Reads the evaluation that another run is compared with. */
import { readFile } from 'node:fs/promises';
import { unreadable } from '../batch/failures.js';
import { CivicTopicsError } from '../errors.js';
import type { Evaluation } from '../evaluate/evaluation.js';

/**
 * Parses what `evaluate --format json` printed; `evaluate` itself checks what is in it.
 *
 * @throws CivicTopicsError INPUT_UNREADABLE when the file cannot be read, INPUT_INVALID when it is not JSON
 */
export async function readBaseline(path: string): Promise<Evaluation> {
  const json = await readFile(path, 'utf8').catch((error) => {
    throw unreadable(path, error);
  });
  try {
    return JSON.parse(json) as Evaluation;
  } catch (cause) {
    throw new CivicTopicsError(
      'INPUT_INVALID',
      `Expected ${path} to be what evaluate --format json prints, got something else (${cause}).`,
      { cause },
    );
  }
}
