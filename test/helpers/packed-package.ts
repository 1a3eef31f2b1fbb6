/** The package as npm packs it, projects that it is installed in, and the Nodes that it must run on. Needs the build and the registry. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './built-cli.js';
import { oncePerRun } from './run-folder.js';

export interface PackedPackage {
  readonly tarball: string;
  /** Bytes. */
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

export const MANIFEST = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8'));

/** What can be imported, without package.json: `civic-topics`, `civic-topics/transformers`. */
export const ENTRIES = Object.keys(MANIFEST.exports)
  .filter((subpath) => subpath !== './package.json')
  .map((subpath) => subpath.replace('.', 'civic-topics'));

/** Major versions of Node that we promise to run on. */
export const NODES = ['20', '22', '24'] as const;

export function packedPackage(): PackedPackage {
  return oncePerRun('packed', (folder) => {
    const json = JSON.parse(npm(ROOT, 'pack', '--json', '--pack-destination', folder));
    const packed = Array.isArray(json) ? json[0] : Object.values(json)[0];
    return { ...packed, tarball: join(folder, packed.filename) };
  });
}

/** A project with the package in node_modules, as most have it; no package ran a script. Its path has spaces and Vietnamese letters. */
export function plainProject(): string {
  return oncePerRun('plain', (folder) => project(join(folder, 'Dự án thứ nhất'), ['--ignore-scripts']));
}

/**
 * A project where node_modules is made of links into a store, as pnpm makes it: no package finds what it has not asked for. Scripts ran,
 * onnxruntime-node's as the README says.
 */
export function linkedProject(): string {
  return oncePerRun('linked', (folder) =>
    project(join(folder, 'Dự án thứ hai'), ['--ignore-scripts=false', '--install-strategy=linked']),
  );
}

function project(folder: string, flags: readonly string[]): string {
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  npm(folder, 'install', ...flags, packedPackage().tarball);
  return folder;
}

/** Programs by major version of Node; 20 is the oldest that package.json allows. Packages hold them, without scripts. */
export function nodes(): Readonly<Record<(typeof NODES)[number], string>> {
  return oncePerRun('nodes', (folder) => {
    const home = join(folder, 'nodes');
    mkdirSync(home);
    writeFileSync(join(home, 'package.json'), '{ "private": true }');
    const source = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
    const oldest = MANIFEST.engines.node.replace('>=', '');
    const wanted = NODES.map(
      (major) => `node${major}@npm:${source}@${oldest.startsWith(`${major}.`) ? oldest : major}`,
    );
    npm(home, 'install', '--ignore-scripts', ...wanted);
    const program = (major: string) => join(home, 'node_modules', `node${major}`, 'bin', 'node');
    return Object.fromEntries(NODES.map((major) => [major, program(major)])) as Record<(typeof NODES)[number], string>;
  });
}

/** Standard output. */
function npm(cwd: string, ...args: readonly string[]): string {
  return execFileSync('npm', [...args, '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip' },
  });
}
