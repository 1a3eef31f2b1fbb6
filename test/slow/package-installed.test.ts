/** The package where it is installed: every kind of program that may use it, on every Node that it promises, in ordinary and in awkward places. */
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../helpers/built-cli.js';
import { buildForNode, buildWithBundler, copyPrograms, PRINTED, PROGRAMS } from '../helpers/package-programs.js';
import { ENTRIES, linkedProject, MANIFEST, NODES, nodes, plainProject } from '../helpers/packed-package.js';

/**
 * Puts a command where nothing can be written and nothing can be reached, with no environment at all, and lets it say that this is so.
 * Root may write everywhere, hence a file system of its own that is mounted to be read.
 */
const READ_ONLY =
  'mount --rbind / / && mount -o remount,bind,ro / && cd "$0" && ! touch x 2>/dev/null && exec env -i "$@"';
const canIsolate =
  spawnSync('unshare', ['--map-root-user', '--mount', '--net', 'sh', '-c', READ_ONLY, ROOT, 'true']).status === 0;

let plain: string;
let linked: string;
let programs: ReturnType<typeof nodes>;
let answers: string;

const run = (cwd: string, command: string, ...args: readonly string[]) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const runReadOnly = (cwd: string, ...command: readonly string[]) =>
  run(cwd, 'unshare', '--map-root-user', '--mount', '--net', 'sh', '-c', READ_ONLY, cwd, ...command);
const tag = (project: string, workers: string) => [
  ...[join(project, 'node_modules/civic-topics/dist/cli.js'), 'tag', '--workers', workers],
  `${ROOT}/data/examples/articles.csv`,
];

beforeAll(() => {
  programs = nodes();
  plain = plainProject();
  linked = linkedProject();
  answers = run(plain, process.execPath, ...tag(plain, '1'));
}, 300_000);

describe('TypeScript finds types that fit', () => {
  it('under nodenext, in an ES module and in CommonJS', () => {
    expect(buildForNode(linked)).toBe('');
  });

  it('under bundler', () => {
    expect(buildWithBundler(linked)).toBe('');
    copyPrograms(linked, plain);
  });
});

describe.each(NODES)('on Node %s', (major) => {
  it('which is what it says', () => {
    const oldest = MANIFEST.engines.node.replace('>=', 'v');
    const version = run(plain, programs[major], '--version').trim();
    expect(version).toMatch(oldest.startsWith(`v${major}.`) ? oldest : new RegExp(`^v${major}\\.`));
  });

  it.each(ENTRIES)('%s gives the same names to import and to require', (entry) => {
    const names = (m: string) => `console.log(Object.keys(${m}).filter((name) => name !== 'default').sort().join())`;
    const imported = run(
      plain,
      programs[major],
      '--input-type=module',
      '-e',
      `import * as m from '${entry}'; ${names('m')}`,
    );
    expect(imported).toMatch(/\w/);
    expect(run(plain, programs[major], '--input-type=commonjs', '-e', names(`require('${entry}')`))).toBe(imported);
  });

  it.each(PROGRAMS)('%s runs where node_modules is made of links', (program) => {
    expect(run(linked, programs[major], program)).toBe(PRINTED);
  });

  it('two workers give what one gives', () => {
    expect(run(linked, programs[major], ...tag(linked, '2'))).toBe(answers);
  });

  it('programs run in threads of one process', () => {
    const start = "for (const file of process.argv.slice(1)) new (require('node:worker_threads').Worker)(file)";
    const printed = run(plain, programs[major], '-e', start, './module.mjs', './common.cjs');
    expect(printed.split('\n').sort()).toEqual(`${PRINTED}${PRINTED}`.split('\n').sort());
  });

  describe.runIf(canIsolate)('where nothing can be written or reached, without an environment', () => {
    it.each(PROGRAMS)('%s runs', (program) => {
      expect(runReadOnly(plain, programs[major], program)).toBe(PRINTED);
    });

    it('two workers give what one gives', () => {
      expect(runReadOnly(plain, programs[major], ...tag(plain, '2'))).toBe(answers);
    });
  });
});

it.runIf(process.platform === 'linux')('such a place can be made', () => {
  expect(canIsolate).toBe(true);
});

it('the command has its name', () => {
  for (const project of [plain, linked]) {
    expect(run(project, join(project, 'node_modules/.bin/civic-topics'), '--version')).toBe(`${MANIFEST.version}\n`);
  }
});

it.runIf(canIsolate && process.arch === 'x64')(
  "without network onnxruntime-node's script fails, unless it is told to skip",
  () => {
    const script = join(plain, 'node_modules/onnxruntime-node/script/install.js');
    expect(() => runReadOnly(plain, process.execPath, script)).toThrow('getaddrinfo');
    expect(runReadOnly(plain, 'ONNXRUNTIME_NODE_INSTALL=skip', process.execPath, script)).toBe('');
  },
);
