/** Specification of `civic-topics tag`. */
import { existsSync, symlinkSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { encode } from '../batch/encoding/encode.js';
import { runCli } from '../helpers/run-cli.js';
import { file, names, path, read, watched, withoutTimes } from './tag-folder.js';

let input: string;
beforeEach(() => {
  input = file('in.csv', ROWS);
});

const ROWS = 'id,text\n1,Pay. salary-reform:0.9\n2,Mưa rơi.\n3,abc\n';
const TAGGED = `\
id,text,language,topics,scores,abstained,evidence
1,Pay. salary-reform:0.9,en,salary-reform,0.900,,salary-reform:0.9
2,Mưa rơi.,vi,,,no-topic-near,
3,abc,en,,,too-short,
`;
const SUMMARY = [
  'Tagged 3 rows in N s (N rows/s): 1 with topics, 2 without.',
  '  topics     digital-government 0, civil-service-ethics 0, gender-equality 0, salary-reform 1, training 0',
  '  languages  en 2, vi 1',
  '  abstained  no-topic-near 1, too-short 1',
  '',
].join('\n');

describe('writes the tagged rows', () => {
  it('to standard output, and a summary to stderr', async () => {
    const { code, stdout, stderr } = await runCli(['tag', input]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: TAGGED });
    expect(withoutTimes(stderr)).toBe(SUMMARY);
  });

  it('from standard input', async () => {
    expect(await runCli(['tag', '-'], { input: ROWS })).toMatchObject({ code: 0, stdout: TAGGED });
  });

  it('to a file, which is there only when it is whole', async () => {
    const during: string[][] = [];
    const createClassifier = watched(() => during.push(names()));
    expect(await runCli(['tag', input, '-o', path('out.csv')], { createClassifier })).toMatchObject({
      code: 0,
      stdout: '',
    });
    expect(read('out.csv')).toBe(TAGGED);
    expect(during[0]).toEqual(['in.csv', 'out.csv.partial', 'out.csv.partial.json', 'out.csv.partial.lock']);
    expect(names()).toEqual(['in.csv', 'out.csv']);
  });

  it('over an older file, also through a link, which stays a link', async () => {
    file('old.csv', 'old');
    symlinkSync('old.csv', path('link.csv'));
    expect((await runCli(['tag', input, '-o', path('link.csv'), '--overwrite'])).code).toBe(0);
    expect(read('old.csv')).toBe(TAGGED);
    expect(names()).toEqual(['in.csv', 'link.csv', 'old.csv']);
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

  it('reading a column by its number when there is no header', async () => {
    const bare = file('bare.csv', '1,training:0.9\n2,abcd\n');
    expect((await runCli(['tag', bare, '--no-header', '--text-column', '2'])).stdout).toBe(
      '1,training:0.9,en,training,0.900,,training:0.9\n2,abcd,en,,,no-topic-near,\n',
    );
  });

  it('as newline-delimited JSON, by the name or because it is said', async () => {
    const lines = '{"id":7,"a":{"b":"Pay. salary-reform:0.9"}}\n';
    const tagged =
      '{"id":7,"a":{"b":"Pay. salary-reform:0.9"},"language":"en","topics":["salary-reform"],"scores":[0.9],"evidence":["salary-reform:0.9"]}\n';
    const named = file('in.ndjson', lines);
    expect((await runCli(['tag', named, '--text-column', 'a.b'])).stdout).toBe(tagged);
    expect((await runCli(['tag', '-', '--format', 'ndjson', '--text-column', 'a.b'], { input: lines })).stdout).toBe(
      tagged,
    );
    const odd = file('in.txt', lines);
    await runCli(['tag', odd, '--format', 'ndjson', '--text-column', 'a.b', '-o', path('out.jsonl')]);
    expect(read('out.jsonl')).toBe(tagged);
  });

  it('telling of a bad line of JSON in the same words, whatever the way', async () => {
    const lines = '{"text":"Pay."}\n{"text":"a"\n';
    const named = file('bad.ndjson', lines);
    const runs = [
      await runCli(['tag', named]),
      await runCli(['tag', named, '-o', path('bad.out.ndjson')]),
      await runCli(['tag', '-', '--format', 'ndjson'], { input: lines }),
    ];
    const [first = ''] = runs.map(({ stderr }) => stderr.split('\n', 1)[0]);
    // What JSON.parse says differs between versions of Node; that it says something does not.
    expect(first).toMatch(/^civic-topics: bad row at line 2: The row is not JSON: .+ JSON at position 11\b.*\.$/);
    for (const { stderr } of runs) expect(stderr.split('\n', 1)).toEqual([first]);
    expect(runs[2]?.stdout).toContain(`{"error":${JSON.stringify(first.replace(/^.*line 2: /, ''))}}\n`);
    expect(read('bad.out.ndjson.rejects.csv')).toContain(first.replace(/^.*line 2: /, '').replaceAll('"', '""'));
  });

  it('beginning with a byte order mark when asked to', async () => {
    expect((await runCli(['tag', input, '--bom'])).stdout).toBe(`\ufeff${TAGGED}`);
  });
});

it('gives the classifier, its workers and its threads what the options say', async () => {
  const options = ['--classifier', input, '--threads', '2', '--workers', '3', '--min-score', '0.8'];
  expect((await runCli(['tag', '-', ...options], { input: ROWS })).created).toEqual([
    expect.objectContaining({ classifier: input, threads: 2, workers: 3, minScore: 0.8 }),
  ]);
});

describe('says what it has detected', () => {
  const FRENCH = 'Élève;déçue;fenêtre;être;où;français;déjà;théâtre;étudiée;forêt';
  const latin1 = Buffer.from(
    `id;text\n${FRENCH.split(';')
      .map((word, i) => `${i};Un ${word}\n`)
      .join('')}`,
    'latin1',
  );

  it('when it is not what most would expect, and writes UTF-8', async () => {
    const { stdout, stderr } = await runCli(['tag', file('latin1.csv', latin1)]);
    expect(stderr).toMatch(/^civic-topics: Detected: encoding windows-1252, delimiter semicolon\.\nTagged/);
    expect(stdout).toMatch(/^id;text;language.*\n0;Un Élève;fr;/);
  });

  it('not when it was told so', async () => {
    const named = file('latin1.csv', latin1);
    const { stdout, stderr } = await runCli(['tag', named, '--encoding', 'Latin-1', '--delimiter', ';']);
    expect(stderr).toMatch(/^Tagged/);
    expect(stdout).toContain('\n0;Un Élève;fr;');
  });

  it('with what the encoding cannot tell', async () => {
    const text = 'Để cán bộ xã học nghề huyện mở lớp ở trường và mời thầy giỏi về dạy những buổi tối mỗi tuần.';
    const tcvn3 = file('abc.csv', encode(`text\n${text}\n`, 'tcvn3'));
    const { stdout, stderr } = await runCli(['tag', tcvn3]);
    expect(stderr).toMatch(/^civic-topics: Detected: encoding tcvn3\. TCVN3 has no capitals with tones: .*\nTagged/);
    expect(stdout).toContain('cán bộ xã học nghề');
  });

  it('and asks when it cannot tell', async () => {
    const { code, stderr } = await runCli(['tag', file('odd.csv', Buffer.from('text\nna\xefve\n', 'latin1'))]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/Cannot tell the encoding of the file: .* Name it with --encoding \(utf-8, /);
  });

  it('a delimiter by its name', async () => {
    const piped = file('piped.csv', 'id|text\n1|abcd\n2|efgh\n');
    expect((await runCli(['tag', piped])).stderr).toContain('Detected: delimiter vertical bar.\n');
    expect((await runCli(['tag', piped, '--delimiter', '|'])).stderr).not.toContain('Detected');
    const tabbed = file('tabbed.csv', 'id\ttext\n1\tabcd\n');
    expect((await runCli(['tag', tabbed, '--delimiter', 'tab'])).stdout).toMatch(/^id\ttext\tlanguage/);
  });
});

it('shows its progress on a terminal only', async () => {
  const slow = watched(() => setTimeout(250));
  const { stderr } = await runCli(['tag', input], { isTerminal: true, createClassifier: slow });
  const clear = '\r\u001b[K';
  const lines = stderr.split(clear).map((line) => line.replace(/ in .*/s, ''));
  expect(lines).toEqual(['', '1 row', '2 rows', '3 rows', 'Tagged 3 rows']);
  expect((await runCli(['tag', input], { createClassifier: slow })).stderr).toMatch(/^Tagged/);
});
