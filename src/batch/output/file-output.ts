/** Writes rows to a partial file in steps that can be gone on with, and gives it its name when it is whole. */
import { rename, rm } from 'node:fs/promises';
import type { Classification } from '../../classify/classification.js';
import { cannotWrite, unwritable } from '../failures.js';
import type { BadRow } from '../table/item.js';
import { EMPTY, type FileState, GrowingFile, holdsExactly, isThere } from './growing-file.js';
import type { Output, OutputStart } from './output.js';
import type { Places } from './places.js';
import { formatReject, REJECTS_HEAD } from './rejects.js';
import { type Checkpoint, type RunBasis, saveRecord, syncFolder } from './run-record.js';
import type { Tally } from './tally.js';

/** What there is to write to when a run begins or goes on. */
export interface OpenFiles {
  readonly output: GrowingFile;
  /** Absent before the first bad row. */
  readonly rejects?: GrowingFile;
  readonly tally: Tally;
}

export interface FileOutputOptions extends Pick<OutputStart, 'notify'> {
  /** Absent when nobody can go on with the run, because its input is a stream. */
  readonly basis?: RunBasis | undefined;
  /** In milliseconds: how much work is done again after kill -9 or a power cut. */
  readonly checkpointInterval: number;
  /** Whether a file of the output's name is replaced, one that came while the rows were written included. */
  readonly overwrite: boolean;
}

export class FileOutput implements Output {
  readonly tally: Tally;
  readonly rejectsFile: string;
  readonly isWhole = false;
  readonly #places: Places;
  readonly #notify: OutputStart['notify'];
  readonly #checkpointInterval: number;
  readonly #overwrite: boolean;
  readonly #output: GrowingFile;
  #basis: RunBasis | undefined;
  #rejects: GrowingFile | undefined;
  /** Rows, good and bad, that the last checkpoint has. */
  #kept: number;
  #lastCheckpoint = performance.now();
  #isClosed = false;

  constructor(
    places: Places,
    { output, rejects, tally }: OpenFiles,
    { basis, notify, checkpointInterval, overwrite }: FileOutputOptions,
  ) {
    this.#places = places;
    this.#output = output;
    this.#rejects = rejects;
    this.tally = tally;
    this.rejectsFile = places.rejects;
    this.#kept = tally.done;
    this.#basis = basis;
    this.#notify = notify;
    this.#checkpointInterval = checkpointInterval;
    this.#overwrite = overwrite;
  }

  async row(record: string, classification: Classification): Promise<void> {
    this.tally.add(classification);
    await this.#output.write(record);
    await this.#checkpointIfDue();
  }

  async reject(row: BadRow): Promise<void> {
    this.#rejects ??= await beginRejects(this.#places);
    this.tally.addReject();
    await this.#rejects.write(formatReject(row));
    await this.#checkpointIfDue();
  }

  async finish(): Promise<void> {
    const checkpoint = await this.#checkpoint(true);
    await this.#close();
    await checkContent(this.#places.partial, checkpoint.output);
    if (this.#rejects) await checkContent(this.#places.rejectsPartial, checkpoint.rejects);
    await refuseToReplace(this.#places, this.#overwrite);
    await putInPlace(this.#places, this.tally.rejects > 0, this.#notify);
  }

  async spoil(): Promise<void> {
    this.#basis = undefined;
    await rm(this.#places.record, { force: true });
  }

  async keep(): Promise<void> {
    if (!this.#isClosed) {
      await this.#checkpoint().catch(() => undefined);
      await this.#close().catch(() => undefined);
    }
    const { partial, record, rejectsPartial } = this.#places;
    if (this.#kept === 0) {
      for (const path of [record, partial, rejectsPartial]) await rm(path, { force: true }).catch(() => undefined);
      return;
    }
    const next = this.#basis
      ? 'The same command goes on from there; with --restart it begins anew.'
      : 'No run can go on with it: move it away, or delete it with --restart.';
    this.#notify(`${rowsDone(this.#kept)} done so far, kept in ${partial}. ${next}`);
  }

  async #checkpointIfDue(): Promise<void> {
    if (performance.now() - this.#lastCheckpoint >= this.#checkpointInterval) await this.#checkpoint();
  }

  async #checkpoint(isWhole = false): Promise<Checkpoint> {
    const output = await this.#output.sync();
    const rejects = (await this.#rejects?.sync()) ?? EMPTY;
    const checkpoint = { tally: this.tally.toJSON(), output, rejects, isWhole };
    const overwrite = this.#overwrite;
    if (this.#basis) await saveRecord(this.#places.record, { basis: this.#basis, checkpoint, overwrite });
    this.#kept = this.tally.done;
    this.#lastCheckpoint = performance.now();
    return checkpoint;
  }

  async #close(): Promise<void> {
    this.#isClosed = true;
    await this.#output.close();
    await this.#rejects?.close();
  }
}

/** For messages: bad rows count as done. */
export function rowsDone(rows: number): string {
  return rows === 1 ? '1 row' : `${rows} rows`;
}

async function beginRejects({ rejectsPartial }: Places): Promise<GrowingFile> {
  const rejects = await GrowingFile.create(rejectsPartial);
  await rejects.write(REJECTS_HEAD);
  return rejects;
}

/** Reads the file once more: the last chance to notice that something else has written, moved or deleted it. */
async function checkContent(path: string, state: FileState): Promise<void> {
  if (await holdsExactly(path, state)) return;
  throw cannotWrite(path, 'it is not what was written to it: something else has changed it. Begin anew with --restart');
}

/** @throws CivicTopicsError OUTPUT_UNWRITABLE when there is a finished file that must stay */
export async function refuseToReplace({ name, target }: Places, overwrite: boolean): Promise<void> {
  if (overwrite || !(await isThere(target))) return;
  throw cannotWrite(name, 'there is such a file already. Replace it with --overwrite, or name another output');
}

/** Renames what is whole; the record goes last, so that the same command can end what is cut short here. */
export async function putInPlace(places: Places, hasRejects: boolean, notify: OutputStart['notify']): Promise<void> {
  const { target, partial, record, rejects, rejectsPartial } = places;
  if (hasRejects) await renameIfAny(rejectsPartial, rejects);
  else await removeOldRejects(rejects, notify);
  await rm(rejectsPartial, { force: true });
  await renameIfAny(partial, target);
  await syncFolder(target);
  await rm(record, { force: true });
}

async function renameIfAny(from: string, to: string): Promise<void> {
  await rename(from, to).catch((error) => {
    if (error.code !== 'ENOENT') throw unwritable(to, error);
  });
}

/** Beside the new output they would be taken for its own. */
async function removeOldRejects(rejects: string, notify: OutputStart['notify']): Promise<void> {
  if (!(await isThere(rejects))) return;
  await rm(rejects);
  notify(`There was no bad row; the older ${rejects} was deleted.`);
}
