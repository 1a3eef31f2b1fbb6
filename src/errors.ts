/** The one error class thrown on purpose, and the closed list of its codes. */

/** What went wrong, for programs; the message says it for people. */
export type ErrorCode =
  | 'INVALID_ARGUMENT'
  | 'MODEL_NOT_FOUND'
  | 'MODEL_INVALID'
  | 'CLASSIFIER_NOT_FOUND'
  | 'CLASSIFIER_INVALID'
  | 'CLASSIFIER_MODEL_MISMATCH'
  | 'EXAMPLES_NOT_FOUND'
  | 'INPUT_UNREADABLE'
  | 'INPUT_INVALID'
  | 'COLUMN_NOT_FOUND'
  | 'OUTPUT_UNWRITABLE'
  | 'ABORTED'
  | 'CLOSED';

/** Every failure this package foresees: the message names what was expected, what came, where, and what to do. */
export class CivicTopicsError extends Error {
  /** The same in every copy of this class. */
  override readonly name = 'CivicTopicsError';
  /** For programs: it stays when the message is put in other words. */
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.code = code;
  }

  /** Knows the errors of every entry of the package: as ES module and as CommonJS, each holds a copy of this class. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    // A class made from this one inherits this method, but has no copies.
    // biome-ignore lint/complexity/noThisInStatic: it is about which class is asked.
    if (this !== CivicTopicsError) return Function.prototype[Symbol.hasInstance].call(this, value);
    return Error[Symbol.hasInstance](value) && (value as Error).name === 'CivicTopicsError';
  }
}

/** Throws ABORTED when the signal has been aborted, keeping its reason as the cause. */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new CivicTopicsError('ABORTED', 'Stopped by its AbortSignal.', { cause: signal.reason });
}
