/** Where a run writes, and what must not be written over. */
import { realpath, stat } from 'node:fs/promises';
import { cannotWrite } from '../failures.js';

/** The files of a run that writes a file; all lie in one folder. */
export interface Places {
  /** As the user named it, for messages. */
  readonly name: string;
  /** What there is in the end; through a symbolic link, so that the link stays one. */
  readonly target: string;
  /** What there is until then. */
  readonly partial: string;
  /** What says how far the partial file is, and of what. */
  readonly record: string;
  /** There while a run is at work. */
  readonly lock: string;
  /** Bad rows, if there are any. */
  readonly rejects: string;
  readonly rejectsPartial: string;
}

/**
 * Undefined when the path is that of a pipe or a device, which are written to directly.
 *
 * @param inputs paths that are being read
 * @throws CivicTopicsError OUTPUT_UNWRITABLE when it is a folder, or an input would be written over
 */
export async function findPlaces(name: string, inputs: readonly string[]): Promise<Places | undefined> {
  const target = await findTarget(name);
  if (target === undefined) return undefined;
  const partial = `${target}.partial`;
  const rejects = `${target}.rejects.csv`;
  const places: Places = {
    name,
    target,
    partial,
    record: `${partial}.json`,
    lock: `${partial}.lock`,
    rejects,
    rejectsPartial: `${rejects}.partial`,
  };
  await checkNoInput(name, [target, partial, places.record, places.lock, rejects, places.rejectsPartial], inputs);
  if ((await statIfAny(rejects))?.isDirectory()) throw cannotWrite(rejects, 'it is a folder. Move it away');
  return places;
}

/**
 * The regular file that is to be written, there or not yet; undefined for a pipe or a device.
 *
 * @throws CivicTopicsError OUTPUT_UNWRITABLE when it is a folder
 */
export async function findTarget(path: string): Promise<string | undefined> {
  const existing = await statIfAny(path);
  if (existing?.isDirectory()) throw cannotWrite(path, 'it is a folder. Name a file');
  if (existing && !existing.isFile()) return undefined;
  return existing ? realpath(path) : path;
}

/** @throws CivicTopicsError OUTPUT_UNWRITABLE when one of the files that would be written is an input */
export async function checkNoInput(name: string, written: readonly string[], inputs: readonly string[]): Promise<void> {
  for (const path of written) {
    for (const input of inputs) {
      if (!(await isSameFile(path, input))) continue;
      throw cannotWrite(name, `that would overwrite the input, ${input}. Name another file`);
    }
  }
}

/** Device and inode tell a file whatever it is called. */
async function isSameFile(path: string, other: string): Promise<boolean> {
  const [one, two] = await Promise.all([statIfAny(path), statIfAny(other)]);
  return one !== undefined && two !== undefined && one.dev === two.dev && one.ino === two.ino;
}

function statIfAny(path: string) {
  return stat(path, { bigint: true }).catch(() => undefined);
}
