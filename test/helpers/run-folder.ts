/** A folder that all files of one run of the slow tests share, so that what takes long is made once; deleted at the end. */
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    runFolder: string;
  }
}

/** Vitest's global set-up. */
export default function setup(project: TestProject): () => void {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'civic-topics-run-')));
  project.provide('runFolder', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}

/** What `make` gave for this name, in this test file or in an earlier one; it gets the shared folder, and gives something that JSON can hold. */
export function oncePerRun<T>(name: string, make: (folder: string) => T): T {
  const folder = inject('runFolder');
  const kept = join(folder, `${name}.json`);
  if (!existsSync(kept)) writeFileSync(kept, JSON.stringify(make(folder)));
  return JSON.parse(readFileSync(kept, 'utf8'));
}
