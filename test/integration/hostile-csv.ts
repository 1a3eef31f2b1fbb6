/** Hostile CSV files, their headers, widths and line ends, and what must become of each by RFC 4180 and the rules of `openCsvTable`. */
import { csv, type HostileFile } from './hostile-file.js';

const fields = (got: string, width = 2) => `has ${got} where the header has ${width}`;
const WIDE = 100_000;

/** Files that are all but empty, and headers. */
const headers: readonly HostileFile[] = [
  { title: 'an empty file', content: '', refused: /Expected CSV with a header line, got an empty file/ },
  { title: 'blank lines alone', content: '\n \r\n\t\n', refused: /got an empty file/ },
  { title: 'a byte order mark alone', content: '\ufeff', refused: /got an empty file/ },
  { title: 'a header alone', content: 'id,text\n' },
  { title: 'a header alone, without a line end', content: 'id,text' },
  { title: 'a byte order mark before the header', content: `\ufeff${csv('1,abcd')}`, rows: [['1', 'abcd']] },
  { title: 'one column with a blank line', content: 'text\nabcd\n\nefgh', rows: [['abcd'], [''], ['efgh']] },
  { title: 'no text column', content: 'id,body\n1,abcd\n', refused: /a column "text", got "id", "body"/ },
  {
    title: 'a text column in capitals',
    content: 'id,TEXT\n1,abcd\n',
    refused: /got "id", "TEXT"\. Did you mean "TEXT"\? Name the column to be read with --text-column\./,
  },
  { title: 'a text column behind a space', content: 'id, text\n1,abcd\n', rows: [['1', 'abcd']] },
  { title: 'two text columns', content: 'text,text\na,b\n', refused: /Expected one column "text", got several/ },
  { title: 'a column that tagging adds', content: 'text,topics\na,b\n', refused: /already has columns.*"topics"/ },
  { title: 'other columns of one name', content: 'id,id,text\n1,2,abcd\n', rows: [['1', '2', 'abcd']] },
  {
    title: 'columns without a name',
    content: ',text,\n1,abcd,\n',
    rows: [['1', 'abcd', '']],
    texts: ['abcd'],
  },
  { title: 'columns named as what objects have', content: '__proto__,text\n1,abcd\n', rows: [['1', 'abcd']] },
  {
    title: 'a row where the header should be',
    content: '1,abcd\n2,efgh\n',
    refused: /a column "text", got "1", "abcd"/,
  },
  {
    title: 'a row where the header should be, as the user says',
    content: '1,abcd\n2,efgh\n',
    args: ['--no-header', '--text-column', '2'],
    rows: [
      ['1', 'abcd'],
      ['2', 'efgh'],
    ],
  },
  { title: 'the header once more amid the file', content: csv('id,text'), rows: [['id', 'text']] },
  {
    title: "a first line for Excel's eyes",
    content: 'sep=;\nid;text\n1;abcd\n',
    delimiter: ';',
    rows: [['1', 'abcd']],
  },
  { title: 'a header of two lines', content: '"i\nd",text\n1\n', rejects: [[3, fields('1 field')]] },
  {
    title: '100,000 columns, none of them the text, of which 50 are named',
    content: `x${',y'.repeat(WIDE - 1)}\n`,
    refused:
      /^civic-topics: Expected a column "text", got "x"(, "y"){49} and 99950 more\. Name the column to be read with --text-column\.$/m,
  },
  {
    title: 'a header that is a text, of which 100 characters are shown',
    content: `${'x'.repeat(5000)}\nabcd\n`,
    refused: /got "x{100}…"\. Name the column/,
  },
  { title: 'NDJSON that is called CSV', content: '{"text":"abcd"}\n', refused: /got newline-delimited JSON/ },
];

/** Rows that do not fit the header. */
const ragged: readonly HostileFile[] = [
  { title: 'a field too few', content: csv('1', '2,b'), rows: [['2', 'b']], rejects: [[2, fields('1 field')]] },
  { title: 'a field too many', content: csv('1,a,x', '2,b'), rows: [['2', 'b']], rejects: [[2, fields('3 fields')]] },
  {
    title: 'fields too few and too many by turns',
    content: csv('1', '2,b', '3,c,d', '4,e'),
    rows: [
      ['2', 'b'],
      ['4', 'e'],
    ],
    rejects: [
      [2, fields('1 field')],
      [4, fields('3 fields')],
    ],
  },
  {
    title: 'a delimiter at the end of every row',
    content: csv('1,a,', '2,b,'),
    rejects: [
      [2, fields('3 fields')],
      [3, fields('3 fields')],
    ],
  },
  {
    title: 'blank lines all over',
    content: `${csv('', '1,a', '   ', '\t', '2')}\n\n`,
    rows: [['1', 'a']],
    rejects: [[6, fields('1 field')]],
  },
  { title: 'a row of delimiters alone', content: csv(','), rows: [['', '']] },
  {
    title: 'the end-of-file character of DOS',
    content: csv('1,abcd', '\u001a'),
    rows: [['1', 'abcd']],
    rejects: [[3, fields('1 field')]],
  },
  {
    title: 'a tab in a file with commas',
    content: csv('1,a\tb', '2,c'),
    rows: [
      ['1', 'a\tb'],
      ['2', 'c'],
    ],
  },
  {
    title: 'commas in a file with semicolons',
    content: 'id;text\n1;a, b\n2;c, d, e\n',
    rows: [
      ['1', 'a, b'],
      ['2', 'c, d, e'],
    ],
    delimiter: ';',
  },
  {
    title: 'a wrong delimiter that is named',
    content: 'id;text\n1;a\n',
    args: ['--delimiter', ','],
    refused: /got "id;text"/,
  },
  {
    title: 'a file of 100,000 columns',
    content: `text${',x'.repeat(WIDE - 1)}\nabcd${',1'.repeat(WIDE - 1)}\nabcd\n`,
    rows: [['abcd', ...Array(WIDE - 1).fill('1')]],
    texts: ['abcd'],
    rejects: [[3, fields('1 field', WIDE)]],
  },
];

/** Line ends. */
const lineEnds: readonly HostileFile[] = [
  {
    title: 'carriage returns alone',
    content: 'id,text\r1,a\r2,b\r3\r',
    rows: [
      ['1', 'a'],
      ['2', 'b'],
    ],
    rejects: [[4, fields('1 field')]],
  },
  {
    title: 'all line ends in one file',
    content: 'id,text\r\n1,a\n2,b\r3,c\r\n4\r\n',
    rows: [
      ['1', 'a'],
      ['2', 'b'],
      ['3', 'c'],
    ],
    rejects: [[5, fields('1 field')]],
  },
  {
    title: 'line ends the wrong way round',
    content: 'id,text\n\r1,a\n\r2',
    rows: [['1', 'a']],
    rejects: [[5, fields('1 field')]],
  },
  {
    title: 'line ends of all kinds in quotes',
    content: csv('1,"a\r\nb\rc\nd"', '2'),
    rows: [['1', 'a\r\nb\rc\nd']],
    rejects: [[6, fields('1 field')]],
  },
  {
    title: 'line ends of Unicode, which end no row',
    content: csv('1,a\u2028b\u2029c\u0085d\u000be\u000cf'),
    rows: [['1', 'a\u2028b\u2029c\u0085d\u000be\u000cf']],
  },
];

export const HOSTILE_CSV: readonly HostileFile[] = [...headers, ...ragged, ...lineEnds];
