/** Pools whose workers run stub-worker.ts, each with a folder of its own, and what they did. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { WorkerPool, type WorkerPoolOptions } from '../../../src/batch/pool/worker-pool.js';

/** With a space and an accent, as folders of real people have. */
const root = mkdtempSync(join(tmpdir(), 'tên có dấu '));
const workerFile = join(root, 'worker.mjs');

/** A thread runs no TypeScript: the stub is built first, by the tool that builds the package. */
beforeAll(async () => {
  await build({
    entryPoints: [join(import.meta.dirname, 'stub-worker.ts')],
    outfile: workerFile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
  });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const open: WorkerPool[] = [];
afterEach(() => Promise.all(open.splice(0).map((pool) => pool.close())));

/** @param loading what a worker meets when it loads its classifier: `refuse`, `throw` or `exit` */
export function stub(options: Partial<WorkerPoolOptions> = {}, loading = '') {
  const folder = mkdtempSync(join(root, 'run '));
  const notices: string[] = [];
  const setLoading = (how: string) => writeFileSync(join(folder, 'loading'), how);
  setLoading(loading);
  const log = () => readFileSync(join(folder, 'log'), 'utf8').trimEnd().split('\n');
  const did = () => log().map((line) => line.replace(/^\d+ /, ''));
  const start = async () => {
    const pool = await WorkerPool.start({
      classifier: folder,
      workers: 2,
      threads: 1,
      workerFile: pathToFileURL(workerFile),
      onNotice: (message) => notices.push(message),
      ...options,
    });
    open.push(pool);
    return pool;
  };
  return {
    start,
    notices,
    setLoading,
    log: did,
    count: (what: string) => did().filter((line) => line === what).length,
  };
}
