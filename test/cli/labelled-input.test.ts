/** Specification of what `train` and `evaluate` read: one table, a folder of tables, or a folder of texts by topic. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Io } from '../../src/cli/io.js';
import { openLabelledInput } from '../../src/cli/labelled-input.js';
import { Collector } from '../helpers/streams.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'labelled-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
}

const COLUMNS = { text: 'text', topics: 'topics' };
async function read(
  columns: Parameters<typeof openLabelledInput>[1] = COLUMNS,
  path = folder,
  reading: Parameters<typeof openLabelledInput>[3] = {},
) {
  const stderr = new Collector();
  const io = { stdin: Readable.from([]), stderr, signal: new AbortController().signal } as unknown as Io;
  const input = await openLabelledInput(path, columns, io, reading);
  return { ...input, stderr: stderr.text.replaceAll(folder, '…') };
}
const failure = (code: string, words: RegExp) =>
  expect.objectContaining({ code, message: expect.stringMatching(words) });

it('takes the topic of a text from its sub-folder, none from none and _none, in the order of the names', async () => {
  file('roads/b.txt', 'The bridge is closed.');
  file('roads/a.txt', 'A new road.\n');
  file('water/one.TXT', 'The well is dry.');
  file('none/x.txt', 'A song.');
  file('_none/y.txt', 'A play.');
  const { rows, stderr, place } = await read();
  expect(rows).toEqual([
    { text: 'A play.', topics: [] },
    { text: 'A song.', topics: [] },
    { text: 'A new road.\n', topics: ['roads'] },
    { text: 'The bridge is closed.', topics: ['roads'] },
    { text: 'The well is dry.', topics: ['water'] },
  ]);
  expect(stderr).toBe('');
  expect(place(2)).toBe(join(folder, 'roads', 'a.txt'));
});

it('composes the accents of a sub-folder’s name, which macOS takes apart', async () => {
  file(`${'giáo-dục'.normalize('NFD')}/a.txt`, 'Một trường học mới.');
  expect((await read()).rows[0]?.topics).toEqual(['giáo-dục'.normalize('NFC')]);
});

it('reads Markdown without its marks', async () => {
  file('roads/a.md', '# A new *road*\n\nIt is **long**, see [the map](https://example.org).\n');
  expect((await read()).rows[0]?.text).toBe('A new road\nIt is long, see the map.');
});

it('says which files it does not read, and passes over hidden ones', async () => {
  file('roads/a.txt', 'A new road.');
  file('roads/b.pdf', 'x');
  file('roads/c.docx', 'x');
  file('roads/.DS_Store', 'x');
  file('.git/a.txt', 'x');
  file('empty/.keep', '');
  const { rows, stderr } = await read();
  expect(rows).toHaveLength(1);
  expect(stderr).toBe(
    'civic-topics: not read, since their names do not end in .txt or .md: …/roads/b.pdf and 1 more.\n',
  );
});

it('reads tables rather than sub-folders, and says so', async () => {
  file('a.csv', 'text,topics\nA new road,roads\nA song,\n');
  file('b.ndjson', '{"text": "A well", "topics": ["water"]}\n');
  file('roads/a.txt', 'Not read.');
  file('notes/plan.pdf', 'x');
  const { rows, stderr, place, files } = await read();
  expect(rows.map(({ text }) => text)).toEqual(['A new road', 'A song', 'A well']);
  expect(stderr).toBe('civic-topics: … holds tables, so the texts in its sub-folders are not read: roads.\n');
  expect(files).toEqual([join(folder, 'a.csv'), join(folder, 'b.ndjson')]);
  expect([0, 1, 2].map(place)).toEqual([
    `row 1 of ${join(folder, 'a.csv')}`,
    `row 2 of ${join(folder, 'a.csv')}`,
    `row 1 of ${join(folder, 'b.ndjson')}`,
  ]);
});

it('names a row of a single table by its number alone', async () => {
  file('a.csv', 'text,topics\nA new road,roads\nA song,\n');
  const { place } = await read(COLUMNS, join(folder, 'a.csv'));
  expect(place(1)).toBe('row 2');
});

it('passes over hidden files, which are no UTF-8 where macOS has left them', async () => {
  file('a.csv', 'text,topics\nRain.,\n');
  file('._a.csv', Buffer.from([0, 5, 0x16, 7, 0xff]));
  expect((await read()).files).toEqual([join(folder, 'a.csv')]);
});

it('refuses a folder with nothing to read', async () => {
  file('roads/b.pdf', 'x');
  await expect(read()).rejects.toEqual(failure('INPUT_INVALID', /Expected \.csv.*or sub-folders.*got neither/));
});

it('refuses columns that texts do not have', async () => {
  file('roads/a.txt', 'A new road.');
  await expect(read({ ...COLUMNS, group: 'lang' })).rejects.toEqual(failure('INPUT_INVALID', /for the column "lang"/));
});

it('refuses an encoding and a delimiter for texts by folder, which are UTF-8', async () => {
  file('roads/a.txt', 'A new road.');
  await expect(read(COLUMNS, folder, { encoding: 'tcvn3' })).rejects.toEqual(
    failure('INPUT_INVALID', /^Expected tables in .* for --encoding, got sub-folders of texts\. Leave it out\.$/),
  );
});

it('says of each table how it is written, when that is not what its name says', async () => {
  file('a.csv', 'text,topics\nRain,\n');
  file('b.csv', 'text;topics\nA song;\n');
  file('c.csv', 'text\ttopics\nA play\t\n');
  const { rows, stderr } = await read();
  expect(rows.map(({ text }) => text)).toEqual(['Rain', 'A song', 'A play']);
  expect(stderr).toBe(
    'civic-topics: …/b.csv: Detected: delimiter semicolon.\n' + 'civic-topics: …/c.csv: Detected: delimiter tab.\n',
  );
});

it.each([
  ['an empty text', '\n', 'INPUT_INVALID', /Expected text in .*a\.txt, got none/],
  ['a text that is not UTF-8', Uint8Array.of(0x41, 0xe9, 0x41), 'INPUT_INVALID', /Expected UTF-8 text in .*a\.txt/],
])('refuses %s, by its name', async (_, content, code, words) => {
  file('roads/a.txt', content);
  await expect(read()).rejects.toEqual(failure(code, words));
});
