/** Finds columns by their names. */
import { CivicTopicsError } from '../errors.js';

/**
 * Position of the one column of that name, counted from 0. Without a column of the very name, one is taken that differs only in how its
 * accents are encoded or in white space around it, which nobody can see.
 *
 * @param option by which the column can be named, for the message
 * @throws CivicTopicsError COLUMN_NOT_FOUND when there is none; the message lists those that there are
 * @throws CivicTopicsError INPUT_INVALID when there are several
 */
export function columnIndex(header: readonly string[], name: string, option?: string): number {
  const exact = positions(header, (column) => column === name);
  const found = exact.length > 0 ? exact : positions(header, sameName(name));
  const [index] = found;
  if (index === undefined) throw columnNotFound(header, name, option);
  if (found.length === 1) return index;
  throw new CivicTopicsError(
    'INPUT_INVALID',
    `Expected one column ${JSON.stringify(name)}, got several: ${listed(header)}. Rename all but the one to be read.`,
  );
}

function positions(header: readonly string[], is: (column: string) => boolean): number[] {
  return header.flatMap((column, index) => (is(column) ? [index] : []));
}

/** Tells whether another name looks the same: composed accents or not, white space around it or not. */
export function sameName(name: string): (other: string) => boolean {
  const plain = visible(name);
  return (other) => visible(other) === plain;
}

function visible(name: string): string {
  return name.normalize('NFC').trim();
}

/** A name among those that differs in case or accents only. */
export function nearName(names: readonly string[], name: string): string | undefined {
  const plain = letters(name);
  return names.find((other) => letters(other) === plain);
}

/** The same as a question that goes on behind a sentence; empty when there is none. */
export function didYouMean(names: readonly string[], name: string): string {
  const near = nearName(names, name);
  return near === undefined ? '' : ` Did you mean ${JSON.stringify(near)}?`;
}

function letters(name: string): string {
  const small = name
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
  return small.replaceAll('đ', 'd').trim();
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

function columnNotFound(header: readonly string[], name: string, option: string | undefined): CivicTopicsError {
  return new CivicTopicsError(
    'COLUMN_NOT_FOUND',
    `Expected a column ${JSON.stringify(name)}, got ${listed(header)}.${didYouMean(header, name)} ` +
      `Name the column to be read${option === undefined ? '' : ` with ${option}`}.`,
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
