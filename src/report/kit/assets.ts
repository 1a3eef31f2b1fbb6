/** Reads the scripts and styles of the pages, which the build puts beside the program. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../embed/built-in-model.js';
import { CivicTopicsError } from '../../errors.js';

/**
 * Text of `dist/pages/NAME`.
 *
 * @throws CivicTopicsError INPUT_UNREADABLE when the package is not whole, or its clone was not built
 */
export function pageAsset(name: string): string {
  const path = join(packageRoot(), 'dist', 'pages', name);
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (cause) {
    const message = `Expected ${path}, which belongs to the package. Reinstall civic-topics, or in a clone run npm run build.`;
    throw new CivicTopicsError('INPUT_UNREADABLE', message, { cause });
  }
}
