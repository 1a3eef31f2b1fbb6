/** Finds the files that ship in the package, from its source, its build, or an installed copy. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CivicTopicsError } from '../errors.js';

/** The package's root folder: the nearest one above this file that holds `models/encoder`. */
export function packageRoot(): string {
  // The build gives ES modules a __dirname, too; import.meta would be none in CommonJS.
  const here = __dirname;
  for (let folder = here; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'models', 'encoder', 'manifest.json'))) return folder;
    if (folder === dirname(folder)) {
      throw new CivicTopicsError(
        'MODEL_NOT_FOUND',
        `Expected models/encoder in the package, but no folder above ${here} has it. Reinstall civic-topics.`,
      );
    }
  }
}

/** Folder of the encoder that ships in the package. */
export function builtInModelFolder(): string {
  return join(packageRoot(), 'models', 'encoder');
}

/** The five-topic classifier that ships in the package. */
export function builtInClassifierFile(): string {
  return join(packageRoot(), 'models', 'civil-service', 'classifier.json');
}
