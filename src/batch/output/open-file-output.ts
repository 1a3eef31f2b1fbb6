/** Begins an output file, or goes on with one that an earlier run left unfinished. */
import { rm } from 'node:fs/promises';
import { CivicTopicsError } from '../../errors.js';
import {
  FileOutput,
  type FileOutputOptions,
  type OpenFiles,
  putInPlace,
  refuseToReplace,
  rowsDone,
} from './file-output.js';
import { EMPTY, GrowingFile, holdsExactly, isThere } from './growing-file.js';
import type { Output, OutputStart } from './output.js';
import type { Places } from './places.js';
import { type Checkpoint, differences, type RunRecord, readRecord, saveRecord } from './run-record.js';
import { Tally } from './tally.js';

/** What of an earlier run may go. */
export interface Replacing {
  /** Whether what it left unfinished is deleted. */
  readonly restart: boolean;
  /** Whether a file of the output's name is replaced. */
  readonly overwrite: boolean;
}

export interface FileStart extends OutputStart, FileOutputOptions, Replacing {}

/**
 * Whether there is a file that must stay, looked at before the work; while there is something unfinished, only `openFileOutput` can tell.
 *
 * @throws CivicTopicsError OUTPUT_UNWRITABLE when there is
 */
export async function checkNotThere(places: Places, { restart, overwrite }: Replacing): Promise<void> {
  const isUnfinished = (await isThere(places.partial)) || (await isThere(places.record));
  if (restart || !isUnfinished) await refuseToReplace(places, overwrite);
}

/**
 * @throws CivicTopicsError OUTPUT_UNWRITABLE when there is an unfinished output that this run must not go on with, or a finished one that
 *   it must not replace, or nothing can be written
 */
export async function openFileOutput(places: Places, start: FileStart): Promise<Output> {
  if (start.restart) await removeLeftovers(places);
  const record = await usableRecord(places, start);
  if (!record) return begin(places, start);
  const { checkpoint, overwrite } = record;
  const tally = new Tally(checkpoint.tally);
  if (checkpoint.isWhole) return wholeOutput(places, tally, start);
  const files = { ...(await openLeftovers(places, checkpoint)), tally };
  if (checkpoint.output.bytes === 0) await files.output.write(start.head);
  if (tally.done > 0) start.notify(`Going on behind ${rowsDone(tally.done)} in ${places.partial}.`);
  return new FileOutput(places, files, { ...start, overwrite });
}

async function openLeftovers(places: Places, checkpoint: Checkpoint): Promise<Omit<OpenFiles, 'tally'>> {
  const output = await GrowingFile.goOn(places.partial, checkpoint.output);
  if (!output) throw cannotGoOn(places, CHANGED);
  if (checkpoint.rejects.bytes === 0) return { output };
  const rejects = await GrowingFile.goOn(places.rejectsPartial, checkpoint.rejects);
  if (rejects) return { output, rejects };
  await output.close();
  throw cannotGoOn(places, `${places.rejectsPartial} is not as it was left`);
}

async function begin(places: Places, start: FileStart): Promise<Output> {
  const { basis, overwrite } = start;
  await refuseToReplace(places, overwrite);
  const tally = Tally.of(start.topics);
  const checkpoint = { tally: tally.toJSON(), output: EMPTY, rejects: EMPTY, isWhole: false };
  // First the record: a partial file without one could not be gone on with.
  if (basis) await saveRecord(places.record, { basis, checkpoint, overwrite });
  const output = await GrowingFile.create(places.partial);
  await output.write(start.head);
  return new FileOutput(places, { output, tally }, start);
}

/** Undefined when there is nothing to go on with. What one run was allowed to replace, those that go on with it are. */
async function usableRecord(places: Places, { basis, overwrite }: FileStart): Promise<RunRecord | undefined> {
  const record = await readRecord(places.record);
  const isPartialThere = await isThere(places.partial);
  if (record === 'missing' || record === 'damaged' || basis === undefined) {
    if (!isPartialThere) return undefined;
    if (record === 'missing') throw cannotGoOn(places, `it has no record, ${places.record}, of what it is`);
    if (record === 'damaged') throw cannotGoOn(places, `its record, ${places.record}, is damaged`);
    throw cannotGoOn(places, 'the input of this run is a stream');
  }
  const { checkpoint } = record;
  const changes = differences(record.basis, basis);
  if (isPartialThere) {
    if (changes.length > 0) throw cannotGoOn(places, `it was begun with another ${changes.join('; ')}`);
    if (checkpoint.isWhole) await checkWhole(places, checkpoint);
    const mayReplace = overwrite || record.overwrite;
    await refuseToReplace(places, mayReplace);
    return { ...record, overwrite: mayReplace };
  }
  // The last run was cut short between giving the output its name and deleting the record, or somebody has deleted the partial file.
  const isDone = checkpoint.isWhole && changes.length === 0 && (await holdsExactly(places.target, checkpoint.output));
  return isDone ? record : undefined;
}

async function checkWhole(places: Places, { output, rejects }: Checkpoint): Promise<void> {
  if (!(await holdsExactly(places.partial, output))) throw cannotGoOn(places, CHANGED);
  if (rejects.bytes === 0) return;
  // One of them has its name already when the last run was cut short between the two.
  for (const path of [places.rejectsPartial, places.rejects]) if (await holdsExactly(path, rejects)) return;
  throw cannotGoOn(places, `${places.rejectsPartial} is not as it was left`);
}

/** Every row is written, and only the names are missing. */
function wholeOutput(places: Places, tally: Tally, { notify }: FileStart): Output {
  return {
    tally,
    rejectsFile: places.rejects,
    isWhole: true,
    row: () => Promise.reject(new Error('This output is whole.')),
    reject: () => Promise.reject(new Error('This output is whole.')),
    finish: () => putInPlace(places, tally.rejects > 0, notify),
    spoil: async () => undefined,
    keep: async () => undefined,
  };
}

async function removeLeftovers({ partial, record, rejectsPartial }: Places): Promise<void> {
  for (const path of [record, partial, rejectsPartial]) await rm(path, { force: true });
}

const CHANGED = 'it is not as it was left';

function cannotGoOn({ partial }: Places, reason: string): CivicTopicsError {
  return new CivicTopicsError(
    'OUTPUT_UNWRITABLE',
    `Cannot go on with ${partial}: ${reason}. Begin anew with --restart, which deletes it, or name another output.`,
  );
}
