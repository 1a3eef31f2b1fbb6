/** Takes in the labelled rows and refuses, by its number, the first that could not be judged. */
import { describe, isObject } from '../arguments.js';
import { CivicTopicsError, throwIfAborted } from '../errors.js';

/** A text and the topics that it carries, by the judgement of people. */
export interface LabelledRow {
  /** Read as `classify` reads it. */
  readonly text: string;
  /** Topic ids, in any order; empty when the text carries none. */
  readonly topics: readonly string[];
  /** A value to report figures by, for example the language or the source. */
  readonly group?: string | undefined;
}

/**
 * Reads all rows, so that a mistake in the last one shows before the first is classified.
 *
 * @param known topic ids that a row may name
 * @throws CivicTopicsError INPUT_INVALID when there is no row, or one is malformed or names an unknown topic
 * @throws CivicTopicsError ABORTED when the signal is aborted
 */
export async function checkedRows(
  rows: AsyncIterable<LabelledRow> | Iterable<LabelledRow>,
  known: readonly string[],
  signal: AbortSignal | undefined,
): Promise<LabelledRow[]> {
  const labelled: LabelledRow[] = [];
  throwIfAborted(signal);
  for await (const row of rows) {
    throwIfAborted(signal);
    labelled.push(row);
    checkRow(row, labelled.length, known);
  }
  if (labelled.length > 0) return labelled;
  throw new CivicTopicsError(
    'INPUT_INVALID',
    'Expected at least one labelled row, got none. Give rows with a text and its topics.',
  );
}

function checkRow(row: LabelledRow, number: number, known: readonly string[]): void {
  if (!isObject(row)) throw malformed(`row ${number}`, 'an object { text, topics }', row);
  const { text, topics, group } = row;
  if (typeof text !== 'string') throw malformed(`text of row ${number}`, 'a string', text);
  if (!Array.isArray(topics)) throw malformed(`topics of row ${number}`, 'an array of topic ids', topics);
  if (group !== undefined && typeof group !== 'string') throw malformed(`group of row ${number}`, 'a string', group);
  const unknown = topics.find((topic) => !known.includes(topic));
  if (unknown === undefined) return;
  throw new CivicTopicsError(
    'INPUT_INVALID',
    `Row ${number} names the topic ${JSON.stringify(unknown)}; this classifier knows ${known.join(', ')}. ` +
      'Correct the row, or evaluate with a classifier that was trained on that topic.',
  );
}

function malformed(what: string, expected: string, got: unknown): CivicTopicsError {
  return new CivicTopicsError(
    'INPUT_INVALID',
    `Expected ${what} to be ${expected}, got ${describe(got)}. Correct that row.`,
  );
}
