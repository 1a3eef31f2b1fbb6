/** Specification of the lock that keeps two runs from one output. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withLock } from '../../../src/batch/output/lock.js';
import { findPlaces, type Places } from '../../../src/batch/output/places.js';

let folder: string;
let places: Places;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
  places = (await findPlaces(join(folder, 'out.csv'), [])) as Places;
});
afterEach(() => rmSync(folder, { recursive: true }));

const lock = () => withLock(places, async () => 'done');
const leave = (holder: object | string) =>
  writeFileSync(places.lock, typeof holder === 'string' ? holder : JSON.stringify(holder));
/** As the lock of this process has it. */
async function ownHolder() {
  return JSON.parse(await withLock(places, async () => readFileSync(places.lock, 'utf8')));
}

it('is there while the work is done, and no longer, also when the work fails', async () => {
  expect(await withLock(places, async () => existsSync(places.lock))).toBe(true);
  await expect(withLock(places, () => Promise.reject(new RangeError('work')))).rejects.toThrow(RangeError);
  expect(readdirSync(folder)).toEqual([]);
});

it('is refused to a second run while the first is at work, in whichever process', async () => {
  await withLock(places, async () => {
    await expect(lock()).rejects.toMatchObject({
      code: 'OUTPUT_UNWRITABLE',
      message: `Cannot write ${places.name}: process ${process.pid} on ${hostname()} is writing it. Wait for that run; if it has ended, delete ${places.lock} and start again.`,
    });
  });
  const holder = await ownHolder();
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)']);
  const born = readBirth(child.pid as number) ?? holder.born;
  leave({ ...holder, pid: child.pid, born });
  await expect(lock()).rejects.toThrow(`process ${child.pid} on`);
  child.kill('SIGKILL');
});

it('is waited for when the process that has it is about to end', async () => {
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)']);
  leave({ ...(await ownHolder()), pid: child.pid, born: readBirth(child.pid as number) });
  void setTimeout(300).then(() => child.kill('SIGKILL'));
  expect(await lock()).toBe('done');
});

describe('is taken over', () => {
  it('from a process that has ended', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    leave({ ...(await ownHolder()), pid });
    expect(await lock()).toBe('done');
    expect(readdirSync(folder)).toEqual([]);
  });

  it.runIf(process.platform === 'linux')('from a process whose number another one has by now', async () => {
    leave({ ...(await ownHolder()), born: '1' });
    expect(await lock()).toBe('done');
  });

  it.each(['', '{"pid": 12', 'null', '{"pid": "12"}', '{"pid": -1}'])('when it is damaged: %j', async (content) => {
    leave(content);
    expect(await lock()).toBe('done');
  });

  it('by one alone of several that come at once', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    leave({ ...(await ownHolder()), pid });
    let atWork = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++atWork);
      await setTimeout(20);
      atWork--;
    };
    const ended = await Promise.allSettled(Array.from({ length: 8 }, () => withLock(places, work)));
    expect(ended.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(most).toBe(1);
  });
});

it('of another machine is never taken over', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  leave({ ...(await ownHolder()), pid, host: 'elsewhere' });
  await expect(lock()).rejects.toThrow(`process ${pid} on elsewhere is writing it`);
  expect(JSON.parse(readFileSync(places.lock, 'utf8'))).toMatchObject({ host: 'elsewhere' });
});

/** Field 22 of proc(5), where there is one. */
function readBirth(pid: number): string | undefined {
  if (process.platform !== 'linux') return undefined;
  return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19];
}
