/** The packed package: what is in it, how large it is, and that it works where it is installed. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../helpers/built-cli.js';

const MEBIBYTE = 1024 ** 2;
const folder = mkdtempSync(join(tmpdir(), 'civic-topics-pack-'));
let packed: { filename: string; size: number; files: { path: string; size: number }[] };
const inFolder = (command: string, args: readonly string[]) =>
  execFileSync(command, args, { cwd: folder, encoding: 'utf8' });

beforeAll(() => {
  const json = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], { cwd: ROOT, encoding: 'utf8' });
  const parsed = JSON.parse(json);
  packed = (Array.isArray(parsed) ? parsed : Object.values(parsed))[0];
});

describe('the package', () => {
  it('has at most 40 MB packed, and a model folder of at most 42 MB', () => {
    expect(statSync(join(folder, packed.filename)).size).toBeLessThanOrEqual(40 * MEBIBYTE);
    const model = packed.files.filter(({ path }) => path.startsWith('models/encoder/'));
    expect(model.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(42 * MEBIBYTE);
  });

  it('holds the build, the models and the papers, and nothing else', () => {
    const paths = packed.files.map(({ path }) => path.replace(/^dist\/.*\.js$/, 'dist/*.js'));
    expect([...new Set(paths)].sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'data/taxonomy.json',
      'dist/*.js',
      'dist/index.cjs',
      'dist/index.d.cts',
      'dist/index.d.ts',
      'models/README.md',
      'models/civil-service/classifier.json',
      'models/encoder/manifest.json',
      'models/encoder/model.onnx',
      'models/encoder/tokenizer.json',
      'package.json',
    ]);
  });

  it('works where it is installed, as ES module, as CommonJS and as a command', () => {
    inFolder('npm', ['init', '-y']);
    inFolder('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', `./${packed.filename}`]);
    const print =
      "c('The ministry will raise the base salary of nurses by 4 per cent.').then((r) => console.log(r.tags[0].topic))";
    const esm = `import { classify as c } from 'civic-topics'; ${print}`;
    expect(inFolder(process.execPath, ['--input-type=module', '-e', esm])).toBe('salary-reform\n');
    expect(inFolder(process.execPath, ['-e', `const { classify: c } = require('civic-topics'); ${print}`])).toBe(
      'salary-reform\n',
    );
    expect(inFolder('npx', ['civic-topics', '--version'])).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
