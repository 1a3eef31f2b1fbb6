/** Nothing leaves the machine: system calls of whole runs are traced, and onnxruntime is watched for what it would report. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../helpers/built-cli.js';

const folder = mkdtempSync(join(tmpdir(), 'civic-topics-network-'));
const hasStrace = spawnSync('strace', ['-V']).status === 0;
/** Without CI, which onnxruntime takes as a reason to be silent. */
const env = { PATH: process.env.PATH };
const calls = (command: readonly string[]) => {
  const trace = join(folder, 'trace');
  execFileSync('strace', ['-f', '-e', 'trace=network', '-o', trace, process.execPath, ...command], {
    stdio: 'ignore',
    env,
  });
  return readFileSync(trace, 'utf8');
};

it.runIf(process.platform === 'linux')('strace is there to look with', () => {
  expect(hasStrace).toBe(true);
});

it.runIf(hasStrace)('tag attempts no connection', () => {
  expect(calls([`${ROOT}/dist/cli.js`, 'tag', `${ROOT}/data/examples/articles.csv`])).not.toMatch(
    /\b(connect|sendto|sendmsg)\(/,
  );
});

it.runIf(hasStrace)('and the trace would show one', () => {
  expect(calls(['-e', "require('node:net').connect(9, '127.0.0.1').on('error', () => {})"])).toMatch(/\bconnect\(/);
});

// It reports after half a minute or more, but writes what it will report at once.
describe.runIf(process.platform === 'linux')('onnxruntime', () => {
  const TEXT = 'The ministry will raise the base salary of nurses by 4 per cent.';
  const CLASSIFY = [`${ROOT}/dist/cli.js`, 'classify', TEXT];

  /** Files that a run leaves in its home, its folder of temporary files and its working folder, all of them one. */
  const left = (command: readonly string[], changes: NodeJS.ProcessEnv = {}) => {
    const home = mkdtempSync(join(folder, 'home-'));
    execFileSync(process.execPath, command, {
      stdio: 'ignore',
      cwd: home,
      env: { ...env, HOME: home, TMPDIR: home, ...changes },
    });
    return readdirSync(home, { recursive: true });
  };
  it.each([
    ['classify', CLASSIFY],
    ['tag with workers', [`${ROOT}/dist/cli.js`, 'tag', '--workers', '2', `${ROOT}/data/examples/articles.csv`]],
    [
      'the library as ES module',
      ['--input-type=module', '-e', `import { classify } from '${ROOT}/dist/index.js'; await classify('${TEXT}')`],
    ],
    ['the library as CommonJS', ['-e', `require('${ROOT}/dist/index.cjs').classify('${TEXT}')`]],
  ])('notes nothing to report: %s', (_, command) => {
    expect(left(command)).toEqual([]);
  });

  it('would note it if it were let', () => {
    expect(left(CLASSIFY, { ORT_DISABLE_TELEMETRY: '0' }).join()).toContain('deviceid');
  });
});

it('whoever loads the model first in a worker thread is told what only the main thread can do', () => {
  const program = "new (require('node:worker_threads').Worker)(process.argv[1], { eval: true })";
  const inThread = `require('${ROOT}/dist/index.cjs').createClassifier().then((classifier) => classifier.close())`;
  const { stderr } = spawnSync(process.execPath, ['-e', program, inThread], { encoding: 'utf8', env });
  expect(stderr).toContain('CivicTopicsWarning: Expected ORT_DISABLE_TELEMETRY=1 in the environment');
  expect(
    spawnSync(process.execPath, ['-e', `process.env.ORT_DISABLE_TELEMETRY = '1'; ${program}`, inThread], {
      encoding: 'utf8',
      env,
    }).stderr,
  ).toBe('');
});
