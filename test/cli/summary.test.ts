/** Specification of `civic-topics summary`; the figures themselves are specified in test/batch/summary, the page in test/pages. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../helpers/run-cli.js';

const folder = mkdtempSync(join(tmpdir(), 'summary-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

const HEAD = 'text,date,source,language,topics,scores,abstained,evidence\n';
const CSV =
  `${HEAD}Pay rises.,25/04/2019,Wire,en,salary-reform,0.900,,Pay rises\n` +
  'Pay and courses.,12/11/2020,Daily,en,salary-reform|training,0.800|0.700,,Pay|courses\n' +
  'Rain.,soon,Daily,en,,,no-topic-near,\n' +
  'Mưa.,,Wire,vi,,,too-short,\n';
const tagged = file('tagged.csv', CSV);

// By hand; Wilson's intervals by statsmodels 0.15.0: (2, 4) is (0.150039, 0.849961), (1, 4) is (0.045588, 0.699358). Of 0 rows in n the
// upper end is z² / (n + z²), by hand 3.841459 / 7.841459 = 0.489891 for 4.
it('prints the figures to stdout and a line to stderr', async () => {
  const { code, stdout, stderr, created } = await runCli([
    'summary',
    tagged,
    '--date-column',
    'date',
    '--group-by',
    'source',
  ]);
  expect({ code, created }).toEqual({ code: 0, created: [] });
  expect(stdout).toBe(`\
Rows             4     %
With a topic     2  50.0
Without          2  50.0
  no-topic-near  1  25.0
  too-short      1  25.0

   Topic                 Rows     %  95 % interval
D  salary-reform            2  50.0   [15.0, 85.0]
E  training                 1  25.0    [4.6, 69.9]
B  civil-service-ethics     0   0.0    [0.0, 49.0]
A  digital-government       0   0.0    [0.0, 49.0]
C  gender-equality          0   0.0    [0.0, 49.0]

Year  Rows  Any %    D %    E %  B %  A %  C %
2019     1  100.0  100.0    0.0  0.0  0.0  0.0
2020     1  100.0  100.0  100.0  0.0  0.0  0.0

source  Rows  Any %   D %   E %  B %  A %  C %
Daily      2   50.0  50.0  50.0  0.0  0.0  0.0
Wire       2   50.0  50.0   0.0  0.0  0.0  0.0

source  Year  Rows  Any %    D %    E %  B %  A %  C %
Daily   2020     1  100.0  100.0  100.0  0.0  0.0  0.0
Wire    2019     1  100.0  100.0    0.0  0.0  0.0  0.0

Language  Rows  Any %   D %   E %  B %  A %  C %
en           3   66.7  66.7  33.3  0.0  0.0  0.0
vi           1    0.0   0.0   0.0  0.0  0.0  0.0

Together in a row         Rows
salary-reform + training     1

Most typical of salary-reform
  0.900  « Pay rises »
  0.800  « Pay »
Most typical of training
  0.700  « courses »

2 rows with a year in the column "date".
1 row without a date; in no year.
1 row with a date that cannot be read: "soon"; in no year.
Dates look like 2019, 2019-04, 2019-04-25, 25/04/2019, 25/04/19 or 5 March 2019.
Day numbers of Excel are read where most cells are such; no year after the next.
Shares are of the rows of their line; 95 % intervals by Wilson’s formula.
`);
  expect(stderr).toMatch(/^Summed up 4 rows in \d+\.\d s \(\d+\.\d rows\/s\)\.\n$/);
});

it('prints the same figures as JSON', async () => {
  const { code, stdout } = await runCli(['summary', tagged, '--date-column', 'date', '--format', 'json']);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    schemaVersion: 1,
    files: [tagged],
    rows: 4,
    tagged: 2,
    topics: [
      { topic: 'salary-reform', rows: 2, share: 0.5 },
      { topic: 'training', rows: 1, share: 0.25 },
      { topic: 'civil-service-ethics', rows: 0, share: 0 },
      { topic: 'digital-government', rows: 0, share: 0 },
      { topic: 'gender-equality', rows: 0, share: 0 },
    ],
    abstained: [
      { reason: 'no-topic-near', rows: 1 },
      { reason: 'too-short', rows: 1 },
    ],
    dates: { order: 'day-month', dated: 2, blank: 1, unreadable: 1, examples: ['soon'] },
  });
});

it('topics of one’s own are those of the rows: the files do not tell of others', async () => {
  const own = file('own.csv', CSV.replaceAll('training', 'bicycles'));
  const { stdout } = await runCli(['summary', own, '--format', 'json']);
  const topics: { topic: string }[] = JSON.parse(stdout).topics;
  expect(topics.map(({ topic }) => topic)).toEqual(['salary-reform', 'bicycles']);
});

it('with dates and groups each group has its years, of which the text shows the latest ten', async () => {
  const years = Array.from({ length: 12 }, (_, i) => `Rain.,${2010 + i},Wire,en,,,no-topic-near,\n`);
  const path = file('years.csv', HEAD + years.join(''));
  const args = ['summary', path, '--date-column', 'date', '--group-by', 'source'];
  const { stdout } = await runCli(args);
  expect(stdout.match(/^Wire .*$/gm)).toEqual([
    'Wire      12    0.0',
    ...Array.from({ length: 10 }, (_, i) => `Wire    ${2012 + i}     1    0.0`),
  ]);
  expect(stdout).toContain('10 of 12 years by source are shown; --format json has all.\n');
  const [wire] = JSON.parse((await runCli([...args, '--format', 'json'])).stdout).groups.named;
  expect(wire.years.map(({ year }: { year: number }) => year)).toEqual(Array.from({ length: 12 }, (_, i) => 2010 + i));
});

it('rows without a text are told of, and are in no figure', async () => {
  const path = file('empties.csv', `${HEAD}Rain.,2019,Wire,en,,,no-topic-near,\n,2019,Wire,und,,,empty,\n`);
  const { code, stdout, stderr } = await runCli(['summary', path, '--date-column', 'date']);
  expect(code).toBe(0);
  expect(stdout).toBe(`\
Rows             1      %
With a topic     0    0.0
Without          1  100.0
  no-topic-near  1  100.0

Year  Rows  Any %
2019     1    0.0

Language  Rows  Any %
en           1    0.0

1 row with a year in the column "date".
1 row without a text; in no figure.
Shares are of the rows of their line; 95 % intervals by Wilson’s formula.
`);
  expect(stderr).toMatch(/^Summed up 2 rows in /);
});

it('names of groups that differ only in case are told of', async () => {
  const path = file('case.csv', CSV.replace('Wire,vi', 'WIRE,vi'));
  const { stdout } = await runCli(['summary', path, '--group-by', 'source']);
  expect(stdout).toContain('"Wire" and "WIRE" differ only in case and are counted apart.\n');
});

it('is short for a collection without topics, dates and groups', async () => {
  const { stdout } = await runCli(['summary', file('plain.csv', `${HEAD}Rain.,,,en,,,no-topic-near,\n`)]);
  expect(stdout).toBe(`\
Rows             1      %
With a topic     0    0.0
Without          1  100.0
  no-topic-near  1  100.0

Language  Rows  Any %
en           1    0.0

Shares are of the rows of their line; 95 % intervals by Wilson’s formula.
`);
});

it('and of an empty one', async () => {
  const { code, stdout } = await runCli(['summary', file('none.csv', HEAD)]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Rows +0 +%\nWith a topic +0 +–\n/);
});

it('reads standard input', async () => {
  const { stdout } = await runCli(['summary', '-', '--format', 'json'], { input: CSV });
  expect(JSON.parse(stdout)).toMatchObject({ files: ['standard input'], rows: 4 });
});

it('says how long names are and keeps to 80 columns, whatever stands in the file', async () => {
  const odd = ['\u001b[31mred', 'x'.repeat(90), '__proto__', '=HYPERLINK("http://a.b")', '\u202egnp.exe'];
  const rows = odd.map(
    (name) => `Pay.,2019,"${name.replaceAll('"', '""')}",en,"${name.replaceAll('"', '""')}",0.9,,Pay\n`,
  );
  const { stdout } = await runCli(['summary', file('odd.csv', HEAD + rows.join('')), '--group-by', 'source']);
  expect(stdout).not.toContain('\u001b');
  expect(stdout).not.toContain('\u202e');
  for (const line of stdout.split('\n'))
    if (!line.includes('x'.repeat(90))) expect(line.length).toBeLessThanOrEqual(80);
});

describe('a folder', () => {
  beforeAll(() => {
    const inFolder = mkdtempSync(join(folder, 'many-'));
    writeFileSync(join(inFolder, '2019.csv'), CSV);
    writeFileSync(
      join(inFolder, '2020.ndjson'),
      '{"text":"Rain.","language":"en","topics":[],"scores":[],"evidence":[]}\n',
    );
    writeFileSync(join(inFolder, '2019.csv.rejects.csv'), 'line,reason,raw\n3,The row is bad.,x\n');
  });
  const path = () => join(folder, readdirSync(folder).find((name) => name.startsWith('many-')) as string);

  it('is read table by table, without what tag set aside', async () => {
    const { code, stdout } = await runCli(['summary', path(), '--format', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      rows: 5,
      files: [join(path(), '2019.csv'), join(path(), '2020.ndjson')],
    });
  });

  it('with tables that were not tagged, or lack a column, is refused before it is read, and all are named', async () => {
    writeFileSync(join(path(), 'input.csv'), 'text\nRain.\n');
    writeFileSync(join(path(), 'other.csv'), CSV.replace('text', 'body'));
    writeFileSync(join(path(), '2019-bad.csv'), `${HEAD}bad\n`);
    const { code, stdout, stderr } = await runCli(['summary', path()]);
    for (const name of ['input.csv', 'other.csv', '2019-bad.csv']) rmSync(join(path(), name));
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/input\.csv: Expected the columns that tagging adds .*Run `civic-topics tag`/);
    expect(stderr).toMatch(/other\.csv: Expected a column "text", got "body"/);
    expect(stderr).toContain(`\nNothing was summed up: mend these files of ${path()}, or move them elsewhere.\n`);
    expect(stderr).not.toContain('2019-bad.csv');
  });

  it('with a file and its copy counts both, and says so', async () => {
    writeFileSync(join(path(), 'copy.csv'), CSV);
    writeFileSync(join(path(), 'as long.csv'), CSV.replace('Pay rises', 'Pay risen'));
    const { code, stdout, stderr } = await runCli(['summary', path(), '--format', 'json']);
    for (const name of ['copy.csv', 'as long.csv']) rmSync(join(path(), name));
    expect(code).toBe(0);
    expect(JSON.parse(stdout).rows).toBe(13);
    const [notice, ...others] = stderr.split('\n');
    expect(notice).toBe(
      `civic-topics: ${join(path(), '2019.csv')} and ${join(path(), 'copy.csv')} hold the same bytes; the rows of both are counted.`,
    );
    expect(others.join('\n')).toMatch(/^Summed up 13 rows in [^\n]*\n$/);
  });
});

it('bad rows are named, counted, and end with 3', async () => {
  const bad = Array.from({ length: 12 }, () => 'only one field\n').join('');
  const path = file('bad.csv', CSV + bad);
  const report = join(folder, 'bad.html');
  const { code, stdout, stderr } = await runCli(['summary', path, '--report', report]);
  expect(code).toBe(3);
  expect(stdout).toContain('12 rows that could not be read; in no figure.\n');
  expect(stderr).toContain(`civic-topics: ${path}, line 6: The row has 1 field where the header has 8.\n`);
  expect(stderr.match(/line \d+: /g)).toHaveLength(10);
  expect(stderr).toContain('civic-topics: there are more bad rows, which are not named here.\n');
  expect(readFileSync(report, 'utf8')).toContain('12 rows that could not be read; in no figure.');
});

it('nothing from the rows steers the terminal', async () => {
  const error = JSON.stringify({ text: 'a', error: '\u001b[2J\nwiped' });
  const answered = await runCli(['summary', file('answered.ndjson', `${error}\n`)]);
  expect(answered.stderr).toContain('could not be tagged: \uFFFD[2J\uFFFDwiped');
  // U+009B begins a control sequence, as ESC [ does.
  const dated = file('dated.csv', CSV.replace('soon', 'soon\u009B2J'));
  const { stdout } = await runCli(['summary', dated, '--date-column', 'date']);
  expect(stdout).toContain('"soon\uFFFD2J"');
});

it('writes the page', async () => {
  const report = join(folder, 'overview.html');
  const { code, stdout } = await runCli(['summary', tagged, '--report', report, '--title', 'Press & <law>']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Rows +4/);
  const page = readFileSync(report, 'utf8');
  expect(page).toMatch(/^<!DOCTYPE html>/);
  expect(page).toContain('Press &#38; &#60;law&#62;</h1>');
});

it('finds out what stands between fields, and says so', async () => {
  const path = file('semicolons.csv', CSV.replaceAll(',', ';'));
  const { code, stderr } = await runCli(['summary', path]);
  expect(code).toBe(0);
  expect(stderr).toMatch(/^civic-topics: .*semicolons\.csv: Detected: delimiter semicolon\.\nSummed up 4 rows/);
});

describe('fails', () => {
  const untagged = file('untagged.csv', 'text\nRain.\n');
  it.each([
    ['on a file that was not tagged', [untagged], /Run `civic-topics tag` on the file first/],
    [
      'without the date column',
      [tagged, '--date-column', 'published'],
      /Expected a column "published", got "text", "date"/,
    ],
    ['without the group column', [tagged, '--group-by', 'paper'], /Expected a column "paper"/],
    ['without the text column', [tagged, '--text-column', 'body'], /Expected a column "body"/],
    ['without the file', [join(folder, 'missing.csv')], /there is no such file/],
    [
      'on a folder without tables',
      [mkdtempSync(join(folder, 'empty-'))],
      /Expected \.csv, \.tsv or \.ndjson files that tag wrote/,
    ],
    ['when the page would replace what is read', [tagged, '--report', tagged], /tagged\.csv/],
  ])('%s', async (_, args, message) => {
    const { code, stdout, stderr } = await runCli(['summary', ...args]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(message);
  });

  it('when the page should go to standard output, where the figures go', async () => {
    expect(await runCli(['summary', tagged, '--report', '-'])).toMatchObject({ code: 2, stdout: '' });
  });

  it('when it is interrupted', async () => {
    const { code, stderr } = await runCli(['summary', tagged], { signal: AbortSignal.abort() });
    expect({ code, stderr }).toEqual({ code: 130, stderr: 'civic-topics: interrupted.\n' });
  });
});

it('reads a file in the encoding and with the delimiter that it is told', async () => {
  const rows = `${HEAD}x,2020,Nord,fr,,,no-topic-near,\ny,2019,Dép,fr,,,no-topic-near,\n`;
  const path = join(folder, 'old.csv');
  writeFileSync(path, Buffer.from(rows.replaceAll(',', '|'), 'latin1'));
  const { code, stdout } = await runCli([
    'summary',
    path,
    '--group-by',
    'source',
    '--encoding',
    'windows-1252',
    '--delimiter',
    '|',
  ]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Dép +1 /m);
});
