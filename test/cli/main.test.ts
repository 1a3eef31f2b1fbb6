/** Specification of the command line as a whole: help, versions, exit codes, and which stream says what. */
import { readFileSync } from 'node:fs';
import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.js';
import { CivicTopicsError } from '../../src/errors.js';
import { runCli } from '../helpers/run-cli.js';

const NAMES = Object.keys(COMMANDS);

describe('help', () => {
  it('goes to stdout when asked for, and lists every command', async () => {
    const { code, stdout, stderr } = await runCli(['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const name of NAMES) expect(stdout).toMatch(new RegExp(`^  ${name} +[A-Z]`, 'm'));
  });

  it('goes to stderr, as an error, when there is no command', async () => {
    const { code, stdout, stderr } = await runCli([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe((await runCli(['-h'])).stdout);
  });

  it.each(Object.entries(COMMANDS))('of %s lists its options', async (name, { options }) => {
    const { code, stdout, created } = await runCli([name, '--help']);
    expect({ code, created }).toEqual({ code: 0, created: [] });
    expect(stdout).toMatch(new RegExp(`^Usage: civic-topics ${name} `));
    for (const option of Object.keys(options)) expect(stdout).toMatch(new RegExp(`^  .*--${option}( \\S+)? +\\S`, 'm'));
  });

  it('shows defaults, short forms and flags', async () => {
    expect((await runCli(['tag', '--help'])).stdout).toBe(`\
Usage: civic-topics tag [options] INPUT

${COMMANDS.tag.summary}

Argument:
  INPUT  file to read; - for standard input; - --format ndjson answers line by line

Options:
  -o, --output OUTPUT       file to write; the same command goes on with one that was cut short; without it standard output
  --text-column COLUMN      column that holds the text; its number with --no-header, a dotted path in NDJSON (default: text)
  --encoding NAME           encoding of the input, such as utf-8, windows-1258, tcvn3 or vni; detected without it
  --delimiter CHARACTER     what stands between fields: , ; | or tab; detected without it
  --no-header               the first line is a row, and columns are called 1, 2, 3
  --format csv|ndjson       format of input and output; without it as the name of INPUT says, csv for standard input
  --bom                     begin the output with a byte order mark, by which Excel knows UTF-8
  --on-bad-row reject|stop  set bad rows aside in OUTPUT.rejects.csv, or stop at the first (default: reject)
  --overwrite               replace OUTPUT if there is such a file already
  --restart                 delete an unfinished OUTPUT.partial rather than go on with it
  --workers N               texts worked on at once; without it one for each core, at most 8
  --min-score X             give only tags with at least this score, from 0 to 1
  --classifier FILE         classifier to use instead of the one in the package
  --threads N               processor threads of each worker; without it the cores are shared out
  -h, --help                print this help
`);
  });
});

it('prints the version of package.json', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(await runCli(['--version'])).toMatchObject({ code: 0, stdout: `${version}\n`, stderr: '' });
});

describe('wrong usage ends with 2 and says on stderr what is wrong and where to read on', () => {
  it.each([
    [['clasify', 'a'], `Unknown command clasify. Commands are ${NAMES.join(', ')}.\ncivic-topics --help`],
    [['toString'], `Unknown command toString. Commands are ${NAMES.join(', ')}.\ncivic-topics --help`],
    [['--threads', '2'], `Unknown option --threads. Commands are ${NAMES.join(', ')}.\ncivic-topics --help`],
    [['tag'], 'Expected INPUT, got nothing.\ncivic-topics tag --help'],
    [
      ['classify', 'a', '--threads', 'x'],
      'Expected a whole number from 1 to 256 for --threads, got "x".\ncivic-topics classify --help',
    ],
  ])('%j', async (argv, message) => {
    const { code, stdout, stderr } = await runCli(argv);
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: '',
      stderr: `civic-topics: ${message} shows what is possible.\n`,
    });
  });
});

describe('failures', () => {
  const failing = (error: unknown) => ({ createClassifier: () => Promise.reject(error) });

  it('that are foreseen end with 1 and their message alone', async () => {
    const run = await runCli(
      ['classify', 'a'],
      failing(new CivicTopicsError('MODEL_NOT_FOUND', 'No model. Install it.')),
    );
    expect(run).toMatchObject({ code: 1, stdout: '', stderr: 'civic-topics: No model. Install it.\n' });
  });

  it('that are not foreseen end with 1 and say that they are bugs', async () => {
    const { code, stderr } = await runCli(['classify', 'a'], failing(new TypeError('x is not y')));
    expect(code).toBe(1);
    expect(stderr).toMatch(/this is a bug.*\nTypeError: x is not y\n {4}at /);
  });

  it('after an interruption end with 130, whatever they are', async () => {
    const abort = new AbortController();
    abort.abort();
    const run = await runCli(['classify', 'a'], { ...failing(new Error('torn off')), signal: abort.signal });
    expect(run).toMatchObject({ code: 130, stdout: '', stderr: 'civic-topics: interrupted.\n' });
  });
});

describe('a stdout that takes no more', () => {
  const broken = (code: string) =>
    new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error(`${code}: write`), { code, syscall: 'write' })),
    });

  it.each([['--help'], ['--version'], ['classify', 'a text']])(
    'because its reader left is no failure: %s',
    async (...argv) => {
      expect(await runCli(argv, { stdout: broken('EPIPE') })).toMatchObject({ code: 0, stderr: '' });
    },
  );

  it('because the disk is full is one', async () => {
    const run = await runCli(['--version'], { stdout: broken('ENOSPC') });
    expect(run).toMatchObject({ code: 1, stderr: 'civic-topics: ENOSPC: write\n' });
  });
});
