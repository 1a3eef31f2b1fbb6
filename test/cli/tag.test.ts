/** Specification of `civic-topics tag`. */
import {
  existsSync,
  linkSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeClassifier } from '../helpers/fake-classifier.js';
import { runCli } from '../helpers/run-cli.js';

let folder: string;
let input: string;
const ROWS = 'id,text\n1,Pay. salary-reform:0.9\n2,Mưa rơi.\n3,abc\n';
const TAGGED = `\
id,text,language,topics,scores,abstained,evidence
1,Pay. salary-reform:0.9,en,salary-reform,0.900,,salary-reform:0.9
2,Mưa rơi.,vi,,,no-topic-near,
3,abc,en,,,too-short,
`;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tag-'));
  input = file('in.csv', ROWS);
});
afterEach(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}
const path = (name: string) => join(folder, name);
const read = (name: string) => readFileSync(path(name), 'utf8');

describe('writes the tagged rows', () => {
  it('to standard output, and a summary to stderr', async () => {
    const { code, stdout, stderr } = await runCli(['tag', input]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: TAGGED });
    expect(stderr.replace(/\d+\.\d/g, 'N')).toBe(
      [
        'Tagged 3 rows in N s (N rows/s): 1 with topics, 2 without.',
        '  topics     digital-government 0, civil-service-ethics 0, gender-equality 0, salary-reform 1, training 0',
        '  languages  en 2, vi 1',
        '  abstained  no-topic-near 1, too-short 1',
        '',
      ].join('\n'),
    );
  });

  it('from standard input', async () => {
    expect(await runCli(['tag', '-'], { input: ROWS })).toMatchObject({ code: 0, stdout: TAGGED });
  });

  it('to a file, which is there only when it is whole', async () => {
    const during: string[][] = [];
    const createClassifier = async () => {
      during.push(readdirSync(folder).sort());
      return fakeClassifier();
    };
    expect(await runCli(['tag', input, '-o', path('out.csv')], { createClassifier })).toMatchObject({
      code: 0,
      stdout: '',
    });
    expect(read('out.csv')).toBe(TAGGED);
    expect(during).toEqual([['in.csv', 'out.csv.partial']]);
    expect(readdirSync(folder).sort()).toEqual(['in.csv', 'out.csv']);
  });

  it('over an older file, also through a link, which stays a link', async () => {
    file('old.csv', 'old');
    symlinkSync('old.csv', path('link.csv'));
    expect((await runCli(['tag', input, '-o', path('link.csv')])).code).toBe(0);
    expect(read('old.csv')).toBe(TAGGED);
    expect(readdirSync(folder).sort()).toEqual(['in.csv', 'link.csv', 'old.csv']);
  });

  it('to a device, which stays one', async () => {
    expect((await runCli(['tag', input, '-o', '/dev/null'])).code).toBe(0);
    expect(existsSync('/dev/null.partial')).toBe(false);
  });

  it('with tabs for .tsv', async () => {
    const tsv = file('in.tsv', 'id\ttext\n1\ta, b.\n');
    expect((await runCli(['tag', tsv])).stdout).toMatch(/^id\ttext\tlanguage/);
    await runCli(['tag', tsv, '-o', path('out.csv')]);
    expect(read('out.csv')).toMatch(/^id,text,language.*\n1,"a, b\.",en/);
  });

  it('reading the column that is named', async () => {
    const named = file('body.csv', 'text,body\ntraining:0.9,salary-reform:0.9\n');
    expect((await runCli(['tag', named, '--text-column', 'body'])).stdout).toContain(',salary-reform,0.900,');
  });
});

describe('leaves nothing half done', () => {
  it('deletes the partial file and says so when a row is bad; an older file stays', async () => {
    file('bad.csv', 'id,text\n1,abcd\n2\n');
    file('out.csv', 'old');
    const { code, stderr } = await runCli(['tag', path('bad.csv'), '-o', path('out.csv')]);
    expect(code).toBe(1);
    expect(stderr).toContain(
      `${path('out.csv')} was not written; the unfinished ${path('out.csv')}.partial was deleted.\n`,
    );
    expect(stderr).toContain('civic-topics: Row 2 (line 3) has 1 field where the header has 2.');
    expect(stderr).not.toContain('Tagged');
    expect(read('out.csv')).toBe('old');
    expect(readdirSync(folder)).not.toContain('out.csv.partial');
  });

  it('fails for the same reason when stderr is gone', async () => {
    file('bad.csv', 'id,text\n1,abcd\n2\n');
    const gone = Object.assign(new Error('write EPIPE'), { code: 'EPIPE', syscall: 'write' });
    const stderr = new Writable({ write: (_chunk, _encoding, done) => done(gone) });
    expect((await runCli(['tag', path('bad.csv'), '-o', path('out.csv')], { stderr })).code).toBe(1);
    expect(readdirSync(folder)).not.toContain('out.csv.partial');
  });

  it('ends with 130 when interrupted, and deletes the partial file', async () => {
    const abort = new AbortController();
    const classifier = fakeClassifier();
    const createClassifier = async () => ({
      ...classifier,
      classify: (async () => {
        abort.abort();
        return classifier.classify('text', { signal: abort.signal });
      }) as unknown as typeof classifier.classify,
    });
    const run = await runCli(['tag', input, '-o', path('out.csv')], { createClassifier, signal: abort.signal });
    expect(run.code).toBe(130);
    expect(run.stderr).toMatch(/out\.csv\.partial was deleted\.\nciv.*: interrupted\.\n$/);
    expect(readdirSync(folder)).toEqual(['in.csv']);
  });

  it('ends with 130 when interrupted while it waits for standard input', async () => {
    const { PassThrough } = await import('node:stream');
    const abort = new AbortController();
    const running = runCli(['tag', '-'], { stdin: new PassThrough(), signal: abort.signal });
    setTimeout(() => abort.abort(), 20);
    expect(await running).toMatchObject({ code: 130, stdout: '' });
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

  it('to use its own input for the unfinished output', async () => {
    const partial = file('out.csv.partial', ROWS);
    const run = await runCli(['tag', partial, '-o', path('out.csv')]);
    expect(run).toMatchObject({ code: 1, created: [] });
    expect(read('out.csv.partial')).toBe(ROWS);
  });

  it.each([
    ['a missing input', () => [path('none.csv')], /Cannot read .*none\.csv: there is no such file\./],
    ['a folder for input', () => [folder], /it is a folder/],
    ['a folder for output', () => [input, '-o', folder], /Cannot write .*: it is a folder/],
    [
      'an output in no folder',
      () => [input, '-o', path('none/out.csv')],
      /Cannot write .*: its folder does not exist\. Create/,
    ],
  ])('%s', async (_, args, message) => {
    const run = await runCli(['tag', ...args()]);
    expect(run).toMatchObject({ code: 1, stdout: '', created: [] });
    expect(run.stderr).toMatch(message);
  });

  it('newline-delimited JSON, as wrong usage', async () => {
    const run = await runCli(['tag', path('in.ndjson')]);
    expect(run).toMatchObject({ code: 2, stdout: '', created: [] });
    expect(run.stderr).toMatch(/Expected a CSV or TSV file, got .*in\.ndjson\. Use/);
  });

  it('a column that is not there, listing those that are', async () => {
    const run = await runCli(['tag', input, '--text-column', 'body']);
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toBe('civic-topics: Expected a column "body", got "id", "text". Name the column to be read.\n');
  });
});

it('shows its progress on a terminal only', async () => {
  const slow = async () => {
    const classifier = fakeClassifier();
    const classify = async (text: string) => {
      await new Promise((resolve) => setTimeout(resolve, 250));
      return classifier.classify(text);
    };
    return { ...classifier, classify: classify as typeof classifier.classify };
  };
  const { stderr } = await runCli(['tag', input], { isTerminal: true, createClassifier: slow });
  const clear = '\r\u001b[K';
  const lines = stderr.split(clear).map((line) => line.replace(/ in .*/s, ''));
  expect(lines).toEqual(['', '1 row', '2 rows', '3 rows', 'Tagged 3 rows']);
  expect((await runCli(['tag', input], { createClassifier: slow })).stderr).toMatch(/^Tagged/);
});
