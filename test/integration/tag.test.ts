/** The built command line on real files, with the real model. */
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseString } from 'fast-csv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { civicTopics, ROOT, startCivicTopics } from '../helpers/built-cli.js';
import { csvRows } from '../helpers/rows.js';

const folder = mkdtempSync(join(tmpdir(), 'civic-topics-tag-'));
afterAll(() => rmSync(folder, { recursive: true }));
const EXAMPLES = `${ROOT}/data/examples/articles.csv`;

function parse(csv: string): Promise<string[][]> {
  return new Promise((resolve, reject) => {
    const rows: string[][] = [];
    parseString(csv)
      .on('data', (row) => rows.push(row))
      .on('error', reject)
      .on('end', () => resolve(rows));
  });
}

describe('civic-topics tag', () => {
  it('keeps every cell of the input and adds five columns, to a file as to standard output', async () => {
    const output = join(folder, 'tagged.csv');
    const toFile = await civicTopics(['tag', EXAMPLES, '-o', output]);
    expect(toFile).toMatchObject({ code: 0, stdout: '' });
    expect(toFile.stderr).toMatch(/30 rows/);
    const toStdout = await civicTopics(['tag', EXAMPLES]);
    expect(toStdout.stdout).toBe(readFileSync(output, 'utf8'));
    const [before, after] = [await parse(readFileSync(EXAMPLES, 'utf8')), await parse(toStdout.stdout)];
    expect(after.map((row) => row.slice(0, 6))).toEqual(before);
    expect(after[0]?.slice(6)).toEqual(['language', 'topics', 'scores', 'abstained', 'evidence']);
  });

  it('detects the language of every example, and gives topics, scores and evidence together or a reason', async () => {
    const [, ...rows] = await parse((await civicTopics(['tag', EXAMPLES])).stdout);
    expect(rows).toHaveLength(30);
    for (const [id, , , , text, , language, topics, scores, abstained, evidence] of rows as string[][]) {
      expect(id).toMatch(new RegExp(`^${language}-`));
      const count = topics === '' ? 0 : (topics?.split('|').length ?? -1);
      expect(scores === '' ? 0 : scores?.split('|').length).toBe(count);
      expect(abstained === '').toBe(count > 0);
      const clauses = evidence === '' ? [] : (evidence?.split('|') ?? []);
      expect(clauses).toHaveLength(count);
      for (const clause of clauses.flatMap((joined) => joined.split(' … '))) expect(text).toContain(clause);
    }
  });

  it('gives a row the same answer in another file, and in classify', async () => {
    const [header, ...rows] = await parse((await civicTopics(['tag', EXAMPLES])).stdout);
    const reversed = [header as string[], ...rows.reverse()].map((row) =>
      row
        .slice(0, 6)
        .map((cell) => `"${cell.replaceAll('"', '""')}"`)
        .join(','),
    );
    const [, ...again] = await parse((await civicTopics(['tag', '-'], { input: `${reversed.join('\n')}\n` })).stdout);
    expect(again).toEqual(rows);
    const [row] = rows as [string[]];
    const { stdout } = await civicTopics(['classify', '--format', 'json', '--', row[4] as string]);
    const { language, tags } = JSON.parse(stdout);
    expect(language).toBe(row[6]);
    expect(tags.map(({ topic }: { topic: string }) => topic).join('|')).toBe(row[7]);
  });

  it('gives no tag below --min-score, however many workers there are', async () => {
    const [one, two] = await Promise.all(
      ['1', '2'].map((workers) => civicTopics(['tag', EXAMPLES, '--min-score', '0.9', '--workers', workers])),
    );
    const [, ...rows] = await parse(one?.stdout ?? '');
    const scores = rows.flatMap((row) => (row[8] === '' ? [] : (row[8] as string).split('|').map(Number)));
    expect(scores.length).toBeGreaterThan(5);
    expect(Math.min(...scores)).toBeGreaterThanOrEqual(0.9);
    expect(two?.stdout).toBe(one?.stdout);
  });
});

describe.runIf(process.platform !== 'win32')('a run of civic-topics tag', () => {
  const path = (name: string) => join(folder, name);
  const read = (name: string) => readFileSync(path(name), 'utf8');

  beforeAll(() => writeFileSync(path('in.csv'), [...csvRows(600, { characters: 25, badEvery: 100 })].join('')));

  /** Resolves when the run has begun the partial file, or says that it goes on. */
  async function begun(child: ChildProcess): Promise<void> {
    const isFirst = !existsSync(path('out.csv.partial'));
    let stderr = '';
    child.stderr?.on('data', (text) => {
      stderr += text;
    });
    const hasBegun = () => (isFirst ? existsSync(path('out.csv.partial')) : stderr.includes('Going on behind'));
    while (!hasBegun() && child.exitCode === null) await setTimeout(5);
  }

  async function cutShort(args: readonly string[], signal: NodeJS.Signals, milliseconds: number) {
    const { child, ended } = startCivicTopics(args);
    await begun(child);
    await setTimeout(milliseconds);
    child.kill(signal);
    return ended;
  }

  it('that is interrupted, then killed, then told to end, comes to the same bytes in the end', async () => {
    const args = ['tag', path('in.csv'), '-o', path('out.csv')];
    const { child, ended: undisturbed } = startCivicTopics(args);
    await begun(child);
    const start = performance.now();
    const whole = await undisturbed;
    const milliseconds = performance.now() - start;
    expect(whole.code).toBe(3);
    const expected = [read('out.csv'), read('out.csv.rejects.csv')];
    rmSync(path('out.csv'));
    rmSync(path('out.csv.rejects.csv'));

    const interrupted = await cutShort(args, 'SIGINT', 0.3 * milliseconds);
    const killed = await cutShort(args, 'SIGKILL', 0.15 * milliseconds);
    const ended = await cutShort(args, 'SIGTERM', 0.15 * milliseconds);
    expect([interrupted.code, killed.code, ended.code]).toEqual([130, null, 130]);
    const kept = /\d+ rows? done so far, kept in .* The same command goes on from there.*\nciv.*interrupted\.\n$/;
    expect(interrupted.stderr).toMatch(kept);
    for (const { stderr } of [killed, ended]) expect(stderr).toMatch(/^civic-topics: Going on behind \d+ rows? in/);
    expect(ended.stderr).toMatch(kept);

    const last = await civicTopics(args);
    expect(last.code).toBe(3);
    expect([read('out.csv'), read('out.csv.rejects.csv')]).toEqual(expected);
    expect(last.stderr.split('\n').slice(-5)).toEqual(whole.stderr.split('\n').slice(-5));
    expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([]);
  });

  it('leaves quietly when its reader does', async () => {
    const { child, ended } = startCivicTopics(['tag', path('in.csv')]);
    child.stdout?.once('data', () => child.stdout?.destroy());
    expect(await ended).toMatchObject({ code: 0, stderr: '' });
  });
});
