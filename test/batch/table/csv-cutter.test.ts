/** Specification of cutting CSV into records, above all of what happens to those behind a broken one. */

import fc from 'fast-check';
import { parseString, writeToString } from 'fast-csv';
import { describe, expect, it, vi } from 'vitest';
import { CsvCutter, type CsvRecord } from '../../../src/batch/table/csv-cutter.js';
import { CsvScanner } from '../../../src/batch/table/csv-scanner.js';
import { LONGEST_FIELD, LONGEST_RAW, LONGEST_RECORD } from '../../../src/batch/table/limits.js';
import { hostileParts } from './pieces.js';

function cut(parts: Iterable<string>, { width = 2, delimiter = ',' } = {}): CsvRecord[] {
  const cutter = new CsvCutter(delimiter);
  cutter.width = width;
  const records: CsvRecord[] = [];
  for (const part of parts) records.push(...cutter.cut(part));
  return [...records, ...cutter.finish()];
}

/** `line raw`, with a `!` before those that have a problem. */
const outline = (records: readonly CsvRecord[]) =>
  records.map(({ line, raw, problem }) => `${problem === undefined ? '' : '!'}${line} ${raw}`);

describe('records', () => {
  const cases: [title: string, text: string, records: string[]][] = [
    ['end with LF, CRLF or CR', 'a\nb\r\nc\rd', ['1 a', '2 b', '3 c', '4 d']],
    ['may be blank', '\na\n\n\n', ['1 ', '2 a', '3 ', '4 ']],
    ['are none in an empty text', '', []],
    ['hold line ends in quotes, which count', '"a\nb\r\nc\r",d\ne', ['1 "a\nb\r\nc\r",d', '5 e']],
    ['hold delimiters and doubled quotes in quotes', '"a,""b""",c\nd', ['1 "a,""b""",c', '2 d']],
    ['hold quotes amid plain fields', 'a"b,5" "\nd', ['1 a"b,5" "', '2 d']],
    ['may have white space around quotes', ' "a\nb" ,\u00a0"c"\t\nd', ['1  "a\nb" ,\u00a0"c"\t', '3 d']],
  ];
  it.each(cases)('%s', (_, text, records) => {
    expect(outline(cut([text]))).toEqual(records);
    expect(outline(cut(text))).toEqual(records);
  });
});

describe('broken quotes', () => {
  const cases: [title: string, text: string, records: string[], problem: RegExp][] = [
    [
      'text behind a closing quote: only that line is bad',
      '1,2\n3,"x"y\n4,5\n',
      ['1 1,2', '!2 3,"x"y', '3 4,5'],
      /quoted field that goes on after its closing quote$/,
    ],
    [
      'a quote never closed, to the end of the file',
      '1,2\n3,"x\n4,5\n6,7\n',
      ['1 1,2', '!2 3,"x', '3 4,5', '4 6,7'],
      /quote, opened in line 2, is not closed$/,
    ],
    ['one in the last line', '1,2\n3,"x', ['1 1,2', '!2 3,"x'], /opened in line 2, is not closed$/],
    ['one in the last line, which ends', '1,2\r\n3,"x\r\n', ['1 1,2', '!2 3,"x'], /opened in line 2, is not closed$/],
    [
      'a quote never closed before a row with quotes',
      '1,"x\n2,"y"\n3,4\n',
      ['!1 1,"x', '2 2,"y"', '3 3,4'],
      /opened in line 1, is not closed: behind the next quote, in line 2, it goes on$/,
    ],
    [
      'a quote never closed, rows of CRLF, and quotes in a later text',
      '1,"x\r\n2,y\r\n3,say "yes"\r\n4,5',
      ['!1 1,"x', '2 2,y', '3 3,say "yes"', '4 4,5'],
      /opened in line 1/,
    ],
    ['a quote never closed, rows of CR', '1,"x\r2,"y"\r3,4\r', ['!1 1,"x', '2 2,"y"', '3 3,4'], /opened in line 1/],
    [
      'a quote never closed behind a field of several lines: the record up to that quote is bad',
      '"a\nb","x\nc,d\n"e",f\n',
      ['!1 "a\nb","x', '3 c,d', '4 "e",f'],
      /opened in line 2, is not closed/,
    ],
    [
      'every quote lost at the beginning and the end of lines',
      'a","b\nc","d\ne","f\ng","h\ni,j\n',
      ['!1 a","b\nc","d\ne","f', '!4 g","h', '5 i,j'],
      /more than twice the 2 fields of a row, .* opened in line 3, is not closed$/,
    ],
    ['a lone quote', '"\n1,2', ['!1 "', '2 1,2'], /opened in line 1/],
    ['a lone quote before a field of two lines', '"\n"x\n"\n1,2', ['!1 "', '2 "x\n"', '4 1,2'], /opened in line 1/],
  ];
  it.each(cases)('%s', (_, text, records, problem) => {
    for (const parts of [[text], text, text.match(/..?/gs) ?? []]) {
      const found = cut(parts);
      expect(outline(found)).toEqual(records);
      expect(found.find((record) => record.problem !== undefined)?.problem).toMatch(problem);
    }
  });

  it('in a text of several lines leave the lines behind the first one what they look like', () => {
    expect(outline(cut(['"one\nsay "yes" and",b\n1,2\n']))).toEqual(['!1 "one', '2 say "yes" and",b', '3 1,2']);
  });

  it('of a row that goes over lines but has only some fields too many do not break it in two', () => {
    expect(outline(cut(['1,"a\nb",c,d\n2,3\n']))).toEqual(['1 1,"a\nb",c,d', '3 2,3']);
  });
});

it.each(['a,b\n1,2\n3,"x"y\n4,5\n', 'a,b\n1,2\n3,"x\n4,5\n'])(
  'of %j, with one broken row, the others are found, as they are not by fast-csv',
  async (text) => {
    expect(cut([text]).map(({ problem }) => problem === undefined)).toEqual([true, true, false, true]);
    const found: unknown[] = [];
    const reading = async () => {
      for await (const row of parseString(text, { headers: false })) found.push(row);
    };
    await expect(reading()).rejects.toThrow(/^Parse Error/);
    expect(found.length).toBeLessThan(3);
  },
);

describe('limits', () => {
  const long = (length: number) => 'x'.repeat(length);

  it('a plain field may have so many characters and no more', () => {
    expect(cut([`1,${long(LONGEST_FIELD)}\n2,3\n`]).map(({ problem }) => problem)).toEqual([undefined, undefined]);
    expect(cut([`1,${long(LONGEST_FIELD + 1)}\n2,3\n`]).map(({ problem }) => problem)).toEqual([
      `has a field of more than ${LONGEST_FIELD} characters`,
      undefined,
    ]);
  });

  it('a text of very many lines is a field like any other', () => {
    const text = `1,"${'line\n'.repeat(LONGEST_FIELD / 5 - 1)}"`;
    expect(outline(cut([text]))).toEqual([`1 ${text}`]);
  });

  it('a quote not closed within the length of a field costs one line', () => {
    const rows = Math.ceil(LONGEST_FIELD / 1000) + 5;
    const records = cut([`1,"x\n${`2,${long(997)}\n`.repeat(rows)}3,"`, '4\n5,6\n']);
    expect(records.filter(({ problem }) => problem !== undefined).map(({ line }) => line)).toEqual([1, rows + 2]);
    expect(records[0]?.problem).toBe(
      `has a field whose quote, opened in line 1, is not closed within ${LONGEST_FIELD} characters`,
    );
    expect(records.at(-1)).toEqual({ line: rows + 3, raw: '5,6' });
  });

  it('a row longer than the limit is bad, and the next one is read', () => {
    const records = cut([`${'a,'.repeat(LONGEST_RECORD / 2 + 1)}\n1,2\n`]);
    expect(records.map(({ line, problem }) => [line, problem])).toEqual([
      [1, `is longer than ${LONGEST_RECORD} characters`],
      [2, undefined],
    ]);
  });

  it('of a line without end only what is shown is kept', () => {
    const cutter = new CsvCutter(',');
    const part = long(LONGEST_FIELD);
    for (let count = 0; count < 50; count++) expect([...cutter.cut(part)]).toEqual([]);
    const [record] = [...cutter.cut('\n')];
    expect(record?.problem).toMatch(/a field of more than/);
    expect(record?.raw.length).toBeLessThan(LONGEST_FIELD + LONGEST_RAW + 2);
  });

  it.each(['a","b\n', '1,"x\n', '1,"x\n2,""\n', '"\n\n', '1,"x\n2,3\n4,"y"\n'])(
    'each character is read a few times at most, also when %j comes again and again',
    (lines) => {
      const read = vi.spyOn(CsvScanner.prototype, 'read');
      const text = lines.repeat(5_000);
      cut([text]);
      expect(read.mock.calls.length).toBeLessThan(4 * text.length);
      read.mockRestore();
    },
  );
});

describe('properties', () => {
  it('the records are the same wherever the pieces end', () => {
    fc.assert(
      fc.property(hostileParts, (parts) => {
        const whole = cut([parts.join('')]);
        expect(cut(parts)).toEqual(whole);
        expect(cut([...parts.join('')])).toEqual(whole);
      }),
      { numRuns: 2_000 },
    );
  });

  it('every line of the text is in one record, as it was', () => {
    fc.assert(
      fc.property(hostileParts, (parts) => {
        const text = parts.join('');
        fc.pre(text !== '');
        const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/);
        const records = cut([text]);
        const starts = [...records.map(({ line }) => line), lines.length + 1];
        expect(starts[0]).toBe(1);
        for (const [index, { line, raw }] of records.entries()) {
          const stretch = lines.slice(line - 1, (starts[index + 1] as number) - 1).join('');
          expect(stretch.replace(/(\r\n|\n|\r)$/, '')).toBe(raw);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('a quote that is never closed costs its own line and no other, wherever it stands among quoted rows', async () => {
    const cell = fc
      .string({ unit: fc.constantFrom(...'ab,\n "é'), minLength: 1, maxLength: 8 })
      .map((text) => `x${text}`);
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(rows, fc.nat(), async (fields, at) => {
        const written = await Promise.all(fields.map((row) => writeToString([row], { quoteColumns: true })));
        written.splice(at % (written.length + 1), 0, '1,"open');
        const records = cut([written.join('\n')]);
        expect(records.map(({ raw }) => raw)).toEqual(written);
        expect(records.filter(({ problem }) => problem !== undefined)).toHaveLength(1);
      }),
      { numRuns: 300 },
    );
  });
});
