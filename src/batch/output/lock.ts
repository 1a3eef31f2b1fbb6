/** Keeps two runs from writing the same output at once. */
import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { kill, pid } from 'node:process';
import { setTimeout } from 'node:timers/promises';
import type { CivicTopicsError } from '../../errors.js';
import { cannotWrite, unwritable } from '../failures.js';
import type { Places } from './places.js';

/** Who holds a lock. */
interface Holder {
  readonly pid: number;
  /** When that process began, since numbers come again; empty where the system does not tell, outside Linux. */
  readonly born: string;
  readonly host: string;
  /** Another one for each run. */
  readonly run: string;
}

/** A process that was killed takes a moment to end. */
const TRIES = 10;
const MILLISECONDS_BETWEEN = 100;

/**
 * Does the work while nobody else may. A lock whose process has ended, killed or by a power cut, is taken over.
 *
 * @throws CivicTopicsError OUTPUT_UNWRITABLE when another run holds it, or it cannot be written
 */
export async function withLock<T>(places: Places, work: () => Promise<T>): Promise<T> {
  const self: Holder = { pid, born: await bornWhen(pid), host: hostname(), run: randomUUID() };
  await take(places, self);
  try {
    return await work();
  } finally {
    await rm(places.lock, { force: true }).catch(() => undefined);
  }
}

async function take(places: Places, self: Holder): Promise<void> {
  const content = JSON.stringify(self);
  for (let left = TRIES; ; left--) {
    await create(places, content);
    // Read even when it was created: another run may have moved it away together with the lock that was there before.
    const found = await readFile(places.lock, 'utf8').catch(() => undefined);
    if (found === content) return;
    const holder = parseHolder(found);
    if (found !== undefined && !(holder && (await isAtWork(holder, self)))) await moveAway(places.lock, found, self);
    else if (left <= 0) throw inUse(places, holder);
    else await setTimeout(MILLISECONDS_BETWEEN);
  }
}

/** Does nothing when there is one already. */
async function create({ name, lock }: Places, content: string): Promise<void> {
  try {
    await writeFile(lock, content, { flag: 'wx' });
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    // A full disk has room for the name of a file, but for nothing in it.
    if (syscall === 'write') await rm(lock, { force: true });
    throw unwritable(name, error);
  }
}

/** Takes the lock of a run that has ended out of the way; puts it back if it is a new one by now. */
async function moveAway(path: string, found: string, { run }: Holder): Promise<void> {
  const aside = `${path}.${run}`;
  try {
    await rename(path, aside);
    if ((await readFile(aside, 'utf8')) === found) await rm(aside);
    else await rename(aside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw unwritable(path, error);
  }
}

function parseHolder(content = ''): Holder | undefined {
  try {
    const holder = JSON.parse(content);
    return Number.isInteger(holder.pid) && holder.pid > 0 ? holder : undefined;
  } catch {
    return undefined;
  }
}

/** Of a process on another machine nobody here can tell. */
async function isAtWork(holder: Holder, self: Holder): Promise<boolean> {
  if (holder.host !== self.host) return true;
  if (self.born !== '') return (await bornWhen(holder.pid)) === holder.born;
  try {
    kill(holder.pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Ticks from the start of the machine (proc(5), field 22 of stat); empty for a process that has ended, also when nobody has noticed. */
async function bornWhen(id: number): Promise<string> {
  const stat = await readFile(`/proc/${id}/stat`, 'utf8').catch(() => '');
  // Behind the name, which may hold anything: state, and 18 fields further on the start.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' || fields[0] === 'X' ? '' : (fields[19] ?? '');
}

function inUse({ name, lock }: Places, holder: Holder | undefined): CivicTopicsError {
  const who = holder ? `process ${holder.pid} on ${holder.host}` : 'another run';
  return cannotWrite(name, `${who} is writing it. Wait for that run; if it has ended, delete ${lock} and start again`);
}
