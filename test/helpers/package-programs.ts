/** Programs as users write them, in TypeScript, checked against the types of the installed package and built for every way to load it. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { ROOT } from './built-cli.js';

const TEXT = 'The ministry will raise the base salary of nurses by 4 per cent.';

const PROGRAM = `
import { type Classification, type Classifier, CivicTopicsError, createClassifier, type Embedder, parseTaxonomy, type Tag } from 'civic-topics';
import { fromPipeline } from 'civic-topics/transformers';

async function main(): Promise<void> {
  const classifier: Classifier = await createClassifier({ threads: 1 });
  const { language, tags }: Classification = await classifier.classify('${TEXT}');
  const [tag] = tags as readonly [Tag];
  console.log(language, tag.topic, tag.evidence);
  await classifier.close();
  const { taxonomy } = await parseTaxonomy('topics: [{ id: water }]', 'topics.yaml');
  console.log(taxonomy.topics.map(({ id }) => id));
  const noPipeline = {} as Parameters<typeof fromPipeline>[0];
  const failure: unknown = await fromPipeline(noPipeline).then(({ id }: Embedder) => id, (error: unknown) => error);
  if (failure instanceof CivicTopicsError) console.log(failure.code);
}
void main();
`;

/** What every program prints. */
export const PRINTED = `en salary-reform [ { start: 0, end: ${TEXT.length} } ]\n[ 'water' ]\nINVALID_ARGUMENT\n`;

/** The first two as TypeScript makes them under `nodenext`, the last as esbuild does, without what is in node_modules. */
export const PROGRAMS = ['module.mjs', 'common.cjs', 'bundle.mjs'] as const;

/** What TypeScript complains of. */
export function buildForNode(project: string): string {
  return compile(project, ['module.mts', 'common.cts'], { module: 'nodenext' });
}

/** The same, for a project that leaves the finding of modules to a bundler. */
export function buildWithBundler(project: string): string {
  const complaints = compile(project, ['bundle.ts'], { module: 'esnext', moduleResolution: 'bundler', noEmit: true });
  buildSync({
    entryPoints: [join(project, 'bundle.ts')],
    outfile: join(project, 'bundle.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
  return complaints;
}

export function copyPrograms(from: string, to: string): void {
  for (const name of PROGRAMS) copyFileSync(join(from, name), join(to, name));
}

/** Checks the package's own types, too. `@types/node` is the repository's. */
function compile(project: string, files: readonly string[], options: object): string {
  for (const file of files) writeFileSync(join(project, file), PROGRAM);
  const compilerOptions = { strict: true, skipLibCheck: false, target: 'es2022', ...options };
  const types = { types: ['node'], typeRoots: [`${ROOT}/node_modules/@types`] };
  const config = join(project, 'tsconfig.json');
  writeFileSync(config, JSON.stringify({ compilerOptions: { ...compilerOptions, ...types }, files }));
  const tsc = `${ROOT}/node_modules/typescript/bin/tsc`;
  return spawnSync(process.execPath, [tsc, '--project', config], { encoding: 'utf8' }).stdout;
}
