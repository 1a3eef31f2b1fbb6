import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { EMPTY } from '../../../src/batch/output/growing-file.js';
import {
  differences,
  type RunBasis,
  type RunRecord,
  readRecord,
  saveRecord,
} from '../../../src/batch/output/run-record.js';
import { Tally } from '../../../src/batch/output/tally.js';

const folder = mkdtempSync(join(tmpdir(), 'record-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'out.csv.partial.json');

const BASIS: RunBasis = {
  version: '1.0.0',
  input: { bytes: 12, sha256: 'a'.repeat(64) },
  options: { 'text column': 'text', header: true },
  classifier: 'b'.repeat(64),
  encoder: 'c'.repeat(64),
};
const RECORD: RunRecord = {
  basis: BASIS,
  checkpoint: { tally: Tally.of(['10', '9', 'pay']).toJSON(), output: EMPTY, rejects: EMPTY, isWhole: false },
  overwrite: false,
};

it('is read as it was saved, and leaves nothing beside it', async () => {
  await saveRecord(path, RECORD);
  expect(await readRecord(path)).toEqual(RECORD);
  await saveRecord(path, { ...RECORD, checkpoint: { ...RECORD.checkpoint, isWhole: true } });
  expect(await readRecord(path)).toMatchObject({ checkpoint: { isWhole: true } });
  expect(readdirSync(folder)).toEqual(['out.csv.partial.json']);
});

it('keeps the order of topics whose names are numbers', async () => {
  await saveRecord(path, RECORD);
  const { checkpoint } = (await readRecord(path)) as RunRecord;
  expect([...new Tally(checkpoint.tally).topics.keys()]).toEqual(['10', '9', 'pay']);
});

it('is missing when there is none, and damaged when a single character is another', async () => {
  expect(await readRecord(join(folder, 'none'))).toBe('missing');
  await saveRecord(path, RECORD);
  const text = readFileSync(path, 'utf8');
  for (const damaged of [text.slice(0, -20), '', 'null', '{}', text.replace('"bytes": 12', '"bytes": 13')]) {
    writeFileSync(path, damaged);
    expect(await readRecord(path)).toBe('damaged');
  }
});

it('that cannot be saved leaves the last one as it is', async () => {
  await expect(saveRecord(join(folder, 'no/record'), RECORD)).rejects.toMatchObject({ code: 'OUTPUT_UNWRITABLE' });
});

describe('differences', () => {
  const cases: [string, Partial<RunBasis>, string[]][] = [
    ['none', {}, []],
    ['the version', { version: '1.0.1' }, ['version of civic-topics (1.0.0 then, 1.0.1 now)']],
    [
      'the size of the input',
      { input: { bytes: 13, sha256: 'd'.repeat(64) } },
      ['input (12 bytes then, 13 bytes now)'],
    ],
    ['the content of the input', { input: { bytes: 12, sha256: 'd'.repeat(64) } }, ['input (of the same size)']],
    ['an option', { options: { 'text column': 'body', header: true } }, ['text column ("text" then, "body" now)']],
    ['an option that is gone', { options: { 'text column': 'text' } }, ['header (true then, none now)']],
    [
      'several',
      { classifier: `e${'b'.repeat(63)}`, encoder: `${'c'.repeat(63)}d` },
      ['classifier (bbbbbbbbbbbb then, ebbbbbbbbbbb now)', 'encoder (cccccccccccc then, cccccccccccc now)'],
    ],
  ];
  it.each(cases)('%s', (_, change, expected) => {
    expect(differences(BASIS, { ...BASIS, ...change })).toEqual(expected);
  });
});
