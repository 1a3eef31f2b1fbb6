/** Says in words why a file cannot be read or written. */
import { CivicTopicsError } from '../errors.js';

/** An INPUT_UNREADABLE error about a failure of the operating system. */
export function unreadable(name: string, cause: unknown): CivicTopicsError {
  const reason = reasonOf(cause, { ENOENT: 'there is no such file' });
  return new CivicTopicsError('INPUT_UNREADABLE', `Cannot read ${name}: ${reason}.`, { cause });
}

/** An INPUT_UNREADABLE error about a folder where a file should be. */
export function notAFile(name: string): CivicTopicsError {
  return new CivicTopicsError('INPUT_UNREADABLE', `Cannot read ${name}: ${REASONS.EISDIR}.`);
}

/** The same bytes; what the stream fails with becomes `unreadable`. */
export async function* namingFailures(stream: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } catch (error) {
    throw unreadable(name, error);
  }
}

/** An OUTPUT_UNWRITABLE error about a failure of the operating system. */
export function unwritable(name: string, cause: unknown): CivicTopicsError {
  const reason = reasonOf(cause, { ENOENT: 'its folder does not exist. Create it first' });
  return cannotWrite(name, reason, cause);
}

/** @param reason ends without a full stop */
export function cannotWrite(name: string, reason: string, cause?: unknown): CivicTopicsError {
  return new CivicTopicsError('OUTPUT_UNWRITABLE', `Cannot write ${name}: ${reason}.`, { cause });
}

/** Codes of errno, as Node names them. */
const REASONS: Readonly<Record<string, string>> = {
  EISDIR: 'it is a folder. Name a file',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'its folder is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk space that you may use is used up',
  EFBIG: 'it would be larger than files may be there',
  EIO: 'the disk or the connection to it fails',
};

function reasonOf(error: unknown, special: Readonly<Record<string, string>>): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return special[code] ?? REASONS[code] ?? message;
}
