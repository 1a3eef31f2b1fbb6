/** The one error class thrown on purpose, and the closed list of its codes. */

/** What went wrong, for programs; the message says it for people. */
export type ErrorCode =
  | 'INVALID_ARGUMENT'
  | 'MODEL_NOT_FOUND'
  | 'MODEL_INVALID'
  | 'CLASSIFIER_NOT_FOUND'
  | 'CLASSIFIER_INVALID'
  | 'CLASSIFIER_MODEL_MISMATCH'
  | 'INPUT_UNREADABLE'
  | 'INPUT_INVALID'
  | 'COLUMN_NOT_FOUND'
  | 'OUTPUT_UNWRITABLE'
  | 'ABORTED'
  | 'CLOSED';

/** Every failure this package foresees: the message names what was expected, what came, where, and what to do. */
export class CivicTopicsError extends Error {
  override readonly name = 'CivicTopicsError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}

/** Throws ABORTED when the signal has been aborted, keeping its reason as the cause. */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new CivicTopicsError('ABORTED', 'Stopped by its AbortSignal.', { cause: signal.reason });
}
