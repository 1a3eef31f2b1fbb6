/** Reads labelled rows for a command from a file, from standard input, or from all the tables of a folder. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type LabelledColumns, type LabelledRow, readLabelledRows } from '../batch/labelled-rows.js';
import { CivicTopicsError } from '../errors.js';
import { withInput } from './input.js';
import type { Io } from './io.js';

const TABLE = /\.(csv|tsv|tab|ndjson|jsonl)$/i;

/**
 * All rows, those of a folder in the order of its files' names.
 *
 * @throws CivicTopicsError INPUT_UNREADABLE for a file that cannot be read, INPUT_INVALID for one that is not well-formed or a folder
 *   without tables, COLUMN_NOT_FOUND when a column is missing.
 */
export async function readLabelledInput(path: string, columns: LabelledColumns, io: Io): Promise<LabelledRow[]> {
  const rows: LabelledRow[] = [];
  for (const file of await tablesOf(path)) {
    await withInput(file, io, async (source) => {
      for await (const row of readLabelledRows(file, source, columns)) rows.push(row);
    });
  }
  return rows;
}

/** The file itself, or the tables of a folder in the order of their names. */
export async function tablesOf(path: string): Promise<string[]> {
  const isFolder = await stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
  if (!isFolder) return [path];
  const names = (await readdir(path)).filter((name) => TABLE.test(name)).sort();
  if (names.length > 0) return names.map((name) => join(path, name));
  throw new CivicTopicsError('INPUT_INVALID', `Expected .csv, .tsv or .ndjson files in ${path}, got none.`);
}
