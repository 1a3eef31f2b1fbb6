/** Specification of `civic-topics evaluate`; the figures themselves are specified in test/evaluate. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCli } from '../helpers/run-cli.js';

const folder = mkdtempSync(join(tmpdir(), 'evaluate-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

/** Of two rows one is right: exact match is 1 of 2. */
const CSV = file('rows.csv', 'text,topics,lang\nPay. salary-reform:0.9,salary-reform,en\nMưa rơi.,training,vi\n');

it('prints the figures to stdout and a line to stderr', async () => {
  const { code, stdout, stderr } = await runCli(['evaluate', CSV]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Exact match +0\.500/m);
  expect(stderr).toMatch(/^Evaluated 2 rows in \d+\.\d s \(\d+\.\d rows\/s\)\.\n$/);
});

it('prints them as JSON', async () => {
  const { stdout } = await runCli(['evaluate', CSV, '--format', 'json', '--group-by', 'lang']);
  expect(JSON.parse(stdout)).toMatchObject({
    schemaVersion: 1,
    rows: 2,
    exactMatch: 0.5,
    groups: { en: { exactMatch: 1 }, vi: { exactMatch: 0 } },
  });
});

it.each([
  ['rows.tsv', 'text\ttopics\nPay, salary-reform:0.9\tsalary-reform\n'],
  ['rows.ndjson', '{"text":"Pay, salary-reform:0.9","topics":["salary-reform"]}\n'],
])('reads %s', async (name, content) => {
  const { stdout } = await runCli(['evaluate', file(name, content), '--format', 'json']);
  expect(JSON.parse(stdout)).toMatchObject({ rows: 1, exactMatch: 1 });
});

it('reads the columns that are named, and standard input', async () => {
  const args = ['evaluate', '-', '--text-column', 'body', '--topics-column', 'tags', '--format', 'json'];
  const { stdout } = await runCli(args, { input: 'tags,body\ntraining,training:0.9\n' });
  expect(JSON.parse(stdout)).toMatchObject({ exactMatch: 1 });
});

describe('fails', () => {
  it.each([
    [
      'without the topics column',
      [CSV, '--topics-column', 'tags'],
      /Expected a column "tags", got "text", "topics", "lang"/,
    ],
    ['without the group column', [CSV, '--group-by', 'language'], /Expected a column "language"/],
    [
      'at a topic unknown to the classifier',
      [file('odd.csv', 'text,topics\nabcd,taxes\n')],
      /Row 1 names the topic "taxes"/,
    ],
    ['without a row', [file('none.csv', 'text,topics\n')], /at least one labelled row/],
    ['without the file', [join(folder, 'missing.csv')], /there is no such file/],
  ])('%s', async (_, args, message) => {
    const run = await runCli(['evaluate', ...args]);
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toMatch(message);
  });
});
