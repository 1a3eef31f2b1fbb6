import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const source = join(import.meta.dirname, '..', 'src');
/** text <- embed <- classify <- train | evaluate | batch <- report <- cli: a folder may import itself and those of a smaller number. */
const stages: Record<string, number> = {
  text: 0,
  embed: 1,
  classify: 2,
  train: 3,
  evaluate: 3,
  batch: 3,
  report: 4,
  cli: 5,
};
/** Which folders may use a package. */
const owners: Record<string, readonly string[]> = {
  'onnxruntime-node': ['embed'],
  tokenizers: ['embed'],
  'fast-csv': ['batch'],
  'iconv-lite': ['batch'],
  'lru-cache': ['batch'],
  eld: ['text'],
  htmlparser2: ['text'],
  yaml: ['train'],
  n3: ['train'],
};

const files = (readdirSync(source, { recursive: true }) as string[]).filter((name) => name.endsWith('.ts')).sort();
const read = (name: string) => readFileSync(join(source, name), 'utf8');
const importsOf = (text: string) =>
  [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] as string);
const folderOf = (name: string) => (name.includes('/') ? (name.split('/')[0] as string) : '');

describe('the source', () => {
  it.each(files)('%s imports only its own stage and earlier ones', (name) => {
    const folder = folderOf(name);
    if (['index.ts', 'transformers.ts', 'cli.ts'].includes(name)) return;
    for (const path of importsOf(read(name)).filter((path) => path.startsWith('.'))) {
      const target = relative(source, join(source, dirname(name), path));
      if (['errors.js', 'arguments.js'].includes(target) || (name === 'cli/version.ts' && target === '../package.json'))
        continue;
      const stage = stages[folderOf(target)];
      expect(stage, `${name} imports ${target}, which is no stage`).toBeDefined();
      const allowed = folderOf(target) === folder || (stage as number) < (stages[folder] ?? -1);
      expect(allowed, `${name} imports ${target}`).toBe(true);
    }
  });

  it.each(files)('%s uses packages only where they belong', (name) => {
    for (const path of importsOf(read(name)).filter((path) => !path.startsWith('.') && !path.startsWith('node:'))) {
      const owner = Object.entries(owners).find(([known]) => path === known || path.startsWith(`${known}/`));
      expect(owner, `${name} imports ${path}, which no folder owns`).toBeDefined();
      expect(owner?.[1], `${name} imports ${path}`).toContain(folderOf(name));
    }
  });

  /** The last sets the one variable by which onnxruntime is told to keep quiet. */
  const touchesProcess = (name: string) =>
    folderOf(name) === 'cli' || ['cli.ts', 'embed/no-telemetry.ts'].includes(name);

  it.each(files.filter((name) => !touchesProcess(name)))('%s touches neither process nor console', (name) => {
    expect(read(name).replace(/\/\*\*[\s\S]*?\*\/|\/\/.*/g, '')).not.toMatch(/\b(process|console)\./);
  });

  it.each(files)('%s opens with a header comment and has at most 250 lines', (name) => {
    const text = read(name);
    expect(text).toMatch(/^(#!.*\n)?\/\*\*/);
    expect(text.split('\n').length).toBeLessThanOrEqual(251);
  });

  it.each(['index.ts', 'transformers.ts'])('has only names in %s', (name) => {
    const statements = read(name)
      .replace(/\/\*\*[\s\S]*?\*\//g, '')
      .split(';')
      .map((part) => part.trim())
      .filter(Boolean);
    for (const statement of statements) expect(statement).toMatch(/^export (type )?\{[\s\S]*\} from '[^']+'$/);
  });

  it('keeps every stage in a folder that exists', () => {
    for (const folder of Object.keys(stages)) expect(statSync(join(source, folder)).isDirectory()).toBe(true);
  });
});
