/** Memory over a long run: 10,000 rows through the built command line. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { ROOT } from '../helpers/built-cli.js';
import { csvRows } from '../helpers/rows.js';

const ROWS = 10_000;
/**
 * After the first thousand rows memory may rise by this and no more: 9,000 answers kept for texts that come again (of at most 20,000, see
 * src/batch/pool/cached.ts), and garbage not yet collected. Over 26,000 rows it fell again behind the 20,000th.
 */
const SLACK_MB = 60;

function residentMb(pid: number): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}

it.runIf(process.platform === 'linux')('tags 10,000 rows in memory that is flat after the first thousand', async () => {
  const child = spawn(process.execPath, [`${ROOT}/dist/cli.js`, 'tag', '-'], { stdio: ['pipe', 'pipe', 'ignore'] });
  let lines = 0;
  let early = 0;
  let late = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    for (const byte of chunk) if (byte === 10) lines++;
    const resident = residentMb(child.pid as number);
    if (lines <= 1000) early = Math.max(early, resident);
    else late = Math.max(late, resident);
  });
  for (const row of csvRows(ROWS, { characters: 160 })) if (!child.stdin.write(row)) await setTimeout(1);
  child.stdin.end();
  const code = await new Promise((resolve) => child.on('close', resolve));
  console.info(`resident: ${early.toFixed(0)} MB over the first thousand rows, ${late.toFixed(0)} MB after`);
  expect(code).toBe(0);
  expect(lines).toBeGreaterThanOrEqual(ROWS + 1);
  expect(early).toBeGreaterThan(50);
  expect(late).toBeLessThan(early + SLACK_MB);
});
