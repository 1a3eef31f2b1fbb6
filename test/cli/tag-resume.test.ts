/** Specification of cutting `civic-topics tag` short and going on with it. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { runCli } from '../helpers/run-cli.js';
import { file, interruptedAt, names, path, read, watched, withoutTimes } from './tag-folder.js';

/** A change without an option. */
function rewritten(name: string, content: string): string[] {
  file(name, content);
  return [];
}

describe('interrupted, it ends with 130 and', () => {
  const LATER = 'id,text\n1,Pay. salary-reform:0.9\n2,Mưa rơi.\n3,stop here\n4,training:0.7\n';

  it('keeps the rows that are done, and the same command goes on from there', async () => {
    const long = file('long.csv', LATER);
    const argv = ['tag', long, '-o', path('out.csv')];
    const first = await runCli(argv, interruptedAt('stop'));
    expect(first.code).toBe(130);
    expect(first.stderr).toBe(
      `civic-topics: 2 rows done so far, kept in ${path('out.csv.partial')}. The same command goes on from there; with --restart it begins anew.\n` +
        'civic-topics: interrupted.\n',
    );
    expect(names()).toEqual(['long.csv', 'out.csv.partial', 'out.csv.partial.json']);
    expect(read('out.csv.partial')).toMatch(/\n2,Mưa rơi\.,vi,,,no-topic-near,\n$/);

    const asked: string[] = [];
    const second = await runCli(argv, { createClassifier: watched((text) => asked.push(text)) });
    expect(second.code).toBe(0);
    expect(asked).toEqual(['stop here', 'training:0.7']);
    expect(withoutTimes(second.stderr)).toContain('languages  en 3, vi 1\n');
    const whole = await runCli(['tag', long]);
    expect(read('out.csv')).toBe(whole.stdout);
    expect(names()).toEqual(['long.csv', 'out.csv']);
  });

  it('begins anew when that is wished', async () => {
    const argv = ['tag', file('long.csv', LATER), '-o', path('out.csv')];
    await runCli(argv, interruptedAt('stop'));
    const asked: string[] = [];
    await runCli([...argv, '--restart'], { createClassifier: watched((text) => asked.push(text)) });
    expect(asked).toHaveLength(4);
    expect(names()).toEqual(['long.csv', 'out.csv']);
  });

  it('leaves nothing when nothing was done', async () => {
    const run = await runCli(['tag', file('long.csv', LATER), '-o', path('out.csv')], interruptedAt('Pay'));
    expect(run).toMatchObject({ code: 130, stderr: 'civic-topics: interrupted.\n' });
    expect(names()).toEqual(['long.csv']);
  });

  it('keeps the rows of standard input, with which nobody can go on', async () => {
    const argv = ['tag', '-', '-o', path('out.csv')];
    const { stderr } = await runCli(argv, { input: LATER, ...interruptedAt('stop') });
    expect(stderr).toMatch(/2 rows done so far, kept in .*partial\. No run can go on with it: move it away, or delete/);
    expect(read('out.csv.partial')).toMatch(/\n2,Mưa rơi\.,vi,,,no-topic-near,\n$/);
    const again = await runCli(argv, { input: LATER });
    expect(again.code).toBe(1);
    expect(again.stderr).toMatch(/Cannot go on with .*partial: it has no record, .* Begin anew with --restart/);
    expect((await runCli([...argv, '--restart'], { input: LATER })).code).toBe(0);
    expect(names()).toEqual(['out.csv']);
  });

  it('does not wait for standard input', async () => {
    const abort = new AbortController();
    const running = runCli(['tag', '-'], { stdin: new PassThrough(), signal: abort.signal });
    void setTimeout(20).then(() => abort.abort());
    expect(await running).toMatchObject({ code: 130, stdout: '' });
  });
});

describe('goes on only with what it would have written itself', () => {
  const LATER = 'id,text,body\n1,abcd,efgh\n2,stop here,ijkl\n3,mnop,qrst\n';
  const changes: [title: string, change: () => string[], message: RegExp][] = [
    [
      'another text column',
      () => ['--text-column', 'body'],
      /another text column \("text" then, "body" now\)\. Begin anew/,
    ],
    ['a byte order mark', () => ['--bom'], /another byte order mark \(false then, true now\)/],
    ['another score', () => ['--min-score', '0.9'], /another minimum score \(0 then, 0\.9 now\)/],
    ['another encoding', () => ['--encoding', 'vni'], /another encoding \("utf-8" then, "vni" now\)/],
    [
      'another classifier',
      () => ['--classifier', file('mine.json', '{}')],
      /another classifier \(\w{12} then, 44136fa355b3 now\)/,
    ],
    ['a longer input', () => rewritten('long.csv', `${LATER}4,a,b\n`), /another input \(54 bytes then, 60 bytes now\)/],
    [
      'another input of the same size',
      () => rewritten('long.csv', LATER.replace('abcd', 'abce')),
      /another input \(of the same size\)/,
    ],
    [
      'a changed partial file',
      () => rewritten('out.csv.partial', `${read('out.csv.partial').replace('abcd', 'abce')}`),
      /it is not as it was left/,
    ],
    ['a shorter partial file', () => rewritten('out.csv.partial', 'id'), /it is not as it was left/],
    ['an empty record', () => rewritten('out.csv.partial.json', ''), /its record, .* is damaged/],
    [
      'a damaged record',
      () => rewritten('out.csv.partial.json', read('out.csv.partial.json').replace('"rows": 1', '"rows": 0')),
      /its record, .* is damaged/,
    ],
    ['half a record', () => rewritten('out.csv.partial.json', '{"format": "civic-to'), /its record, .* is damaged/],
  ];

  it.each(changes)('%s makes it refuse, say so, and leave all as it is until --restart', async (_, change, message) => {
    const argv = ['tag', file('long.csv', LATER), '-o', path('out.csv')];
    expect((await runCli(argv, interruptedAt('stop'))).code).toBe(130);
    const changed = [...argv, ...change()];
    const before = read('out.csv.partial');
    const refused = await runCli(changed);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(message);
    expect(refused.stderr).toContain('Begin anew with --restart, which deletes it, or name another output.\n');
    expect(read('out.csv.partial')).toBe(before);
    expect(await runCli([...changed, '--restart'])).toMatchObject({ code: 0 });
    expect(names()).not.toContain('out.csv.partial');
  });

  it('what stands behind the last checkpoint is dropped: a row that was cut in two, or more', async () => {
    const argv = ['tag', file('long.csv', LATER), '-o', path('out.csv')];
    await runCli(argv, interruptedAt('stop'));
    file('out.csv.partial', `${read('out.csv.partial')}2,stop he`);
    expect((await runCli(argv)).code).toBe(0);
    expect(read('out.csv')).toBe((await runCli(['tag', path('long.csv')])).stdout);
  });

  it('a partial file that somebody has deleted is no reason to refuse', async () => {
    const argv = ['tag', file('long.csv', LATER), '-o', path('out.csv')];
    await runCli(argv, interruptedAt('stop'));
    rmSync(path('out.csv.partial'));
    expect((await runCli(argv)).code).toBe(0);
    expect(names()).toEqual(['long.csv', 'out.csv']);
  });
});

it('does not write what another run is writing, and takes over the lock of one that has ended', async () => {
  let second: Awaited<ReturnType<typeof runCli>> | undefined;
  const argv = ['tag', file('in.csv', 'text\nabcd\n'), '-o', path('out.csv')];
  const tagged = 'text,language,topics,scores,abstained,evidence\nabcd,en,,,no-topic-near,\n';
  const createClassifier = watched(async () => {
    second ??= await runCli(argv);
  });
  expect((await runCli(argv, { createClassifier })).code).toBe(0);
  expect(second).toMatchObject({ code: 1, created: [] });
  expect(second?.stderr).toMatch(
    /Cannot write .*out\.csv: process \d+ on .* is writing it\. Wait for that run; if it has/,
  );
  expect(read('out.csv')).toBe(tagged);
  const ended = spawnSync(process.execPath, ['-p', 'process.pid + " " + os.hostname()'], { encoding: 'utf8' });
  const [pid, host] = ended.stdout.trim().split(' ');
  file('out.csv.partial.lock', JSON.stringify({ pid: Number(pid), host, born: '1', run: 'x' }));
  expect((await runCli([...argv, '--overwrite'])).code).toBe(0);
  expect(names()).toEqual(['in.csv', 'out.csv']);
});

describe('a file that is there already', () => {
  const LATER = 'id,text\n1,abcd\n2,stop here\n';
  const older = () => ['tag', file('long.csv', LATER), '-o', file('out.csv', 'old')];

  it.each([[[]], [['--restart']]])('is not replaced, and nothing is tagged (options: %j)', async (options) => {
    expect(await runCli([...older(), ...options])).toEqual({
      code: 1,
      stdout: '',
      stderr: `civic-topics: Cannot write ${path('out.csv')}: there is such a file already. Replace it with --overwrite, or name another output.\n`,
      created: [],
    });
    expect(read('out.csv')).toBe('old');
    expect(names()).toEqual(['long.csv', 'out.csv']);
  });

  it('is replaced with --overwrite when the new one is whole, and a run that was begun so is gone on with', async () => {
    const argv = older();
    expect((await runCli([...argv, '--overwrite'], interruptedAt('stop'))).code).toBe(130);
    expect(read('out.csv')).toBe('old');
    expect((await runCli(argv)).code).toBe(0);
    expect(read('out.csv')).toBe((await runCli(['tag', path('long.csv')])).stdout);
    expect(names()).toEqual(['long.csv', 'out.csv']);
  });

  it('keeps its unfinished successor when --restart comes without --overwrite', async () => {
    const argv = older();
    await runCli([...argv, '--overwrite'], interruptedAt('stop'));
    const before = read('out.csv.partial');
    expect((await runCli([...argv, '--restart'])).stderr).toContain('there is such a file already');
    expect(read('out.csv.partial')).toBe(before);
    expect((await runCli([...argv, '--restart', '--overwrite'])).code).toBe(0);
  });
});
