/** Names of the topics that ship in the package, for pages: files of tagged rows and what a classifier says of itself hold only ids. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../embed/built-in-model.js';
import { CivicTopicsError } from '../../errors.js';

interface Taxonomy {
  readonly topics: readonly { readonly id: string; readonly name: { readonly en: string } }[];
}

/**
 * English names by id.
 *
 * @throws CivicTopicsError INPUT_UNREADABLE when the package is not whole
 */
export function builtInTopicNames(): Readonly<Record<string, string>> {
  const path = join(packageRoot(), 'data', 'taxonomy.json');
  try {
    const { topics } = JSON.parse(readFileSync(path, 'utf8')) as Taxonomy;
    return Object.fromEntries(topics.map(({ id, name }) => [id, name.en]));
  } catch (cause) {
    const message = `Expected ${path}, which belongs to the package. Reinstall civic-topics.`;
    throw new CivicTopicsError('INPUT_UNREADABLE', message, { cause });
  }
}
