/** Hostile bytes, and what must become of each by chapter 3.9 of the Unicode standard: one bad byte costs one row. */
import { csv, type HostileFile } from './hostile-file.js';

/** UTF-8, in which `\xNN` is the byte NN. */
function bytes(text: string): Buffer {
  const parts = text.split(/\\x([0-9A-F]{2})/);
  return Buffer.concat(parts.map((part, i) => (i % 2 === 0 ? Buffer.from(part) : Buffer.from(part, 'hex'))));
}

const unfit = (first: string) =>
  `holds bytes that are no text in the encoding of the file, the first of them \\x${first}`;
const UTF8 = ['--encoding', 'utf-8'];
const le = (text: string) => Buffer.from(text, 'utf16le');
const be = (text: string) => Buffer.from(text, 'utf16le').swap16();

/** Of UTF-8, each in a row of its own between two good ones. */
const BAD_SEQUENCES: readonly (readonly [title: string, written: string, first: string])[] = [
  ['a byte that begins nothing', '\\xFF', 'FF'],
  ['a byte that only goes on', '\\x80', '80'],
  ['a letter that is cut short', '\\xE1\\xBB', 'E1'],
  ['an overlong slash', '\\xC0\\xAF', 'C0'],
  ['an overlong NUL', '\\xE0\\x80\\x80', 'E0'],
  ['half a surrogate pair', '\\xED\\xA0\\x80', 'ED'],
  ['an emoji as two surrogates', '\\xED\\xA0\\xBD\\xED\\xB8\\x80', 'ED'],
  ['a number beyond Unicode', '\\xF4\\x90\\x80\\x80', 'F4'],
];

const sequences = BAD_SEQUENCES.map(
  ([title, written, first]): HostileFile => ({
    title: `${title}, in UTF-8`,
    content: bytes(csv('1,abcd', `2,a${written}b`, '3,efgh')),
    args: UTF8,
    rows: [
      ['1', 'abcd'],
      ['3', 'efgh'],
    ],
    rejects: [[3, unfit(first)]],
  }),
);

/** Six letters beyond ASCII show that the file is UTF-8, whatever the one bad byte. */
const GOOD = '1,tiếng Việt đường phố';

const places = (
  [
    ['at the beginning of a row', '\\xE92,b'],
    ['at the end of a row', '2,b\\xE9'],
    ['in quotes', '2,"b\\xE9"'],
    ['behind a line end in quotes', '2,"\n\\xE9"'],
  ] as const
).map(
  ([title, row]): HostileFile => ({
    title: `a bad byte ${title} of a file that looks like UTF-8`,
    content: bytes(csv(GOOD, row, '3,c')),
    rows: [GOOD.split(','), ['3', 'c']],
    rejects: [[3, unfit('E9')]],
  }),
);

export const HOSTILE_ENCODINGS: readonly HostileFile[] = [
  ...sequences,
  ...places,
  {
    title: 'a letter that the end of the file cuts short',
    content: bytes(`${csv(GOOD)}2,b\\xE1\\xBB`),
    rows: [GOOD.split(',')],
    rejects: [[3, unfit('E1')]],
  },
  {
    title: 'a bad byte in the header',
    content: bytes('id,t\\xFFext\n1,a\n'),
    args: UTF8,
    refused: /The header \(line 1\) holds bytes .* first of them \\xFF/,
  },
  {
    title: 'one letter that may be of any encoding',
    content: bytes('id,text\n1,caf\\xE9 noir\n'),
    refused: /Cannot tell the encoding of the file: too few words .*--encoding/,
  },
  {
    title: 'UTF-8 in one row and another encoding in the next',
    content: bytes(csv(`1,${'é'.repeat(12)}`, `2,${'\\xE9 '.repeat(6)}`)),
    refused: /Cannot tell the encoding of the file: some of it is UTF-8 and some is not/,
  },
  {
    title: 'a program that is called CSV',
    content: Buffer.from(Array.from({ length: 600 }, (_, i) => [0x7f, 0x45, 0x01, 0xc3, 0x02, 0x28][i % 6] as number)),
    refused: /Expected text, but \d+ of 100 bytes are control characters/,
  },
  { title: 'the byte order mark of UTF-16 alone', content: le('\ufeff'), refused: /got an empty file/ },
  { title: 'UTF-16 without a byte order mark', content: be(csv('1,abcd')), rows: [['1', 'abcd']] },
  {
    title: 'UTF-16 with a byte too many',
    content: Buffer.concat([le(`\ufeff${csv('1,abcd')}`), Buffer.from('A')]),
    rows: [['1', 'abcd']],
    rejects: [[3, unfit('41')]],
  },
  {
    title: 'UTF-16 with half a surrogate pair',
    content: le(`\ufeff${csv('1,abcd', '2,\ud800x', '3,efgh')}`),
    rows: [
      ['1', 'abcd'],
      ['3', 'efgh'],
    ],
    rejects: [[3, unfit('00')]],
  },
  {
    title: 'UTF-16 that ends amid a surrogate pair',
    content: be(`\ufeff${csv('1,abcd')}2,x\ud83d`),
    rows: [['1', 'abcd']],
    rejects: [[3, unfit('D8')]],
  },
  {
    title: 'UTF-32, which looks like UTF-16 with NULs',
    content: le(`\ufeff\0${[...csv('1,abcd')].map((letter) => `${letter}\0`).join('')}`),
    refused: /The header \(line 1\) holds a NUL character/,
  },
  {
    title: 'UTF-16 that is said to be UTF-8',
    content: le(csv('1,abcd')),
    args: UTF8,
    refused: /The header \(line 1\) holds a NUL character/,
  },
];
