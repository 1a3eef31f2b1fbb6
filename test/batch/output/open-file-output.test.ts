/** Specification of what becomes of an output whose run was cut short at its very end, between two renames. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FileStart, openFileOutput } from '../../../src/batch/output/open-file-output.js';
import { findPlaces, type Places } from '../../../src/batch/output/places.js';
import type { Classification } from '../../../src/classify/classification.js';

let folder: string;
let places: Places;
let said: string[];
let start: FileStart;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'whole-'));
  places = (await findPlaces(join(folder, 'out.csv'), [])) as Places;
  said = [];
  start = {
    head: 'text,topics\n',
    topics: ['pay'],
    notify: (message) => said.push(message),
    basis: { version: '1', input: { bytes: 1, sha256: 'x' }, options: {}, classifier: 'y', encoder: 'z' },
    restart: false,
    overwrite: false,
    checkpointInterval: 0,
  };
});
afterEach(() => rmSync(folder, { recursive: true }));

const TAGGED: Classification = {
  language: 'en',
  tags: [{ topic: 'pay', score: 1, evidence: [{ start: 0, end: 1 }] }],
  truncated: false,
};
const names = () => readdirSync(folder).sort();

async function written(rejects = 0, overwrite = false) {
  const output = await openFileOutput(places, { ...start, overwrite });
  await output.row('abcd,pay\n', TAGGED);
  for (let i = 0; i < rejects; i++) await output.reject({ kind: 'bad', line: 3, reason: 'The row is odd.', raw: 'x' });
  return output;
}

/** As if the process had ended before the first rename. */
async function wholeButUnnamed(rejects: number): Promise<void> {
  const output = await written(rejects, true);
  writeFileSync(places.target, 'old');
  // A folder in the way of the rename; findPlaces would have refused it.
  const inTheWay = rejects > 0 ? places.rejects : places.target;
  rmSync(inTheWay, { force: true });
  mkdirSync(inTheWay);
  await expect(output.finish()).rejects.toMatchObject({ code: 'OUTPUT_UNWRITABLE' });
  await output.keep();
  rmSync(inTheWay, { recursive: true });
  expect(existsSync(places.partial)).toBe(true);
}

describe('every row is written, and', () => {
  it.each([0, 1])('no file has its name: the next run gives them theirs (%d bad rows)', async (rejects) => {
    await wholeButUnnamed(rejects);
    expect(said.at(-1)).toMatch(/rows? done so far, kept in .* The same command goes on from there/);
    const output = await openFileOutput(places, start);
    expect(output).toMatchObject({ isWhole: true, tally: { rows: 1, rejects, tagged: 1 } });
    await output.finish();
    expect(names()).toEqual(rejects > 0 ? ['out.csv', 'out.csv.rejects.csv'] : ['out.csv']);
    expect(readFileSync(places.target, 'utf8')).toBe('text,topics\nabcd,pay\n');
  });

  it('only the bad rows have their name', async () => {
    await wholeButUnnamed(1);
    renameSync(places.rejectsPartial, places.rejects);
    const output = await openFileOutput(places, start);
    await output.finish();
    expect(names()).toEqual(['out.csv', 'out.csv.rejects.csv']);
    expect(readFileSync(places.rejects, 'utf8')).toBe('line,reason,raw\n3,The row is odd.,x\n');
  });

  it('only the record is still there', async () => {
    await wholeButUnnamed(0);
    renameSync(places.partial, places.target);
    const output = await openFileOutput(places, start);
    expect(output.isWhole).toBe(true);
    await output.finish();
    expect(names()).toEqual(['out.csv']);
    expect(readFileSync(places.target, 'utf8')).toBe('text,topics\nabcd,pay\n');
  });

  it('the record is still there, but the output has been changed since: the run begins anew where it may replace it', async () => {
    await wholeButUnnamed(0);
    rmSync(places.partial);
    writeFileSync(places.target, 'mine');
    await expect(openFileOutput(places, start)).rejects.toThrow(/there is such a file already/);
    expect(readFileSync(places.target, 'utf8')).toBe('mine');
    const output = await openFileOutput(places, { ...start, overwrite: true });
    expect(output).toMatchObject({ isWhole: false, tally: { rows: 0 } });
    await output.keep();
  });

  it('the bad rows are gone: the run refuses', async () => {
    await wholeButUnnamed(1);
    rmSync(places.rejectsPartial);
    await expect(openFileOutput(places, start)).rejects.toThrow(
      /rejects\.csv\.partial is not as it was left\. Begin anew/,
    );
  });
});

describe("a file of the output's name that came while the rows were written", () => {
  const MINE = /there is such a file already\. Replace it with --overwrite, or name another output/;

  it('is not replaced, nor by the same command again, and nothing is lost', async () => {
    const output = await written();
    writeFileSync(places.target, 'mine');
    await expect(output.finish()).rejects.toThrow(MINE);
    await output.keep();
    await expect(openFileOutput(places, start)).rejects.toThrow(MINE);
    expect(readFileSync(places.target, 'utf8')).toBe('mine');
    expect(readFileSync(places.partial, 'utf8')).toBe('text,topics\nabcd,pay\n');
  });

  it('is replaced with --overwrite, also by a run that goes on without', async () => {
    await written();
    writeFileSync(places.target, 'mine');
    await openFileOutput(places, { ...start, overwrite: true }).then((output) => output.keep());
    const output = await openFileOutput(places, start);
    await output.finish();
    expect(readFileSync(places.target, 'utf8')).toBe('text,topics\nabcd,pay\n');
  });
});

it('a run that is cut short goes on with its bad rows, too', async () => {
  await written(2);
  const output = await openFileOutput(places, start);
  expect(output.tally).toMatchObject({ rows: 1, rejects: 2 });
  await output.reject({ kind: 'bad', line: 9, reason: 'The row is worse.', raw: 'y' });
  await output.finish();
  expect(readFileSync(places.rejects, 'utf8')).toBe(
    'line,reason,raw\n3,The row is odd.,x\n3,The row is odd.,x\n9,The row is worse.,y\n',
  );
});

it.each([
  [
    'written to',
    () => writeFileSync(places.partial, 'X', { flag: 'r+' }),
    /it is not what was written to it: something else has changed it/,
  ],
  ['deleted', () => rmSync(places.partial), /it is not what was written to it/],
])('an output that something else has %s does not get its name', async (_, change, message) => {
  const output = await written();
  const finishing = output.finish();
  change();
  await expect(finishing).rejects.toThrow(message);
  expect(existsSync(places.target)).toBe(false);
});
