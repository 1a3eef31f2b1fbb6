/** Specification of writing one CSV record. */
import { expect, it } from 'vitest';
import { csvLineWriter } from '../../../src/batch/table/csv-line.js';

const cases: [fields: string[], line: string][] = [
  [['a', 'b'], 'a,b\n'],
  [['', ''], ',\n'],
  [[''], '\n'],
  [['a,b', 'c'], '"a,b",c\n'],
  [['say "yes"'], '"say ""yes"""\n'],
  [['one\ntwo', 'one\r\ntwo', 'one\rtwo'], '"one\ntwo","one\r\ntwo","one\rtwo"\n'],
  [[' a ', '=1+1', "it's", 'a\tb'], " a ,=1+1,it's,a\tb\n"],
  [['👩‍🏫 nữ công chức', '__proto__'], '👩‍🏫 nữ công chức,__proto__\n'],
];
it.each(cases)('%j become %j, as RFC 4180 says but for LF', (fields, line) => {
  expect(csvLineWriter(',')(fields)).toBe(line);
});

it('each call gives one whole record, whatever came before it', () => {
  const write = csvLineWriter(';');
  const long = 'x'.repeat(3_000_000);
  for (let round = 0; round < 3; round++) {
    expect(write(['a;b', 'c'])).toBe('"a;b";c\n');
    expect(write([long, '"']) === `${long};""""\n`).toBe(true);
    expect(write([''])).toBe('\n');
  }
});

it('the delimiter says what is quoted', () => {
  expect(csvLineWriter('\t')(['a,b', 'c\td'])).toBe('a,b\t"c\td"\n');
  expect(csvLineWriter('|')(['a,b', 'c|d'])).toBe('a,b|"c|d"\n');
});
