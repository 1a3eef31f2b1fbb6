/** Specification of cutting newline-delimited JSON into lines. */
import { expect, it } from 'vitest';
import { LONGEST_RAW, LONGEST_RECORD } from '../../../src/batch/table/limits.js';
import { ndjsonLines } from '../../../src/batch/table/ndjson-lines.js';
import { all } from '../../helpers/streams.js';
import { pieces } from './pieces.js';

const cases: [title: string, text: string, lines: [line: number, json: string][]][] = [
  [
    'end with LF or CRLF, the last one or not',
    'a\nb\r\nc',
    [
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
    ],
  ],
  ['do not end at a CR or a separator of Unicode', 'a\rb\u2028c\n', [[1, 'a\rb\u2028c']]],
  [
    'count when they are blank, but are not given',
    '\n \r\n\ta \n\n\u00a0\nb\n\n',
    [
      [3, 'a'],
      [6, 'b'],
    ],
  ],
  [
    'may begin with a byte order mark, wherever files were joined',
    '\ufeffa\n\ufeffb\n',
    [
      [1, 'a'],
      [2, 'b'],
    ],
  ],
  ['are none in an empty text', '', []],
];
it.each(cases)('lines %s', async (_, text, lines) => {
  for (const size of [1, 2, 3, 100]) {
    const found = await all(ndjsonLines(pieces(text, size)));
    expect(found).toEqual(lines.map(([line, json]) => ({ line, json })));
  }
});

it('blank lines are given, too, when they are asked for, but none behind the last line end', async () => {
  for (const size of [1, 100]) {
    const found = await all(ndjsonLines(pieces('\na\n \n', size), { blankLines: true }));
    expect(found).toEqual([
      { line: 1, json: '' },
      { line: 2, json: 'a' },
      { line: 3, json: '' },
    ]);
  }
});

it('lines over the limit have a problem, are kept in part only, and cost no other', async () => {
  const most = 'x'.repeat(LONGEST_RECORD);
  for (const size of [LONGEST_RECORD + 10, 1_000_000]) {
    const found = await all(ndjsonLines(pieces(`a\n${most}\n${most}y\nb\n`, size)));
    expect(found.map(({ line, problem }) => [line, problem])).toEqual([
      [1, undefined],
      [2, undefined],
      [3, 'is longer than 16777216 characters'],
      [4, undefined],
    ]);
    expect(found[1]?.json.length).toBe(LONGEST_RECORD);
    expect(found[2]?.json.length).toBe(LONGEST_RAW + 1);
  }
});
