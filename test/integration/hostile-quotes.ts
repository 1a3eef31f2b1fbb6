/** CSV files with hostile quotes, characters and lengths, and what must become of each by RFC 4180 and the rules in `CsvScanner`. */
import { csv, type HostileFile } from './hostile-file.js';

const AFTER_CLOSING = 'has a quoted field that goes on after its closing quote';
const unclosed = (line: number, detail = '') =>
  `has a field whose quote, opened in line ${line}, is not closed${detail}`;
const MEBIBYTE = 1024 ** 2;
const FORMULAS = ["=cmd|' /C calc'!A0", '+1+1', '-2+3', '@SUM(A1)'];

/** Quotes. */
const quotes: readonly HostileFile[] = [
  {
    title: 'an unclosed quote in the header',
    content: '"id,text\n1,a\n',
    refused: /The header \(line 1\) has a field whose quote, opened in line 1, is not closed/,
  },
  {
    title: 'an unclosed quote in the first row',
    content: csv('1,"a', '2,b', '3,c'),
    rows: [
      ['2', 'b'],
      ['3', 'c'],
    ],
    rejects: [[2, unclosed(2)]],
  },
  {
    title: 'an unclosed quote amid the file',
    content: csv('1,a', '"2,b', '3,c'),
    rows: [
      ['1', 'a'],
      ['3', 'c'],
    ],
    rejects: [[3, unclosed(3)]],
  },
  {
    title: 'an unclosed quote in the last row',
    content: 'id,text\n1,a\n2,"b',
    rows: [['1', 'a']],
    rejects: [[3, unclosed(3)]],
  },
  {
    title: 'an unclosed quote before a quoted row',
    content: csv('1,"a', '2,"b"', '3,c'),
    rows: [
      ['2', 'b'],
      ['3', 'c'],
    ],
    rejects: [[2, unclosed(2, ': behind the next quote, in line 3, it goes on')]],
  },
  {
    title: 'two unclosed quotes',
    content: csv('1,"a', '2,b', '3,"c', '4,d'),
    rows: [
      ['2', 'b'],
      ['4', 'd'],
    ],
    rejects: [
      [2, unclosed(2, ': behind the next quote, in line 4, it goes on')],
      [4, unclosed(4)],
    ],
  },
  {
    title: 'text behind a closing quote',
    content: csv('1,"a"b', '2,c'),
    rows: [['2', 'c']],
    rejects: [[2, AFTER_CLOSING]],
  },
  {
    title: 'quotes in quotes that are not doubled',
    content: csv('1,"say "yes""', '2,b'),
    rows: [['2', 'b']],
    rejects: [[2, AFTER_CLOSING]],
  },
  {
    title: 'quotes behind backslashes',
    content: csv('1,"say \\"yes\\""', '2,b'),
    rows: [['2', 'b']],
    rejects: [[2, AFTER_CLOSING]],
  },
  { title: 'three quotes', content: csv('1,"""', '2,b'), rows: [['2', 'b']], rejects: [[2, unclosed(2)]] },
  { title: 'four quotes, which are one', content: csv('1,""""'), rows: [['1', '"']] },
  { title: 'quotes around nothing', content: csv('1,""'), rows: [['1', '']] },
  { title: 'a quote amid a plain field', content: csv('1,5" disk'), rows: [['1', '5" disk']] },
  { title: 'spaces around a quoted field', content: csv('1, "a, b" '), rows: [['1', 'a, b']] },
  {
    title: 'single quotes, which quote nothing',
    content: csv("1,'a,b'"),
    rejects: [[2, 'has 3 fields where the header has 2']],
  },
  { title: 'curly quotes, which quote nothing', content: csv('1,“a”b'), rows: [['1', '“a”b']] },
];

/** Characters and lengths. */
const contents: readonly HostileFile[] = [
  {
    title: 'formulas, which stay as they are',
    content: csv(...FORMULAS.map((formula) => `1,${formula}`)),
    rows: FORMULAS.map((formula) => ['1', formula]),
  },
  {
    title: 'marks of direction',
    content: csv('1,\u202eabcd\u202c\u200f\u2067x\u2069'),
    rows: [['1', '\u202eabcd\u202c\u200f\u2067x\u2069']],
  },
  { title: 'emoji of several characters', content: csv('1,👩🏽‍🏫🏴‍☠️🇻🇳'), rows: [['1', '👩🏽‍🏫🏴‍☠️🇻🇳']] },
  {
    title: 'a letter with a thousand accents',
    content: csv(`1,e${'\u0301'.repeat(1000)}`),
    rows: [['1', `e${'\u0301'.repeat(1000)}`]],
  },
  {
    title: 'decomposed Vietnamese, which stays so',
    content: csv('1,tie\u0302\u0301ng Vie\u0323\u0302t'),
    rows: [['1', 'tie\u0302\u0301ng Vie\u0323\u0302t']],
  },
  {
    title: 'a text of nothing visible',
    content: csv('1,\u200b\u200d\u2060\ufeff'),
    rows: [['1', '\u200b\u200d\u2060\ufeff']],
  },
  { title: 'signs for a terminal', content: csv('1,\u001b[2J\u0007abcd'), rows: [['1', '\u001b[2J\u0007abcd']] },
  {
    title: 'NUL amid a row',
    content: csv('1,a\0b', '2,c'),
    rows: [['2', 'c']],
    rejects: [[2, 'holds a NUL character, which text has not']],
  },
  { title: 'NULs alone', content: '\0'.repeat(40), refused: /The header \(line 1\) holds a NUL character/ },
  { title: 'a field of 1 MiB', content: csv(`1,${'x'.repeat(MEBIBYTE)}`), rows: [['1', 'x'.repeat(MEBIBYTE)]] },
  {
    title: 'a field of 2 MiB',
    content: csv(`1,${'x'.repeat(2 * MEBIBYTE)}`, '2,b'),
    rows: [['2', 'b']],
    rejects: [[2, 'has a field of more than 1048576 characters']],
  },
  {
    title: 'a quoted field of 2 MiB',
    content: csv(`1,"${'x'.repeat(2 * MEBIBYTE)}"`, '2,b'),
    rows: [['2', 'b']],
    rejects: [[2, unclosed(2, ' within 1048576 characters')]],
  },
  {
    title: 'a line of 18 MiB',
    content: csv('x,'.repeat(9 * MEBIBYTE), '2,b'),
    rows: [['2', 'b']],
    rejects: [[2, 'is longer than 16777216 characters']],
  },
];

export const HOSTILE_QUOTES: readonly HostileFile[] = [...quotes, ...contents];
