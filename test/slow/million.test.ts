/** A million short rows with a classifier that answers at once: memory is flat, and what reading and writing take is printed. */
import { execFileSync } from 'node:child_process';
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundledProgram } from '../helpers/bundled-program.js';
import type { MillionReport } from '../helpers/million-program.js';

const ROWS = 1_000_000;
const BAD_EVERY = 1000;
/** Over the most in the first 100,000 rows, the most in the last 500,000 may rise by this and no more: garbage not yet collected. */
const SLACK_MB = 40;
/** What the model takes for a text of 12 words, one by one: README.md, "How fast", 195 texts/s. */
const MODEL_MILLISECONDS = 1000 / 195;

const folder = mkdtempSync(join(tmpdir(), 'civic-topics-million-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (name: string) => join(folder, name);

let program: string;
beforeAll(async () => {
  program = await bundledProgram('million-program.ts');
});

/** Titles of 12 words, every third in quotes, no two the same. */
function* csvLines(): Generator<string> {
  yield 'id,text\n';
  for (let row = 1; row <= ROWS; row++) {
    const title = `The council of district ${row} met again and put off a plan`;
    if (row % BAD_EVERY === 0) yield `${row}\n`;
    else yield row % 3 === 0 ? `${row},"${title}, ""for now"""\n` : `${row},${title}\n`;
  }
}

function* ndjsonLines(): Generator<string> {
  for (let row = 1; row <= ROWS; row++) {
    const text = row % BAD_EVERY === 0 ? null : `The council of district ${row} met again and put off a plan`;
    yield `${JSON.stringify({ id: row, text })}\n`;
  }
}

/** In pieces of many lines, which are written faster. */
function* together(lines: Iterable<string>): Generator<string> {
  let piece = '';
  for (const line of lines) {
    piece += line;
    if (piece.length < 64 * 1024) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

async function countLines(file: string): Promise<number> {
  let count = 0;
  for await (const _ of createInterface({ input: createReadStream(file) })) count++;
  return count;
}

it.each([
  ['csv', csvLines, 1],
  ['ndjson', ndjsonLines, 0],
] as const)('a million rows of %s are tagged in memory that is flat', async (format, lines, headLines) => {
  await pipeline(Readable.from(together(lines())), createWriteStream(path(`in.${format}`)));
  const printed = execFileSync(process.execPath, [program, path(`in.${format}`), path(`out.${format}`)]);
  const { rows, rejects, seconds, early, late }: MillionReport = JSON.parse(printed.toString());
  const overhead = (1000 * seconds) / ROWS;
  console.info(
    `${format}: ${(1000 * overhead).toFixed(1)} µs a row, ${((100 * overhead) / MODEL_MILLISECONDS).toFixed(2)} % of what the model ` +
      `takes; resident: ${early.toFixed(0)} MB over the first 100,000 rows, ${late.toFixed(0)} MB over the last 500,000`,
  );
  expect({ rows, rejects }).toEqual({ rows: ROWS - ROWS / BAD_EVERY, rejects: ROWS / BAD_EVERY });
  expect(await countLines(path(`out.${format}`))).toBe(rows + headLines);
  expect(await countLines(path(`out.${format}.rejects.csv`))).toBe(rejects + 1);
  expect(early).toBeGreaterThan(30);
  expect(late).toBeLessThan(early + SLACK_MB);
});
