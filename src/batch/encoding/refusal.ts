/** The error for a file whose encoding cannot be told. */
import { CivicTopicsError } from '../../errors.js';
import { ENCODINGS, type Encoding } from './encodings.js';

/**
 * An INPUT_INVALID error to throw.
 *
 * @param reason - what is missing or contradictory, a clause
 */
export function cannotTell(reason: string, likeliest: readonly [Encoding, Encoding]): CivicTopicsError {
  return new CivicTopicsError(
    'INPUT_INVALID',
    `Cannot tell the encoding of the file: ${reason}. The likeliest are ${likeliest.join(' and ')}. ` +
      `Name it with --encoding (${ENCODINGS.join(', ')}).`,
  );
}
