/** Specification of writing CSV: every field reads back as it was. */
import { Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../src/batch/read-csv.js';
import { type WriteCsvOptions, writeCsv } from '../../src/batch/write-csv.js';
import { all, Collector, chunks } from '../helpers/streams.js';

async function written(rows: readonly (readonly string[])[], options?: WriteCsvOptions): Promise<string> {
  const collector = new Collector();
  await writeCsv(Readable.from(rows), collector, options);
  return collector.text;
}

const FIELDS = [
  'plain',
  '',
  ' spaces around ',
  '   ',
  'a,b',
  'say "yes"',
  '"',
  'one\ntwo',
  'one\r\ntwo',
  'one\rtwo',
  '\n',
  'a\tb',
  'a|b',
  "it's",
  '=1+1',
  '👩‍🏫 nữ công chức',
  '\u00a0',
  '\ufeffmark',
  '__proto__',
  '$& $1',
];

it('gives back every field that it was given', async () => {
  const rows = [FIELDS.map((_, index) => `c${index}`), FIELDS, [...FIELDS].reverse()];
  const { header, rows: read } = await readCsv(chunks(await written(rows), 3));
  expect([header, ...(await all(read))]).toEqual(rows);
});

it('quotes only fields with a delimiter, a quote or a line end, doubles quotes and ends lines with LF (RFC 4180 but for LF)', async () => {
  expect(
    await written([
      ['id', 'text', ' x '],
      ['1', 'a,b', ''],
      ['2', 'say "yes"', 'one\r\ntwo'],
      ['3', 'a\tb', '=1+1'],
    ]),
  ).toBe('id,text, x \n1,"a,b",\n2,"say ""yes""","one\r\ntwo"\n3,a\tb,=1+1\n');
});

it('quotes tabs and not commas when the delimiter is a tab', async () => {
  expect(await written([['a,b', 'c\td']], { delimiter: '\t' })).toBe('a,b\t"c\td"\n');
});

it('begins with a byte order mark when asked to', async () => {
  expect(await written([['a'], ['b']], { byteOrderMark: true })).toBe('\ufeffa\nb\n');
});

describe('pace and failures', () => {
  it('does not ask for more rows than the destination takes', async () => {
    let asked = 0;
    const rows = async function* () {
      for (; asked < 10_000; asked++) yield ['x'.repeat(10_000)];
    };
    const stuck = new Writable({ write: () => undefined });
    const abort = new AbortController();
    const writing = writeCsv(rows(), stuck, { signal: abort.signal });
    await new Promise((resolve) => setTimeout(resolve, 50));
    // 10 kB a row against buffers of 16 kB (destination), 16 kB and 16 rows (formatter).
    expect(asked).toBeLessThan(40);
    abort.abort();
    await expect(writing).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('fails with the failure of the rows', async () => {
    const broken = async function* () {
      yield ['a'];
      throw new RangeError('row 2');
    };
    await expect(writeCsv(broken(), new Collector())).rejects.toThrow(new RangeError('row 2'));
  });
});
