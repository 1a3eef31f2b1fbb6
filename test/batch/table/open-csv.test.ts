/** Specification of reading CSV: what RFC 4180 calls for. What is wrong with rows is specified in csv-table.test.ts. */
import { describe, expect, it } from 'vitest';
import { type CsvOptions, openCsv } from '../../../src/batch/table/open-csv.js';
import { all } from '../../helpers/streams.js';
import { parts, pieces } from './pieces.js';

/** The rows as their fields. */
async function read(text: string, options?: CsvOptions & { size?: number }) {
  const { names, byteOrderMark, rows } = await openCsv(pieces(text, options?.size), options);
  return {
    names,
    byteOrderMark,
    rows: (await all(rows)).map((row) => (row.kind === 'row' ? row.fields : row.problem)),
  };
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

  it.each([1, 2, 3, 5, 7])(
    'are the same when pieces of %d characters cut quotes, line ends and letters',
    async (size) => {
      const text = 'id,text\r\n1,"Điều ""một"",\r\nkhoản 2 👩‍🏫"\r\n2,"""x"""\r\n';
      expect((await read(text, { size })).rows).toEqual([
        ['1', 'Điều "một",\r\nkhoản 2 👩‍🏫'],
        ['2', '"x"'],
      ]);
    },
  );

  it('are divided by tabs when the delimiter is a tab', async () => {
    const { names, rows } = await read('id\ttext\n1\ta, "b"\n\t\n\t"x\ty"\n', { delimiter: '\t' });
    expect(names).toEqual(['id', 'text']);
    expect(rows).toEqual([
      ['1', 'a, "b"'],
      ['', ''],
      ['', 'x\ty'],
    ]);
  });
});

describe('the header', () => {
  it('keeps odd and repeated names in their places', async () => {
    const { names, rows } = await read('__proto__,text,text,constructor,,toString\n1,2,3,4,5,6\n');
    expect(names).toEqual(['__proto__', 'text', 'text', 'constructor', '', 'toString']);
    expect(rows).toEqual([['1', '2', '3', '4', '5', '6']]);
  });

  it.each(['text', '"text"'])('begins behind a byte order mark, which is remembered (%s)', async (name) => {
    expect(await read(`\ufeff${name},id\na,1\n`)).toEqual({
      names: ['text', 'id'],
      byteOrderMark: true,
      rows: [['a', '1']],
    });
  });

  it('may be all there is', async () => {
    expect(await read('id,text')).toEqual({ names: ['id', 'text'], byteOrderMark: false, rows: [] });
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
    function* lines() {
      for (; given < 1000; given++) yield given === 0 ? 'text\n' : `row ${given}\n`;
    }
    const { rows } = await openCsv(parts(lines()));
    const iterator = rows[Symbol.asyncIterator]();
    await iterator.next();
    await iterator.next();
    expect(given).toBeLessThan(5);
  });
});

describe('a first line that tells Excel the delimiter', () => {
  it.each(['sep=;\n', 'SEP=;\r\n', '"sep=;"\n', '\ufeffsep=;\r'])('is no header (%j)', async (line) => {
    expect(await read(`${line}id;text\n1;a\n`, { delimiter: ';' })).toMatchObject({
      names: ['id', 'text'],
      rows: [['1', 'a']],
    });
  });

  it('is no row either, and lines are counted with it', async () => {
    const { names, rows } = await openCsv(pieces('sep=;\n1;a\n'), { delimiter: ';', header: false });
    expect(names).toEqual(['1', '2']);
    expect(await all(rows)).toEqual([{ kind: 'row', line: 2, fields: ['1', 'a'] }]);
  });

  it('is passed over when another delimiter is asked for', async () => {
    expect((await read('sep=;\nid,text\n')).names).toEqual(['id', 'text']);
  });

  it.each(['sep=;,text\n', 'sep=:,text\n', 'separator,text\n'])('is not seen in other headers (%j)', async (line) => {
    expect((await read(line)).names).toHaveLength(2);
  });

  it('is a row like any other further on', async () => {
    expect((await read('text\nsep=;\n')).rows).toEqual([['sep=;']]);
  });
});

it('a bad row of one column is told how its delimiters can stand', async () => {
  expect((await read('text\nPay, leave, rest\n"Pay, leave"\n')).rows).toEqual([
    'has 3 fields where the header has 1; put a text that holds the delimiter in quotes, or name another with --delimiter',
    ['Pay, leave'],
  ]);
});
