/** Says of an error in which of several files it arose. */
import { CivicTopicsError } from '../../errors.js';

/** The error itself unless it is about the content of a file; then one of the same code whose message begins with the name of the file. */
export function naming(error: unknown, file: string): unknown {
  const isAboutContent =
    error instanceof CivicTopicsError && (error.code === 'COLUMN_NOT_FOUND' || error.code === 'INPUT_INVALID');
  return isAboutContent ? new CivicTopicsError(error.code, `${file}: ${error.message}`, { cause: error.cause }) : error;
}
