/** A text with the topics that people gave it, where in a file it stands, and errors that say so. */
import { CivicTopicsError } from '../../errors.js';
import { TAG_COLUMNS } from '../tag-columns.js';

/** A text and the topics that it carries. */
export interface LabelledRow {
  readonly text: string;
  /** Topic ids in the order of the file; empty when the text carries none. */
  readonly topics: readonly string[];
  /** Absent when no group column was asked for, or the row has nothing in it. */
  readonly group?: string;
  /** True when the row says so in the column asked for; see `Example.heldOut`. */
  readonly heldOut?: true;
}

/** Names of the columns, or of members and dotted paths to them (see `valueAt`), to be read. */
export interface LabelledColumns {
  readonly text: string;
  /** Without it rows carry none. */
  readonly topics?: string;
  readonly group?: string;
  /** The option that names the group column, for messages; default `--group-by`. */
  readonly groupOption?: string;
  readonly heldOut?: string;
  /** Refuses what `tag` wrote, whose topics no person gave; default false. */
  readonly refuseTagged?: boolean;
}

/** Where a row stands in its file. */
export interface Place {
  /** Counted from 1, without the header. */
  readonly row: number;
  /** Where the row starts, counted from 1. */
  readonly line: number;
}

export function labelledRow(text: string, topics: readonly string[], group: string, heldOut: boolean): LabelledRow {
  return { text, topics, ...(group !== '' && { group }), ...(heldOut && { heldOut }) };
}

/** @param problem goes on from the place of the row, and is whole sentences: `has no text. Write one.` */
export function invalidRow({ row, line }: Place, problem: string): CivicTopicsError {
  return new CivicTopicsError('INPUT_INVALID', `Row ${row} (line ${line}) ${problem}`);
}

/**
 * Refuses what `tag` wrote if that is asked for.
 *
 * @throws CivicTopicsError INPUT_INVALID
 */
export function checkByPeople(names: readonly string[], { refuseTagged = false }: LabelledColumns): void {
  // Newline-delimited JSON has `abstained` only where there is no topic.
  const isTagged = TAG_COLUMNS.every((name) => names.includes(name) || name === 'abstained');
  if (!refuseTagged || !isTagged) return;
  throw new CivicTopicsError(
    'INPUT_INVALID',
    `Expected topics that people gave, got the columns that civic-topics tag writes (${TAG_COLUMNS.join(', ')}): ` +
      'its own answers say nothing of how good it is. Name the column with the topics of people with --topics-column; ' +
      'where people have corrected the answers, --topics-column topics.',
  );
}
