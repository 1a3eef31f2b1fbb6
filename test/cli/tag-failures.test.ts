/** Specification of what `civic-topics tag` says when it cannot do what it is asked to. */
import { existsSync, linkSync, symlinkSync } from 'node:fs';
import { Readable, Writable } from 'node:stream';
import { beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '../helpers/run-cli.js';
import { file, names, path, read } from './tag-folder.js';

const ROWS = 'id,text\n1,Pay. salary-reform:0.9\n2,abc\n';
let input: string;
beforeEach(() => {
  input = file('in.csv', ROWS);
});

describe('what fails', () => {
  it('fails for the same reason when stderr is gone', async () => {
    file('bad.csv', 'id,text\n1,abcd\n2\n');
    const gone = Object.assign(new Error('write EPIPE'), { code: 'EPIPE', syscall: 'write' });
    const stderr = new Writable({ write: (_chunk, _encoding, done) => done(gone) });
    const argv = ['tag', path('bad.csv'), '--on-bad-row', 'stop'];
    expect((await runCli(argv, { stderr })).code).toBe(1);
  });

  it('is silent and content when the reader of its output leaves', async () => {
    let written = 0;
    const stdout = new Writable({
      write(_chunk, _encoding, done) {
        written++;
        done(written < 3 ? null : Object.assign(new Error('write EPIPE'), { code: 'EPIPE', syscall: 'write' }));
      },
    });
    const many = `text\n${'Rain.\n'.repeat(10_000)}`;
    expect(await runCli(['tag', '-'], { input: many, stdout })).toMatchObject({ code: 0, stderr: '' });
    expect(written).toBe(3);
  });

  it('says in words that the disk is full', async () => {
    const stdout = new Writable({
      write: (_chunk, _encoding, done) =>
        done(Object.assign(new Error('ENOSPC: write'), { code: 'ENOSPC', syscall: 'write' })),
    });
    expect(await runCli(['tag', input], { stdout })).toMatchObject({
      code: 1,
      stderr: 'civic-topics: Cannot write standard output: the disk is full.\n',
    });
  });

  it.runIf(existsSync('/dev/full'))('says so of a device, too', async () => {
    expect(await runCli(['tag', input, '-o', '/dev/full'])).toMatchObject({
      code: 1,
      stderr: 'civic-topics: Cannot write /dev/full: the disk is full.\n',
    });
  });

  it('keeps the rows before an input that cannot be read on', async () => {
    async function* failing() {
      yield Buffer.from('text\nabcd\n');
      throw Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO', syscall: 'read' });
    }
    const run = await runCli(['tag', '-', '--encoding', 'utf-8', '--delimiter', ',', '-o', path('out.csv')], {
      stdin: Readable.from(failing(), { objectMode: false }),
    });
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(
      /1 row done so far.*\nciv.*: Cannot read standard input: the disk or the connection to it fails\.\n$/,
    );
  });
});

describe('refuses, before a model is loaded,', () => {
  it.each(['in.csv', 'same.csv', 'link.csv'])('to write over its own input (%s)', async (name) => {
    linkSync(input, path('same.csv'));
    symlinkSync('in.csv', path('link.csv'));
    const run = await runCli(['tag', input, '-o', path(name)]);
    expect(run).toMatchObject({ code: 1, stdout: '', created: [] });
    expect(run.stderr).toMatch(/Cannot write .*: that would overwrite the input, .*\. Name another file\.\n$/);
    expect(read('in.csv')).toBe(ROWS);
  });

  it.each([
    'out.csv.partial',
    'out.csv.partial.json',
    'out.csv.partial.lock',
    'out.csv.rejects.csv',
    'out.csv.rejects.csv.partial',
  ])('to use its own input or classifier for what it writes beside the output (%s)', async (name) => {
    const named = file(name, ROWS);
    for (const argv of [
      ['tag', named],
      ['tag', input, '--classifier', named],
    ]) {
      const run = await runCli([...argv, '-o', path('out.csv')]);
      expect(run).toMatchObject({ code: 1, created: [] });
      expect(run.stderr).toContain(`that would overwrite the input, ${named}.`);
    }
    expect(read(name)).toBe(ROWS);
    expect(names()).toEqual(['in.csv', name]);
  });

  it.each([
    ['a missing input', () => [path('none.csv')], /Cannot read .*none\.csv: there is no such file\./],
    ['a folder for input', () => [path()], /it is a folder/],
    ['a folder for output', () => [input, '-o', path()], /Cannot write .*: it is a folder/],
    [
      'an output in no folder',
      () => [input, '-o', path('none/out.csv')],
      /Cannot write .*: its folder does not exist\. Create/,
    ],
    [
      'an output below a file',
      () => [input, '-o', path('in.csv/out.csv')],
      /a part of its path is a file, not a folder/,
    ],
    [
      'a column that is not there, listing those that are',
      () => [input, '--text-column', 'body'],
      /^civic-topics: Expected a column "body", got "id", "text"\. Name the column to be read with --text-column\.\n$/,
    ],
  ])('%s', async (_, args, message) => {
    const run = await runCli(['tag', ...args()]);
    expect(run).toMatchObject({ code: 1, stdout: '', created: [] });
    expect(run.stderr).toMatch(message);
    expect(names()).toEqual(['in.csv']);
  });

  it.runIf(process.platform === 'linux')('a folder where nothing can be written', async () => {
    // Not even by root, unlike a folder of our own without permissions.
    const run = await runCli(['tag', input, '-o', '/sys/out.csv']);
    expect(run).toMatchObject({ code: 1, created: [] });
    expect(run.stderr).toMatch(
      /^civic-topics: Cannot write \/sys\/out\.csv: (permission denied|its folder is read-only)\.\n$/,
    );
  });

  it.each([
    [
      'a CSV output for NDJSON',
      ['in.ndjson', '-o', 'out.csv'],
      'Expected an output in the format of the input, ndjson, got out.csv.',
    ],
    [
      'an NDJSON output for CSV',
      ['in.csv', '-o', 'out.jsonl'],
      'Expected an output in the format of the input, csv, got out.jsonl.',
    ],
    ['a delimiter for NDJSON', ['in.ndjson', '--delimiter', ';'], 'Expected --delimiter with CSV only, got NDJSON.'],
    ['no header for NDJSON', ['in.ndjson', '--no-header'], 'Expected --no-header with CSV only, got NDJSON.'],
    ['another delimiter', ['in.csv', '--delimiter', ':'], 'Expected , or ; or | or tab for --delimiter, got ":".'],
    ['an encoding that nobody knows', ['in.csv', '--encoding', 'utf-7'], 'Expected an encoding (utf-8, '],
  ])('%s, as wrong usage', async (_, args, message) => {
    const run = await runCli(['tag', ...args]);
    expect(run).toMatchObject({ code: 2, stdout: '', created: [] });
    expect(run.stderr).toContain(`civic-topics: ${message}`);
  });
});
