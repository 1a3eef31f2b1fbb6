/** The built command line on the example file, with the real model. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseString } from 'fast-csv';
import { afterAll, describe, expect, it } from 'vitest';
import { civicTopics, ROOT } from '../helpers/built-cli.js';

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
});
