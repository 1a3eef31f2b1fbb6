/** Specification of `civic-topics evaluate`; the figures themselves are specified in test/evaluate. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

describe('--fail-under', () => {
  // One of five topics is found in its only row, one is missed, three occur nowhere: macro F1 1 / 5.
  it('above the macro F1 prints the figures all the same, says figure and bar, and ends with 3', async () => {
    const { code, stdout, stderr } = await runCli(['evaluate', CSV, '--fail-under', '0.21']);
    expect(code).toBe(3);
    expect(stdout).toMatch(/^Macro F1 +0\.200/m);
    expect(stderr).toContain('\ncivic-topics: macro F1 is 0.2, below 0.21 (--fail-under).\n');
  });

  it('that is reached exactly ends with 0', async () => {
    const { code, stderr } = await runCli(['evaluate', CSV, '--fail-under', '0.2']);
    expect([code, stderr.includes('below')]).toEqual([0, false]);
  });

  it('that is no share is wrong usage', async () => {
    expect(await runCli(['evaluate', CSV, '--fail-under', '80'])).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('--baseline', () => {
  const printedFor = async (input = CSV) => {
    const { stdout } = await runCli(['evaluate', input, '--format', 'json']);
    return file('before.json', stdout);
  };

  it('compares with what another run printed, in text', async () => {
    const { code, stdout } = await runCli(['evaluate', CSV, '--baseline', await printedFor()]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Macro F1 +0\.200 +0\.200 +\+0\.000 +\[\+0\.000, \+0\.000\]$/m);
    expect(stdout).toContain('Rows with more: none\n');
  });

  it('compares in JSON', async () => {
    const { stdout } = await runCli(['evaluate', CSV, '--baseline', await printedFor(), '--format', 'json']);
    expect(JSON.parse(stdout).comparison).toMatchObject({ macroF1: { difference: 0 }, mcnemar: { pValue: 1 } });
  });

  it.each([
    ['UTF-16 with a byte order mark, as PowerShell writes', 'utf16le', '\ufeff'],
    ['UTF-16 without one', 'utf16le', ''],
    ['UTF-8 with a byte order mark', 'utf8', '\ufeff'],
  ] as const)('may be %s', async (_, encoding, mark) => {
    const path = await printedFor();
    writeFileSync(path, `${mark}${readFileSync(path, 'utf8')}`, encoding);
    const { stdout } = await runCli(['evaluate', CSV, '--baseline', path, '--format', 'json']);
    expect(JSON.parse(stdout).comparison).toMatchObject({ macroF1: { difference: 0 } });
  });

  it('of other rows is refused, and the rows are named', async () => {
    const other = file('other.csv', 'text,topics\nPay. salary-reform:0.9,salary-reform\nMưa to.,training\n');
    const { code, stdout, stderr } = await runCli(['evaluate', CSV, '--baseline', await printedFor(other)]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('The baseline has another text in row 2.');
  });

  it.each([
    ['that is missing', join(folder, 'missing.json'), /Cannot read .*missing\.json: there is no such file/],
    ['that is no JSON', CSV, /Expected .*rows\.csv to be what evaluate --format json prints/],
  ])('%s is refused before anything is classified', async (_, path, message) => {
    const { code, stderr, created } = await runCli(['evaluate', CSV, '--baseline', path]);
    expect({ code, created }).toEqual({ code: 1, created: [] });
    expect(stderr).toMatch(message);
  });
});

describe('--report', () => {
  it('writes a page and prints the figures', async () => {
    const path = join(folder, 'report.html');
    const { code, stdout } = await runCli(['evaluate', CSV, '--report', path]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Exact match +0\.500/m);
    expect(readFileSync(path, 'utf8')).toMatch(/^<!DOCTYPE html>\n<html lang="en">[\s\S]*Mưa rơi\.[\s\S]*<\/html>\n$/);
  });

  it('says of a wrong row in which file of a folder it stands', async () => {
    mkdirSync(join(folder, 'two'));
    file('two/a.csv', 'text,topics\nPay. salary-reform:0.9,salary-reform\n');
    file('two/b.csv', 'text,topics\nMưa rơi.,\nMưa to.,training\n');
    const path = join(folder, 'two.html');
    await runCli(['evaluate', join(folder, 'two'), '--report', path]);
    expect(readFileSync(path, 'utf8')).toContain(`row 2 of ${join(folder, 'two', 'b.csv')}`);
  });

  it('whose folder does not exist fails before anything is classified', async () => {
    const path = join(folder, 'nowhere', 'report.html');
    const { code, stdout, stderr } = await runCli(['evaluate', CSV, '--report', path]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('its folder does not exist');
  });

  it('never writes over what is read', async () => {
    const rows = readFileSync(CSV, 'utf8');
    const { code } = await runCli(['evaluate', CSV, '--report', CSV]);
    expect([code, readFileSync(CSV, 'utf8')]).toEqual([1, rows]);
  });

  it('is not left behind when the evaluation fails', async () => {
    const path = join(folder, 'failed.html');
    const { code } = await runCli(['evaluate', file('odd.csv', 'text,topics\nabcd,taxes\n'), '--report', path]);
    expect([code, existsSync(path), existsSync(`${path}.partial`)]).toEqual([1, false, false]);
  });

  it('to standard output is wrong usage, for the figures go there', async () => {
    expect(await runCli(['evaluate', CSV, '--report', '-'])).toMatchObject({ code: 2, stdout: '' });
  });
});
