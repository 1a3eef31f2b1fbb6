/** Makes a program of this folder one that plain Node runs, for tests that need a process of their own. */
import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './built-cli.js';

/** Inside the repository, so that the packages are found. */
const FOLDER = join(ROOT, 'node_modules/.cache/test-programs');

/**
 * Resolves to the path of the program.
 *
 * @param file its name in test/helpers
 */
export async function bundledProgram(file: string): Promise<string> {
  const outfile = join(FOLDER, `${basename(file, '.ts')}.mjs`);
  mkdirSync(FOLDER, { recursive: true });
  await build({
    entryPoints: [join(ROOT, 'test/helpers', file)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
  });
  return outfile;
}
