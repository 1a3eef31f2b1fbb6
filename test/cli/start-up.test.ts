/** What the process loads before it can do a thing: start-up time is mostly loading. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const SOURCE = fileURLToPath(new URL('../../src', import.meta.url));

/** Packages, Node's own among them, that are loaded along with a file, through any number of files; types and `import()` load nothing. */
function modulesOf(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file) || file.endsWith('.json')) return [];
  seen.add(file);
  const code = readFileSync(file, 'utf8');
  const imports = [...code.matchAll(/^(?:import|export) (?!type )(?:[^;]*? from )?'([^']+)'/gm)].map(
    (match) => match[1] as string,
  );
  const packages = imports.filter((name) => !name.startsWith('.'));
  const files = imports
    .filter((name) => name.startsWith('.'))
    .map((name) => join(dirname(file), name.replace(/\.js$/, '.ts')));
  return [...packages, ...files.flatMap((path) => modulesOf(path, seen))];
}

const packagesOf = (file: string) => modulesOf(file).filter((name) => !name.startsWith('node:'));

it('help and wrong usage load no package', () => {
  expect(packagesOf(join(SOURCE, 'cli.ts'))).toEqual([]);
});

it('classify loads no package beside those of the classifier', () => {
  expect(packagesOf(join(SOURCE, 'cli/classify.ts'))).toEqual([]);
});

it('tag loads fast-csv, which shows that this test can see it', () => {
  expect(packagesOf(join(SOURCE, 'cli/tag.ts'))).toContain('fast-csv');
});

it('a classifier loads neither node:crypto nor node:zlib, which only its examples need and which take 10 ms', () => {
  const modules = modulesOf(join(SOURCE, 'classify/create-classifier.ts'));
  expect(modules).toContain('node:fs/promises');
  expect(modules.filter((name) => /crypto|zlib/.test(name))).toEqual([]);
});
