/** Names the first bad rows of a run. */
import { printable } from '../evaluate/text-table.js';

/** All are counted. */
const MOST_NAMED = 10;

/**
 * What to say of a bad row; undefined behind those that are named.
 *
 * @param count of bad rows so far, this one included
 */
export function badRowNotice(place: string, reason: string, count: number): string | undefined {
  if (count <= MOST_NAMED) return `${place}: ${printable(reason)}`;
  return count === MOST_NAMED + 1 ? 'there are more bad rows, which are not named here.' : undefined;
}
