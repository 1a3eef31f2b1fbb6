/** Specification of a run that is ended from outside: nothing is lost or doubled. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inThisThread } from '../../src/batch/pool/in-this-thread.js';
import { tagFile } from '../../src/batch/tag-file.js';
import { bundledProgram } from '../helpers/bundled-program.js';
import { fakeClassifier } from '../helpers/fake-classifier.js';
import { manyRows } from './many-rows.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'killed-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const path = (name: string) => join(folder, name);
const read = (name: string) => readFileSync(path(name), 'utf8');
const names = () => readdirSync(folder).sort();

/** Undisturbed. */
const tag = () =>
  tagFile(path('in.csv'), path('whole.csv'), { openClassifier: async () => inThisThread(fakeClassifier()) });

describe('killed at random moments and started again, a run comes to the same bytes', () => {
  const KILLS = 12;
  let program: string;
  beforeAll(async () => {
    program = await bundledProgram('stub-program.ts');
  });

  /** Resolves to whether it came to its end. */
  function run(input: string, killAfter?: number): Promise<boolean> {
    const child = spawn(process.execPath, [program, input, path('out.csv'), '2'], { stdio: 'inherit' });
    if (killAfter !== undefined) void setTimeout(killAfter).then(() => child.kill('SIGKILL'));
    return new Promise((resolve, reject) => {
      child.on('error', reject).on('exit', (code, signal) => {
        if (signal === 'SIGKILL') resolve(false);
        else if (code === 0) resolve(true);
        else reject(new Error(`exit code ${code}`));
      });
    });
  }

  it.runIf(process.platform !== 'win32')('with nothing lost, doubled or left behind', async () => {
    writeFileSync(path('in.csv'), manyRows(600));
    // 46 of one kind and 35 of the other, of which 213 and 434 are both.
    expect(await tag()).toMatchObject({ rows: 521, rejects: 79 });
    const moments: number[] = [];
    while (moments.length < KILLS) {
      moments.push(150 + Math.random() * 400);
      if (await run(path('in.csv'), moments.at(-1))) break;
    }
    await run(path('in.csv'));
    const note = `killed after ${moments.map(Math.round)} ms`;
    expect(read('out.csv'), note).toBe(read('whole.csv'));
    expect(read('out.csv.rejects.csv'), note).toBe(read('whole.csv.rejects.csv'));
    expect(names(), note).toEqual(['in.csv', 'out.csv', 'out.csv.rejects.csv', 'whole.csv', 'whole.csv.rejects.csv']);
  });

  it.runIf(process.platform !== 'win32')('and so does one that met a full disk', async () => {
    writeFileSync(path('in.csv'), manyRows(600));
    await tag();
    // A limit on the size of files fails writes in the same way, amid a row, and needs no disk that can be filled.
    const command = 'ulimit -f 16 && exec "$0" "$@"';
    const args = ['-c', command, process.execPath, program, path('in.csv'), path('out.csv'), '1'];
    const limited = spawnSync('bash', args, { encoding: 'utf8' });
    expect(limited.stderr).toMatch(/Cannot write .*out\.csv\.partial: it would be larger than files may be there/);
    expect(names()).toContain('out.csv.partial.json');
    await run(path('in.csv'));
    expect(read('out.csv')).toBe(read('whole.csv'));
    expect(read('out.csv.rejects.csv')).toBe(read('whole.csv.rejects.csv'));
  });
});
