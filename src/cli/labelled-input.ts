/** Reads labelled rows for a command from a file, from standard input, or from a folder of tables or of texts by topic. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReadingOptions } from '../batch/input/reading.js';
import type { LabelledColumns, LabelledRow } from '../batch/labelled/labelled-row.js';
import { readLabelled } from '../batch/labelled/read-labelled.js';
import { CivicTopicsError } from '../errors.js';
import { STANDARD_STREAM, withInput } from './input.js';
import type { Io } from './io.js';
import { notice } from './notice.js';
import { readTopicFolders, subFolders, visibleNames } from './topic-folders.js';

const TABLE = /\.(csv|tsv|tab|ndjson|jsonl)$/i;

/** Labelled rows and where each of them stands. */
export interface LabelledInput {
  readonly rows: readonly LabelledRow[];
  /** What was read. */
  readonly files: readonly string[];
  /** For people: `row 3`, of several tables `row 3 of data/vi.ndjson`, of a text its path. */
  place(index: number): string;
}

/**
 * All rows with the place of each, those of a folder in the order of its files' names. A folder without tables may hold sub-folders, one a topic; see `readTopicFolders`.
 *
 * @throws CivicTopicsError INPUT_UNREADABLE for a file that cannot be read, INPUT_INVALID for one that is not well-formed or a folder
 *   with nothing to read, COLUMN_NOT_FOUND when a column is missing.
 */
export async function openLabelledInput(
  path: string,
  columns: LabelledColumns,
  io: Io,
  reading: ReadingOptions = {},
): Promise<LabelledInput> {
  if (!(await isFolder(path))) return readTables([path], columns, io, reading);
  const tables = await tablesOf(path);
  const folders = await subFolders(path);
  if (tables.length > 0) {
    if (folders.length > 0)
      await notice(io, `${path} holds tables, so the texts in its sub-folders are not read: ${folders.join(', ')}`);
    return readTables(tables, columns, io, reading);
  }
  if (folders.length === 0) throw nothingIn(path);
  refuseTableOptions(path, columns, reading);
  const { rows, files, notices } = await readTopicFolders(path, io);
  for (const message of notices) await notice(io, message);
  return { rows, files, place: (index) => files[index] as string };
}

async function readTables(
  files: readonly string[],
  columns: LabelledColumns,
  io: Io,
  reading: ReadingOptions,
): Promise<LabelledInput> {
  const rows: LabelledRow[] = [];
  const starts: number[] = [];
  const onNotice = (message: string) => io.stderr.write(`civic-topics: ${message}\n`);
  for (const file of files) {
    starts.push(rows.length);
    const isStream = file === STANDARD_STREAM;
    const read = async (bytes?: AsyncIterable<Uint8Array>) => {
      const options = { ...reading, bytes, signal: io.signal, onNotice };
      for await (const row of readLabelled(isStream ? 'standard input' : file, columns, options)) rows.push(row);
    };
    await (isStream ? withInput(file, io, read) : read());
  }
  const place = (index: number) => {
    const table = starts.findLastIndex((start) => start <= index);
    const row = `row ${index - (starts[table] as number) + 1}`;
    return files.length > 1 ? `${row} of ${files[table]}` : row;
  };
  return { rows, files, place };
}

/** The file itself, or the tables of a folder in the order of their names, of which there may be none. */
export async function tablesOf(path: string): Promise<string[]> {
  if (!(await isFolder(path))) return [path];
  const names = await visibleNames(path);
  return names.filter((name) => TABLE.test(name)).map((name) => join(path, name));
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
}

/** Texts by folder have no columns to take a language or anything else from, and are UTF-8. */
function refuseTableOptions(path: string, { group, heldOut }: LabelledColumns, reading: ReadingOptions): void {
  const column = group ?? heldOut;
  const [option] = Object.keys(reading);
  if (column === undefined && option === undefined) return;
  const asked = column === undefined ? `--${option}` : `the column ${JSON.stringify(column)}`;
  throw new CivicTopicsError(
    'INPUT_INVALID',
    `Expected tables in ${path} for ${asked}, got sub-folders of texts. Leave it out.`,
  );
}

function nothingIn(path: string): CivicTopicsError {
  return new CivicTopicsError(
    'INPUT_INVALID',
    `Expected .csv, .tsv or .ndjson files in ${path}, or sub-folders named like topics with .txt or .md files, got neither.`,
  );
}
