/**
 * Hostile files through the whole command line, the model excepted: a bad row costs no other, a good one comes out unchanged, and what is
 * no table at all is refused in words. What is expected was reasoned by hand from RFC 4180, RFC 8259 and the Unicode standard; outputs are
 * read back with other programs' parsers.
 */
import { Readable } from 'node:stream';
import { parseString } from 'fast-csv';
import { describe, expect, it } from 'vitest';
import { file, names, path, read, watched } from '../cli/tag-folder.js';
import { runCli } from '../helpers/run-cli.js';
import { chunks } from '../helpers/streams.js';
import { HOSTILE_CSV } from './hostile-csv.js';
import { HOSTILE_ENCODINGS } from './hostile-encodings.js';
import type { HostileFile } from './hostile-file.js';
import { HOSTILE_NDJSON } from './hostile-ndjson.js';
import { HOSTILE_QUOTES } from './hostile-quotes.js';

const ADDED = 5;

function parse(csv: string, delimiter = ','): Promise<string[][]> {
  return new Promise((resolve, reject) => {
    const rows: string[][] = [];
    parseString(csv, { delimiter })
      .on('data', (row) => rows.push(row))
      .on('error', reject)
      .on('end', () => resolve(rows));
  });
}

/** The rows without what tagging has added to them. */
async function rowsOf(output: string, { name, delimiter, args = [] }: HostileFile): Promise<unknown[]> {
  if (name === 'in.ndjson') {
    const lines = output
      .replace(/^\ufeff/, '')
      .split('\n')
      .slice(0, -1);
    for (const line of lines) expect(Object.keys(JSON.parse(line))).toContain('evidence');
    return lines.map((line) => line.replace(/,"language":"(vi|fr|en|und)",[^}]*\}$/, '}'));
  }
  const rows = await parse(output, delimiter);
  return (args.includes('--no-header') ? rows : rows.slice(1)).map((row) => row.slice(0, -ADDED));
}

function expectedRejects({ rejects = [] }: HostileFile): unknown[] {
  return rejects.map(([line, problem]) => [
    String(line),
    typeof problem === 'string' ? `The row ${problem}.` : expect.stringMatching(`^The row ${problem.source.slice(1)}`),
  ]);
}

/** In the order of the file. */
function textsOf({ rows = [], texts = rows.map((row) => row.at(-1) as string) }: HostileFile): readonly string[] {
  return texts;
}

describe.each([
  ['tables', HOSTILE_CSV],
  ['fields', HOSTILE_QUOTES],
  ['bytes', HOSTILE_ENCODINGS],
  ['NDJSON', HOSTILE_NDJSON],
])('hostile %s', (_, files) => {
  it.each(files)('$title', async (hostile) => {
    const { name = 'in.csv', content, args = [], rows = [], rejects = [], refused } = hostile;
    const output = name.replace('in', 'out');
    const asked: string[] = [];
    const run = await runCli(['tag', file(name, content), '-o', path(output), ...args], {
      createClassifier: watched((text) => asked.push(text)),
    });
    if (refused) {
      expect(run.stderr).toMatch(refused);
      expect(run.stderr).not.toContain('this is a bug');
      expect([run.code, names()]).toEqual([1, [name]]);
      return;
    }
    expect([run.code, run.stderr]).toEqual([
      rejects.length > 0 ? 3 : 0,
      expect.stringContaining(`Tagged ${rows.length} row`),
    ]);
    expect(await rowsOf(read(output), hostile)).toEqual(rows);
    expect(asked).toEqual(textsOf(hostile));
    const rejected = rejects.length > 0 ? [`${output}.rejects.csv`] : [];
    expect(names()).toEqual([name, output, ...rejected].sort());
    const listed = rejects.length > 0 ? await parse(read(`${output}.rejects.csv`)) : [['line', 'reason', 'raw']];
    expect(listed.slice(1).map((row) => row.slice(0, 2))).toEqual(expectedRejects(hostile));
  });

  it.each(files.filter(({ content }) => content.length < 10_000))(
    '$title, on standard input in pieces of 7 bytes',
    async ({ name = 'in.csv', content, args = [], rejects = [], refused }) => {
      const inPieces = Readable.from(chunks(content, 7), { objectMode: false });
      const format = ['--format', name.replace('in.', '')];
      const run = await runCli(['tag', '-', '-o', path(name), ...format, ...args], { stdin: inPieces });
      if (refused) {
        expect([run.code, run.stderr, names()]).toEqual([1, expect.stringMatching(refused), []]);
        return;
      }
      expect(run.code).toBe(rejects.length > 0 ? 3 : 0);
      await runCli(['tag', file(`file-${name}`, content), '-o', path(`out-${name}`), ...args]);
      for (const ending of rejects.length > 0 ? ['', '.rejects.csv'] : ['']) {
        expect(read(`${name}${ending}`)).toBe(read(`out-${name}${ending}`));
      }
    },
  );
});

it('no object has been given members by any of them', () => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect('polluted' in {}).toBe(false);
});
