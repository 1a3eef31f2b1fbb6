/** Specification of finding the delimiter. */
import { describe, expect, it } from 'vitest';
import { type Delimiter, sniffDelimiter } from '../../../src/batch/table/delimiter.js';

const cases: [title: string, sample: string, delimiter: Delimiter][] = [
  ['commas', 'id,text\n1,a\n2,b\n', ','],
  ['semicolons', 'id;text\n1;a\n2;b\n', ';'],
  ['tabs', 'id\ttext\n1\ta\n2\tb\n', '\t'],
  ['pipes', 'id|text\n1|a\n2|b\n', '|'],
  ['semicolons among prose with commas', 'id;text\n1;Pay, leave, rest\n2;Courses, too\n3;a, b, c, d\n', ';'],
  ['semicolons among decimal commas in every row', '1,5;2,5;3,5\n4,5;5,5;6,5\n', ';'],
  ['commas where topics are joined with pipes', 'text,topics\na,x|y\nb,x|z\nc,x|y\n', ','],
  ['tabs where texts have all the others', 'id\ttext\n1\ta,b;c|d\n2\ta,b;c|d\n', '\t'],
  ['delimiters in quotes do not count', 'id,text\n1,"a;b;c\n;"\n2,";"\n', ','],
  ['quoted line ends', 'text;id\n"a,\nb,\nc";1\n"d,\n,";2\n', ';'],
  ['quotes around everything', '"id";"text, long"\r\n"1";"a, ""b"""\r\n"2";"c"\r\n', ';'],
  ['a byte order mark', '\ufeff"id";"text"\n1;a\n', ';'],
  ['some ragged rows', 'id;text\n1;a;b\n2;c, d\n3;e, f\n4\n5;g\n', ';'],
  ['a row with broken quotes', 'id;text\n1;"a" b\n2;c\n3;"d\n4;e\n5;f\n', ';'],
  ['a header only', 'id;text', ';'],
  ['a header only, with its line end', 'id\ttext\r\n', '\t'],
  ['blank lines first', '\n\n  \nid;text\n\n1;a\n', ';'],
  ['a sample that ends amid a row', 'id;text\n1;a\n2;b\n3;c, d, "e', ';'],
  ['a sample that ends amid quotes', `id;text\n1;a\n2;"${'word, '.repeat(500)}`, ';'],
  ['line ends of CR', 'id;text\r1;a\r2;b', ';'],
  ['a first line that names it, whatever the others look like', 'sep=;\nid,a,text\n1,a,b\n', ';'],
  ['a first line that names the tab', 'sep=\t\r\ntext\r\na\r\n', '\t'],
];
it.each(cases)('%s', (_, sample, delimiter) => {
  expect(sniffDelimiter(sample)).toBe(delimiter);
  expect(sniffDelimiter(sample, '|')).toBe(delimiter);
});

describe('without evidence the hint is taken, which is a comma by default', () => {
  const open: [title: string, sample: string][] = [
    ['an empty file', ''],
    ['blank lines', '\n \n'],
    ['one column', 'text\na\nb\n'],
    ['one column of prose', 'text\nPay, leave; rest\nCourses, too\n'],
    ['prose without a header', 'Pay, leave, rest.\nWe met; then we left.\nCourses, too.\nNone.\n'],
    ['one column in quotes', '"text"\n"a, b"\n"c; d"\n'],
  ];
  it.each(open)('%s', (_, sample) => {
    expect(sniffDelimiter(sample)).toBe(',');
    expect(sniffDelimiter(sample, '\t')).toBe('\t');
  });
});
