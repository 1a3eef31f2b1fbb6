import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { EMPTY, GrowingFile, holdsExactly } from '../../../src/batch/output/growing-file.js';

const folder = mkdtempSync(join(tmpdir(), 'growing-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (name: string) => join(folder, name);
const stateOf = (text: string) => ({
  bytes: Buffer.byteLength(text),
  sha256: createHash('sha256').update(text).digest('hex'),
});

it('holds what was written to it once it is synchronised, and knows its hash', async () => {
  const file = await GrowingFile.create(path('a'));
  expect(await file.sync()).toEqual(EMPTY);
  await file.write('Mưa ');
  await file.write('rơi\n');
  expect(await file.sync()).toEqual(stateOf('Mưa rơi\n'));
  expect(readFileSync(path('a'), 'utf8')).toBe('Mưa rơi\n');
  await file.write('và gió\n');
  expect(await file.sync()).toEqual(stateOf('Mưa rơi\nvà gió\n'));
  await file.close();
});

it('begins empty, whatever is there', async () => {
  writeFileSync(path('b'), 'old');
  const file = await GrowingFile.create(path('b'));
  await file.write('x');
  await file.sync();
  await file.close();
  expect(readFileSync(path('b'), 'utf8')).toBe('x');
});

it('holds little in memory', async () => {
  const file = await GrowingFile.create(path('c'));
  for (let i = 0; i < 1000; i++) await file.write(`${'x'.repeat(999)}\n`);
  expect(statSync(path('c')).size).toBeGreaterThan(900_000);
  await file.close();
});

it('goes on behind a state, and drops what is behind that', async () => {
  writeFileSync(path('d'), 'one\ntwo\nthr');
  const file = await GrowingFile.goOn(path('d'), stateOf('one\ntwo\n'));
  await file?.write('3\n');
  expect(await file?.sync()).toEqual(stateOf('one\ntwo\n3\n'));
  await file?.close();
  expect(readFileSync(path('d'), 'utf8')).toBe('one\ntwo\n3\n');
});

it.each([
  ['other text', 'one\ntwO\n'],
  ['less text', 'one\n'],
])('does not go on with %s, which stays as it is', async (_, content) => {
  writeFileSync(path('e'), content);
  expect(await GrowingFile.goOn(path('e'), stateOf('one\ntwo\n'))).toBeUndefined();
  expect(readFileSync(path('e'), 'utf8')).toBe(content);
});

it('does not go on with a file that is not there', async () => {
  expect(await GrowingFile.goOn(path('none'), stateOf('one\n'))).toBeUndefined();
});

it('gives up what was not synchronised when it is closed', async () => {
  const file = await GrowingFile.create(path('f'));
  await file.write('one\n');
  await file.sync();
  await file.write('two\n');
  await file.close();
  expect(readFileSync(path('f'), 'utf8')).toBe('one\n');
});

it('names the file that cannot be opened', async () => {
  await expect(GrowingFile.create(path('no/folder'))).rejects.toMatchObject({
    code: 'OUTPUT_UNWRITABLE',
    message: `Cannot write ${path('no/folder')}: its folder does not exist. Create it first.`,
  });
});

it('a file holds exactly a state, or not', async () => {
  writeFileSync(path('g'), 'one\n');
  expect(await holdsExactly(path('g'), stateOf('one\n'))).toBe(true);
  expect(await holdsExactly(path('g'), stateOf('one'))).toBe(false);
  expect(await holdsExactly(path('g'), stateOf('two\n'))).toBe(false);
  expect(await holdsExactly(path('none'), EMPTY)).toBe(false);
});
