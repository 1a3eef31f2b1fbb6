/** Where in a file the reading is, and errors that say so. */
import { CivicTopicsError } from '../errors.js';

/** Moves as a file is read; shared by the steps of the reading, so that each can name the row it stumbles over. */
export interface Position {
  /** Row being read, counted from 1; 0 is the header. */
  row: number;
  /** Line in which that row starts, counted from 1. */
  readonly line: number;
}

/** An INPUT_INVALID error about the row being read. */
export function invalidRow(position: Readonly<Position>, problem: string, cause?: unknown): CivicTopicsError {
  const place =
    position.row === 0 ? `The header (line ${position.line})` : `Row ${position.row} (line ${position.line})`;
  return new CivicTopicsError('INPUT_INVALID', `${place} ${problem}`, { cause });
}
