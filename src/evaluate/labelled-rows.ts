/** Takes in the labelled rows and refuses, by its number, the first that could not be judged. */
import { CivicTopicsError, throwIfAborted } from '../errors.js';

/** A text and the topics that it carries, by the judgement of people. */
export interface LabelledRow {
  /** Read as `classify` reads it. */
  readonly text: string;
  /** Topic ids, in any order; empty when the text carries none. */
  readonly topics: readonly string[];
  /** A value to report figures by, for example the language or the source. */
  readonly group?: string;
}

/**
 * Reads all rows, so that a mistake in the last one shows before the first is classified.
 *
 * @param known topic ids that a row may name
 * @throws CivicTopicsError INPUT_INVALID when there is no row, or one is malformed or names an unknown topic
 * @throws CivicTopicsError ABORTED when the signal is aborted
 */
export async function readLabelledRows(
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

function checkRow({ text, topics, group }: LabelledRow, number: number, known: readonly string[]): void {
  if (typeof text !== 'string') throw malformed(number, 'text', 'a string', text);
  if (!Array.isArray(topics)) throw malformed(number, 'topics', 'an array of topic ids', topics);
  if (group !== undefined && typeof group !== 'string') throw malformed(number, 'group', 'a string', group);
  const unknown = topics.find((topic) => !known.includes(topic));
  if (unknown === undefined) return;
  throw new CivicTopicsError(
    'INPUT_INVALID',
    `Row ${number} names the topic ${JSON.stringify(unknown)}; this classifier knows ${known.join(', ')}. ` +
      'Correct the row, or evaluate with a classifier that was trained on that topic.',
  );
}

function malformed(number: number, field: string, expected: string, got: unknown): CivicTopicsError {
  const kind = got === null ? 'null' : typeof got;
  return new CivicTopicsError(
    'INPUT_INVALID',
    `Expected ${field} of row ${number} to be ${expected}, got ${kind}. Correct that row.`,
  );
}
