/** No connection is ever attempted: system calls of a whole run, traced. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../helpers/built-cli.js';

const TRACE = join(mkdtempSync(join(tmpdir(), 'civic-topics-trace-')), 'trace');
const hasStrace = spawnSync('strace', ['-V']).status === 0;
const calls = (command: readonly string[]) => {
  execFileSync('strace', ['-f', '-e', 'trace=network', '-o', TRACE, process.execPath, ...command], { stdio: 'ignore' });
  return readFileSync(TRACE, 'utf8');
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
