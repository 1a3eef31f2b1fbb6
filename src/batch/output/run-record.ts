/** The small file beside a partial output that says what the output is of, and how far it was known to be right. */
import { createHash } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { unwritable } from '../failures.js';
import type { Fingerprint } from '../input/source.js';
import type { FileState } from './growing-file.js';
import type { SavedTally } from './tally.js';

/** All that the output depends on: only a run of the same basis may go on with it. */
export interface RunBasis {
  /** Version of this package. */
  readonly version: string;
  /** Size and hash of the whole input: to hash 10 GB takes less than a minute, to tag them takes days. */
  readonly input: Fingerprint;
  /** By their names for people; each changes the output. */
  readonly options: Readonly<Record<string, string | number | boolean>>;
  /** sha256 of the classifier file, which names the encoder that it belongs to. */
  readonly classifier: string;
  /** sha256 of the encoder's weights. */
  readonly encoder: string;
}

/** A moment when everything up to a row was on the disk. */
export interface Checkpoint {
  readonly tally: SavedTally;
  readonly output: FileState;
  /** Of the bad rows. */
  readonly rejects: FileState;
  /** Whether that row was the last one, so that only the files' names are to be changed. */
  readonly isWhole: boolean;
}

export interface RunRecord {
  readonly basis: RunBasis;
  readonly checkpoint: Checkpoint;
  /** Whether the run, or one that went on with it, may replace a file of the output's name. */
  readonly overwrite: boolean;
}

const FORMAT = 'civic-topics-run';

/** Replaces the record as a whole or not at all, whenever the power fails. */
export async function saveRecord(path: string, record: RunRecord): Promise<void> {
  const written = `${path}.new`;
  try {
    const file = await open(written, 'w');
    try {
      await file.writeFile(`${JSON.stringify({ format: FORMAT, sha256: digest(record), record }, undefined, 1)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(written, path);
  } catch (error) {
    await rm(written, { force: true }).catch(() => undefined);
    throw unwritable(path, error);
  }
}

/** `missing`, or `damaged` when it is not word for word as it was saved. */
export async function readRecord(path: string): Promise<RunRecord | 'missing' | 'damaged'> {
  try {
    const { format, sha256, record } = JSON.parse(await readFile(path, 'utf8'));
    return format === FORMAT && sha256 === digest(record) ? record : 'damaged';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'missing' : 'damaged';
  }
}

function digest(record: RunRecord): string {
  return createHash('sha256').update(JSON.stringify(record)).digest('hex');
}

/** What keeps a run from going on with an output: each difference in words, such as `text column ("text" then, "body" now)`. */
export function differences(then: RunBasis, now: RunBasis): string[] {
  const names = new Set([...Object.keys(then.options), ...Object.keys(now.options)]);
  return [
    ...difference('version of civic-topics', then.version, now.version),
    ...inputDifference(then.input, now.input),
    ...[...names].flatMap((name) => difference(name, shown(then.options[name]), shown(now.options[name]))),
    ...difference('classifier', then.classifier, now.classifier),
    ...difference('encoder', then.encoder, now.encoder),
  ];
}

function inputDifference(then: Fingerprint, now: Fingerprint): string[] {
  if (then.bytes === now.bytes) return then.sha256 === now.sha256 ? [] : ['input (of the same size)'];
  return difference('input', `${then.bytes} bytes`, `${now.bytes} bytes`);
}

function difference(name: string, then: string, now: string): string[] {
  return then === now ? [] : [`${name} (${short(then)} then, ${short(now)} now)`];
}

const shown = (value: unknown) => (value === undefined ? 'none' : JSON.stringify(value));
/** Of a hash as much as people need to tell two apart. */
const short = (text: string) => text.replace(/^([0-9a-f]{12})[0-9a-f]{52}$/, '$1');

/** Makes new names in the file's folder survive a power cut, where the system can: Windows and some network disks cannot. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(dirname(path), 'r').catch(() => undefined);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}
