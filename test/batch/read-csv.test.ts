/** Specification of reading CSV: what RFC 4180 calls for, and what a file must not contain. */
import { describe, expect, it } from 'vitest';
import { type CsvOptions, readCsv } from '../../src/batch/read-csv.js';
import { LONGEST_FIELD } from '../../src/batch/table/limits.js';
import { all, chunks } from '../helpers/streams.js';

async function read(text: string | Uint8Array, options?: CsvOptions & { size?: number }) {
  const { header, byteOrderMark, rows } = await readCsv(chunks(text, options?.size), options);
  return { header, byteOrderMark, rows: await all(rows) };
}

const failure = (message: RegExp) =>
  expect.objectContaining({ code: 'INPUT_INVALID', message: expect.stringMatching(message) });

describe('fields', () => {
  const cases: [title: string, field: string, written: string][] = [
    ['plain text', 'abc', 'abc'],
    ['nothing', '', ''],
    ['nothing, in quotes', '', '""'],
    ['a delimiter in quotes', 'a,b', '"a,b"'],
    ['quotes written twice', 'say "yes"', '"say ""yes"""'],
    ['a quote amid a plain field', '5" disk', '5" disk'],
    ['LF in quotes', 'one\ntwo', '"one\ntwo"'],
    ['CRLF in quotes', 'one\r\ntwo', '"one\r\ntwo"'],
    ['CR in quotes', 'one\rtwo', '"one\rtwo"'],
    ['blank lines in quotes', 'one\n\n\ntwo', '"one\n\n\ntwo"'],
    ['a tab', 'a\tb', 'a\tb'],
    ['spaces around', '  a  ', '  a  '],
    ['spaces alone', '   ', '   '],
    ['a no-break space alone', '\u00a0', '\u00a0'],
    ['a byte order mark amid the file', '\ufeffa', '\ufeffa'],
    ['emoji and Vietnamese letters', '👩‍🏫 nữ công chức', '👩‍🏫 nữ công chức'],
    ['decomposed letters', 'tie\u0302\u0301ng', 'tie\u0302\u0301ng'],
    ['what a spreadsheet takes for a formula', '=1+1', '=1+1'],
    ['a replacement character that was there before', '\ufffd', '\ufffd'],
  ];
  it.each(cases)('%s come as they are in any place of the row', async (_, field, written) => {
    const { rows } = await read(`a,b,c\n${written},${written},${written}\nx,y,z\n`);
    expect(rows).toEqual([
      [field, field, field],
      ['x', 'y', 'z'],
    ]);
  });

  it.each([1, 2, 3, 5, 7])('are the same when chunks of %d bytes cut quotes, line ends and letters', async (size) => {
    const text = 'id,text\r\n1,"Điều ""một"",\r\nkhoản 2 👩‍🏫"\r\n2,"""x"""\r\n';
    expect((await read(text, { size })).rows).toEqual([
      ['1', 'Điều "một",\r\nkhoản 2 👩‍🏫'],
      ['2', '"x"'],
    ]);
  });

  it('are divided by tabs when the delimiter is a tab', async () => {
    const { header, rows } = await read('id\ttext\n1\ta, "b"\n\t\n\t"x\ty"\n', { delimiter: '\t' });
    expect(header).toEqual(['id', 'text']);
    expect(rows).toEqual([
      ['1', 'a, "b"'],
      ['', ''],
      ['', 'x\ty'],
    ]);
  });
});

describe('the header', () => {
  it('keeps odd and repeated names in their places', async () => {
    const { header, rows } = await read('__proto__,text,text,constructor,,toString\n1,2,3,4,5,6\n');
    expect(header).toEqual(['__proto__', 'text', 'text', 'constructor', '', 'toString']);
    expect(rows).toEqual([['1', '2', '3', '4', '5', '6']]);
  });

  it.each(['text', '"text"'])('begins behind a byte order mark, which is remembered (%s)', async (name) => {
    expect(await read(`\ufeff${name},id\na,1\n`)).toEqual({
      header: ['text', 'id'],
      byteOrderMark: true,
      rows: [['a', '1']],
    });
  });

  it('may be all there is', async () => {
    expect(await read('id,text')).toEqual({ header: ['id', 'text'], byteOrderMark: false, rows: [] });
  });

  it.each(['', '\n\n', '\ufeff', '\ufeff\r\n'])('must be there: %j is refused', async (text) => {
    await expect(read(text)).rejects.toEqual(failure(/Expected CSV with a header line, got an empty file/));
  });
});

describe('rows', () => {
  it.each(['\n', '\r\n', '\r'])('end with %j, the last one or not', async (end) => {
    const rows = [
      ['1', 'a'],
      ['2', ''],
    ];
    expect((await read(`id,text${end}1,a${end}2,${end}`)).rows).toEqual(rows);
    expect((await read(`id,text${end}1,a${end}2,`)).rows).toEqual(rows);
  });

  it('are not made of blank lines', async () => {
    expect((await read('\nid,text\n\n1,a\n  \n\n2,b\n\n')).rows).toEqual([
      ['1', 'a'],
      ['2', 'b'],
    ]);
  });

  it('are made of blank lines, too, when there is one column', async () => {
    expect((await read('text\na\n\n  \nb\n')).rows).toEqual([['a'], [''], ['  '], ['b']]);
  });

  it('are read when they are asked for, not before', async () => {
    let given = 0;
    const { rows } = await readCsv(
      (async function* () {
        for (; given < 1000; given++) yield given === 0 ? 'text\n' : `row ${given}\n`;
      })(),
    );
    const iterator = rows[Symbol.asyncIterator]();
    await iterator.next();
    await iterator.next();
    expect(given).toBeLessThan(5);
  });
});

describe('what is refused, with its row and line', () => {
  const cases: [title: string, text: string | Uint8Array, message: RegExp][] = [
    ['a field too many', 'a,b\n1,2\n"x\ny",2\n1,2,3\n', /^Row 3 \(line 5\) has 3 fields where the header has 2\. Put/],
    ['a field too few', 'a,b,c\n1,2,3\n\n1\n', /^Row 2 \(line 4\) has 1 field where the header has 3/],
    ['a quote never closed', 'a,b\n1,2\n1,"x\n\nand on\n', /^Row 2 \(line 3\).*opened in line 3, is not closed/],
    ['a quote never closed in the header', 'a,"b\n1,2\n', /^The header \(line 1\).*not closed/],
    ['more behind a closing quote', 'a,b\n1,2\n1,"x"y\n1,2\n', /^Row 2 \(line 3\).*after its closing quote/],
    ['a quotation at the beginning of a plain field', 'a,b\n1,"Yes", she said.\n', /^Row 1 \(line 2\) has 3 fields/],
    [
      'Latin-1',
      Buffer.from('a,b\n1,2\n1,caf\xe9\n', 'latin1'),
      /^Row 2 \(line 3\) holds bytes that are not valid UTF-8\. Save/,
    ],
    ['a character cut off at the end', Buffer.from('a,b\n1,é', 'utf8').subarray(0, -1), /^Row 1 \(line 2\).*UTF-8/],
    ['UTF-16 with a byte order mark', Buffer.from('\ufeffa,b\n', 'utf16le'), /^The header \(line 1\).*UTF-8/],
    ['UTF-16 without one', Buffer.from('a,b\n', 'utf16le'), /^The header \(line 1\) holds a NUL character/],
  ];
  it.each(cases)('%s', async (_, text, message) => {
    await expect(read(text)).rejects.toEqual(failure(message));
    await expect(read(text, { size: 1 })).rejects.toEqual(failure(message));
  });

  it('comes behind the good rows before it', async () => {
    const { rows } = await readCsv(chunks('a,b\n1,2\n3,4\n5,"6"7\n8,9\n'));
    const seen: (readonly string[])[] = [];
    await expect(
      (async () => {
        for await (const row of rows) seen.push(row);
      })(),
    ).rejects.toEqual(failure(/^Row 3/));
    expect(seen).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  it('an open quote before it takes a big file into memory', async () => {
    let given = 0;
    const line = `${'word '.repeat(20_000)}\n`;
    const endless = async function* () {
      yield 'a,b\n1,"';
      for (;;) {
        given += line.length;
        yield line;
      }
    };
    const { rows } = await readCsv(endless());
    await expect(all(rows)).rejects.toEqual(
      failure(/^Row 1 \(line 2\) has a field whose quote, opened in line 2, is not closed within \d+ characters/),
    );
    expect(given).toBeLessThan(LONGEST_FIELD + 2 * line.length);
  });
});
