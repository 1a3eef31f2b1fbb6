/** Finds the files that are to be summed up, and says before any of them is read what is wrong with them. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { ReadingOptions } from '../batch/input/reading.js';
import { readTagged } from '../batch/summary/read-tagged.js';
import type { SummaryColumns } from '../batch/summary/tagged-text.js';
import { CivicTopicsError } from '../errors.js';
import type { Io } from './io.js';
import { tablesOf } from './labelled-input.js';
import { notice } from './notice.js';

/**
 * The file itself, or the tables of a folder without what `tag` set aside, which has no topics. A folder's files are looked into: all that lack a
 * column are named at once, and figures that lack a file are never shown. Of files with the same content the user is told; all count.
 *
 * @throws CivicTopicsError INPUT_INVALID when a folder has no tables; COLUMN_NOT_FOUND when files lack a column; what reading them throws
 */
export async function taggedFiles(
  path: string,
  columns: SummaryColumns,
  reading: ReadingOptions,
  io: Io,
): Promise<readonly string[]> {
  const tables = await tablesOf(path);
  if (tables.length === 1 && tables[0] === path) return tables;
  const files = tables.filter((name) => !REJECTS.test(name));
  if (files.length === 0) throw noTables(path);
  await checkColumns(path, files, columns, reading, io);
  for (const same of await sameFiles(files, io)) {
    await notice(
      io,
      `${listed(same)} hold the same bytes; the rows of ${same.length === 2 ? 'both' : 'all'} are counted`,
    );
  }
  return files;
}

const REJECTS = /\.rejects\.csv$/i;

function noTables(path: string): CivicTopicsError {
  const message = `Expected .csv, .tsv or .ndjson files that tag wrote in ${path}, got none.`;
  return new CivicTopicsError('INPUT_INVALID', message);
}

async function checkColumns(
  path: string,
  files: readonly string[],
  columns: SummaryColumns,
  reading: ReadingOptions,
  io: Io,
): Promise<void> {
  const problems: string[] = [];
  for (const file of files) {
    try {
      // The first row is read behind the header.
      for await (const _ of readTagged(file, columns, { ...reading, signal: io.signal })) break;
    } catch (error) {
      if (!(error instanceof CivicTopicsError) || error.code !== 'COLUMN_NOT_FOUND') throw error;
      problems.push(error.message);
    }
  }
  if (problems.length === 0) return;
  const message = `${problems.join('\n')}\nNothing was summed up: mend these files of ${path}, or move them elsewhere.`;
  throw new CivicTopicsError('COLUMN_NOT_FOUND', message);
}

/** Files of the same bytes, those of each other together. */
async function sameFiles(files: readonly string[], io: Io): Promise<string[][]> {
  const sizes = await groupBy(files, async (file) => (await stat(file)).size);
  const alike: string[][] = [];
  for (const sameSize of sizes) alike.push(...(await groupBy(sameSize, (file) => sha256(file, io))));
  return alike;
}

/** The groups of several. */
async function groupBy<K>(files: readonly string[], keyOf: (file: string) => Promise<K>): Promise<string[][]> {
  const groups = new Map<K, string[]>();
  for (const file of files) {
    const key = await keyOf(file);
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

async function sha256(file: string, { signal }: Io): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash, { signal });
  return hash.digest('hex');
}

function listed(files: readonly string[]): string {
  return `${files.slice(0, -1).join(', ')} and ${files.at(-1)}`;
}
