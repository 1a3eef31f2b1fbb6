/** Specification of CSV and TSV tables: which rows are read, which are bad, and what is written. */

import { describe, expect, it } from 'vitest';
import { type CsvTableOptions, openCsvTable } from '../../../src/batch/table/csv-table.js';
import type { TableItem } from '../../../src/batch/table/item.js';
import { LONGEST_FIELD, LONGEST_RAW } from '../../../src/batch/table/limits.js';
import type { Classification } from '../../../src/classify/classification.js';
import { all } from '../../helpers/streams.js';
import { pieces } from './pieces.js';

const NOTHING: Classification = { language: 'und', tags: [], abstained: 'empty', truncated: false };
const TAGGED: Classification = {
  language: 'fr',
  tags: [{ topic: 'training', score: 0.91234, evidence: [{ start: 0, end: 3 }] }],
  truncated: false,
};

async function read(text: string, options?: CsvTableOptions & { readonly size?: number }): Promise<TableItem[]> {
  const { items } = await openCsvTable(pieces(text, options?.size), options);
  return all(items);
}

/** A good row as its fields, a bad one as its line and reason. */
const outline = (items: readonly TableItem[]) =>
  items.map((item) => (item.kind === 'row' ? item.fields : `${item.line}: ${item.reason}`));

const failure = (code: string, message: RegExp) =>
  expect.objectContaining({ code, message: expect.stringMatching(message) });

it('a row has its line, its text and all its fields', async () => {
  expect(await read('id,text\n1,"a\nb"\n\n2,c\n')).toEqual([
    { kind: 'row', line: 2, text: 'a\nb', fields: ['1', 'a\nb'] },
    { kind: 'row', line: 5, text: 'c', fields: ['2', 'c'] },
  ]);
});

it('a bad row has its line, its reason and its text as it was read', async () => {
  expect(await read('id,text\r\n1,"a\r\nb",c\r\n2,d')).toEqual([
    { kind: 'bad', line: 2, reason: 'The row has 3 fields where the header has 2.', raw: '1,"a\r\nb",c' },
    { kind: 'row', line: 4, text: 'd', fields: ['2', 'd'] },
  ]);
});

describe('one bad row costs no other', () => {
  const cases: [title: string, bad: string, reason: RegExp][] = [
    ['a field too many', '1,2,3', /has 3 fields where the header has 2\.$/],
    ['a field too few', '1', /has 1 field where the header has 2\.$/],
    ['a delimiter at the end', '1,2,', /has 3 fields/],
    ['fields divided by something else', '1;2', /has 1 field /],
    ['quotes around nothing, alone', '""', /has 1 field /],
    ['text behind a closing quote', '1,"a"b', /goes on after its closing quote\.$/],
    ['a quotation at the beginning of a text', '1,"Yes" she said', /goes on after its closing quote/],
    ['a quote behind a closing quote', '1,"a" "', /goes on after its closing quote/],
    ['a quote that is not closed', '1,"a', /quote, opened in line 3, is not closed/],
    ['a quote that is not closed, in the first field', '"1,a', /quote, opened in line 3, is not closed/],
    ['three quotes', '1,"""', /quote, opened in line 3, is not closed/],
    ['NUL', '1,a\0b', /holds a NUL character/],
    ['NUL in quotes', '1,"a\0"', /holds a NUL character/],
    ['nothing but NUL', '\0\0\0', /holds a NUL character/],
    [
      'an undecodable byte',
      '1,caf\udce9',
      /bytes that are no text in the encoding of the file, the first of them \\xE9\.$/,
    ],
    ['half a surrogate pair', '1,\ud83d', /first of them \\uD83D/],
    ['a field over the limit', `1,${'x'.repeat(LONGEST_FIELD + 1)}`, /a field of more than 1048576 characters/],
    ['a field over the limit, in quotes', `1,"${'x'.repeat(LONGEST_FIELD)}"`, /opened in line 3, is not closed within/],
    ['a field over the limit and quotes', `${'x'.repeat(LONGEST_FIELD + 1)},"`, /a field of more than/],
  ];
  const AROUND = [
    ['with plain rows around', 'a,b', 'c,d'],
    ['with quoted rows around', '"a","b"', '"c","d"'],
    ['with rows of several lines around', '"a\n","b"', 'c,"d\n\n"'],
  ] as const;
  for (const [around, before, after] of AROUND) {
    it.each(cases)(`%s, ${around}`, async (_, bad, reason) => {
      const line = before.includes('\n') ? 4 : 3;
      const text = `id,text\n${before}\n${bad}\n${after}\n${after}\n`;
      const items = await read(text, { textColumn: 'text' });
      expect(items.map(({ kind }) => kind)).toEqual(['row', 'bad', 'row', 'row']);
      expect(items[1]).toMatchObject({
        line,
        reason: expect.stringMatching(new RegExp(reason.source.replace('line 3', `line ${line}`))),
      });
      expect(items[1]).toMatchObject({ reason: expect.stringMatching(/^The row [^\n\r]+\.$/) });
      expect((items[1] as { raw: string }).raw.length).toBeLessThanOrEqual(LONGEST_RAW + 1);
      expect(await read(text.replaceAll('\n', '\r\n'), { size: 4096 })).toHaveLength(4);
    });
  }
});

describe('what looks odd and is good', () => {
  const cases: [title: string, row: string, fields: string[]][] = [
    ['empty fields', ',', ['', '']],
    ['fields of white space', ' ,\u00a0', [' ', '\u00a0']],
    ['quotes amid plain fields', '5" disk,12"', ['5" disk', '12"']],
    ['delimiters, quotes and line ends in quotes', '"a,b","say ""yes""\r\n\r"', ['a,b', 'say "yes"\r\n\r']],
    ['a byte order mark amid the file', '\ufeff1,\ufeff', ['\ufeff1', '\ufeff']],
    ['other control characters', '\u0001\u001a,\u007f\u0085', ['\u0001\u001a', '\u007f\u0085']],
    ['line separators of Unicode', '\u2028,\u2029', ['\u2028', '\u2029']],
    ['what a spreadsheet takes for a formula', '=1+1,@x', ['=1+1', '@x']],
    ['replacement characters that were there before', '\ufffd,a', ['\ufffd', 'a']],
    ['emoji and decomposed letters', '👩‍🏫,tie\u0302\u0301ng', ['👩‍🏫', 'tie\u0302\u0301ng']],
    ['names of JavaScript', '__proto__,constructor', ['__proto__', 'constructor']],
    ['a text of many lines', `1,"${'dòng\n'.repeat(5_000)}"`, ['1', 'dòng\n'.repeat(5_000)]],
  ];
  it.each(cases)('%s', async (_, row, fields) => {
    expect(outline(await read(`id,text\n${row}\nx,y`))).toEqual([fields, ['x', 'y']]);
  });

  it('blank lines are passed over, but in a file of one column every line is a row', async () => {
    expect(outline(await read('\n \nid,text\n\n1,a\n\t\n'))).toEqual([['1', 'a']]);
    expect(outline(await read('text\na\n\n \n'))).toEqual([['a'], [''], [' ']]);
  });

  it('a row of tabs alone is a row when tabs are the delimiter', async () => {
    expect(outline(await read('id\ttext\n\t\n \n', { delimiter: '\t' }))).toEqual([['', '']]);
  });
});

describe('the header', () => {
  it('may have names that are empty, come twice, or mean something to JavaScript', async () => {
    const text = '__proto__,,text,x,x,constructor\n1,2,3,4,5,6\n';
    const { head, items } = await openCsvTable(pieces(text));
    expect(head).toBe('__proto__,,text,x,x,constructor,language,topics,scores,abstained,evidence\n');
    expect(await all(items)).toMatchObject([{ text: '3', fields: ['1', '2', '3', '4', '5', '6'] }]);
  });

  it('may be all there is', async () => {
    expect(await read('id,text')).toEqual([]);
    expect(await read('id,text\r\n')).toEqual([]);
  });

  it('may go over several lines', async () => {
    const { head, items } = await openCsvTable(pieces('"my\nid",text\n1,a\n'));
    expect(head).toBe('"my\nid",text,language,topics,scores,abstained,evidence\n');
    expect(await all(items)).toMatchObject([{ line: 3, text: 'a' }]);
  });

  it('begins behind a byte order mark', async () => {
    for (const text of ['\ufefftext,id\na,1\n', '\ufeff"text",id\na,1\n']) {
      const table = await openCsvTable(pieces(text, 1));
      expect(table.byteOrderMark).toBe(true);
      expect(table.head).toMatch(/^text,id,/);
      expect(await all(table.items)).toMatchObject([{ text: 'a' }]);
    }
    expect((await openCsvTable(pieces('text\n'))).byteOrderMark).toBe(false);
    expect((await openCsvTable(pieces('text\n'), { byteOrderMark: true })).byteOrderMark).toBe(true);
    expect((await openCsvTable(pieces('\ufefftext\n'), { byteOrderMark: false })).byteOrderMark).toBe(true);
  });

  const refused: [title: string, text: string, code: string, message: RegExp][] = [
    ['there is none', '', 'INPUT_INVALID', /a header line, got an empty file/],
    ['there are only blank lines', '\r\n \n', 'INPUT_INVALID', /got an empty file/],
    ['the text column is missing', 'id,body\n', 'COLUMN_NOT_FOUND', /a column "text", got "id", "body"/],
    ['the text column is there twice', 'text,id,text\n', 'INPUT_INVALID', /one column "text", got several/],
    ['it has a column that tagging adds', 'text,scores\n', 'INPUT_INVALID', /"scores"\. Rename or drop/],
    [
      'its quote is not closed',
      'id,"text\n1,a\n',
      'INPUT_INVALID',
      /^The header \(line 1\) .*opened in line 1, is not closed/,
    ],
    [
      'it has text behind a closing quote',
      '\n"id"x,text\n',
      'INPUT_INVALID',
      /^The header \(line 2\) .*after its closing/,
    ],
    ['it has undecodable bytes', 't\udcffext\n', 'INPUT_INVALID', /^The header \(line 1\) holds bytes .*\\xFF/],
    ['it has NUL, as UTF-16 read as UTF-8 has', 't\0e\0x\0t\0\n', 'INPUT_INVALID', /NUL/],
  ];
  it.each(refused)('is refused when %s', async (_, text, code, message) => {
    await expect(openCsvTable(pieces(text))).rejects.toEqual(failure(code, message));
  });
});

describe('a record of the output', () => {
  it('has the fields as they were and the added columns behind them', async () => {
    const table = await openCsvTable(pieces('text,note\n"one, two","say ""yes"""\nx, y \n'));
    const [first, second] = await all(table.items);
    if (first?.kind !== 'row' || second?.kind !== 'row') return expect.unreachable();
    expect(table.format(first, TAGGED)).toBe('"one, two","say ""yes""",fr,training,0.912,,one\n');
    expect(table.format(second, NOTHING)).toBe('x, y ,und,,,empty,\n');
  });

  it('has the delimiter of the input unless another one is asked for', async () => {
    const text = 'id;text\n1;a, b\n';
    for (const [outputDelimiter, line] of [
      [';', '1;a, b;und;;;empty;\n'],
      [',', '1,"a, b",und,,,empty,\n'],
    ] as const) {
      const table = await openCsvTable(pieces(text), {
        delimiter: ';',
        ...(outputDelimiter === ',' && { outputDelimiter }),
      });
      const [row] = await all(table.items);
      expect(table.head).toBe(
        `${['id', 'text', 'language', 'topics', 'scores', 'abstained', 'evidence'].join(outputDelimiter)}\n`,
      );
      expect(row?.kind === 'row' && table.format(row, NOTHING)).toBe(line);
    }
  });
});

it('rows are read when they are asked for, not before', async () => {
  let given = 0;
  async function* source() {
    for (; given < 1000; given++) yield given === 0 ? 'text\n' : `row ${given}\n`;
  }
  const iterator = (await openCsvTable(source())).items[Symbol.asyncIterator]();
  await iterator.next();
  await iterator.next();
  expect(given).toBeLessThan(5);
});
