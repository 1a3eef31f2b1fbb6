/** Finds columns by their names. */
import { CivicTopicsError } from '../errors.js';

/**
 * Position of the one column of that name, counted from 0.
 *
 * @throws CivicTopicsError COLUMN_NOT_FOUND when there is none; the message lists those that there are
 * @throws CivicTopicsError INPUT_INVALID when there are several
 */
export function columnIndex(header: readonly string[], name: string): number {
  const index = header.indexOf(name);
  if (index === -1) throw columnNotFound(header, name);
  if (header.lastIndexOf(name) === index) return index;
  throw new CivicTopicsError(
    'INPUT_INVALID',
    `Expected one column ${JSON.stringify(name)}, got several: ${listed(header)}. Rename all but the one to be read.`,
  );
}

/** @throws CivicTopicsError INPUT_INVALID when the header has one of the names already */
export function checkColumnsFree(header: readonly string[], names: readonly string[]): void {
  const taken = names.filter((name) => header.includes(name));
  if (taken.length === 0) return;
  throw new CivicTopicsError(
    'INPUT_INVALID',
    `The input already has columns that tagging adds: ${listed(taken)}. Rename or drop them first; nothing is overwritten.`,
  );
}

function columnNotFound(header: readonly string[], name: string): CivicTopicsError {
  return new CivicTopicsError(
    'COLUMN_NOT_FOUND',
    `Expected a column ${JSON.stringify(name)}, got ${listed(header)}. Name the column to be read.`,
  );
}

/** Of a file that is no table, or one of 100,000 columns, only so much is shown. */
const MOST_LISTED = 50;
const LONGEST_LISTED = 100;

/** In quotes, so that a stray space in a name can be seen. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_LISTED).map((name) => JSON.stringify(cut(name)));
  return names.length > MOST_LISTED ? `${shown.join(', ')} and ${names.length - MOST_LISTED} more` : shown.join(', ');
}

function cut(name: string): string {
  return name.length > LONGEST_LISTED ? `${name.slice(0, LONGEST_LISTED)}…` : name;
}
