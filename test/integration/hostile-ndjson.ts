/** Hostile newline-delimited JSON, and what must become of each by RFC 8259. */
import type { HostileFile } from './hostile-file.js';

const NOT_JSON = /^is not JSON: /;
const NO_OBJECT = 'is JSON, but not an object';
const holds = (kind: string) => `should have a string in "text", but has ${kind} there`;
const MEBIBYTE = 1024 ** 2;
const GOOD = '{"text":"abcd"}';
const LAST = '{"text":"efgh"}';
const DEEP = 10_000;

/** A line that is kept as it is. */
const kept = (title: string, line: string, text: string, args: readonly string[] = []): HostileFile => ({
  title,
  content: `${line}\n`,
  args,
  rows: [line],
  texts: [text],
});

/** A line between two good ones that is bad. */
const bad = (title: string, line: string, problem: string | RegExp): HostileFile => ({
  title,
  content: `${GOOD}\n${line}\n${LAST}\n`,
  rows: [GOOD, LAST],
  texts: ['abcd', 'efgh'],
  rejects: [[2, problem]],
});

const FILES: readonly HostileFile[] = [
  { title: 'an empty file', content: '' },
  { title: 'a byte order mark alone', content: '\ufeff' },
  { title: 'a byte order mark', content: `\ufeff${GOOD}\n`, rows: [GOOD], texts: ['abcd'] },
  {
    title: 'a byte order mark amid the file',
    content: `${GOOD}\n\ufeff${LAST}`,
    rows: [GOOD, LAST],
    texts: ['abcd', 'efgh'],
  },
  {
    title: 'CRLF and blank lines',
    content: `\r\n${GOOD}\r\n\r\n \t\r\n{}\r\n`,
    rows: [GOOD],
    texts: ['abcd'],
    rejects: [[5, holds('nothing')]],
  },
  { title: 'carriage returns alone, which end no line', content: `${GOOD}\r${GOOD}\r`, rejects: [[1, NOT_JSON]] },
  { title: 'UTF-16', content: Buffer.from(`\ufeff${GOOD}\n`, 'utf16le'), rows: [GOOD], texts: ['abcd'] },
  {
    title: 'an object over several lines',
    content: '{\n"text": "abcd"\n}\n',
    rejects: [
      [1, NOT_JSON],
      [2, NOT_JSON],
      [3, NOT_JSON],
    ],
  },
  {
    title: 'CSV that is called NDJSON',
    content: 'id,text\n1,a\n',
    rejects: [
      [1, NOT_JSON],
      [2, NOT_JSON],
    ],
  },
  {
    title: 'a member that tagging adds',
    content: `{"text":"abcd","topics":[]}\n${GOOD}\n`,
    rows: [GOOD],
    texts: ['abcd'],
    rejects: [
      [1, 'already has members that tagging adds: "topics"; rename or drop them first, nothing is overwritten'],
    ],
  },
  {
    title: 'a bad byte',
    content: Buffer.concat([Buffer.from('{"text":"a'), Buffer.from([0xff]), Buffer.from(`"}\n${GOOD}\n`)]),
    args: ['--encoding', 'utf-8'],
    rows: [GOOD],
    texts: ['abcd'],
    rejects: [[1, 'holds bytes that are no text in the encoding of the file, the first of them \\xFF']],
  },

  kept('__proto__ beside the text', '{"__proto__":{"text":"x","polluted":1},"text":"abcd"}', 'abcd'),
  kept('constructor and toString as members', '{"constructor":1,"toString":null,"text":"abcd"}', 'abcd'),
  kept('a text in __proto__, as the user says', '{"__proto__":{"text":"abcd"}}', 'abcd', [
    '--text-column',
    '__proto__.text',
  ]),
  kept('a name with a dot, before the path', '{"a":{"text":"x"},"a.text":"abcd"}', 'abcd', ['--text-column', 'a.text']),
  kept('names that come twice, of which the last counts', '{"text":"x","text":"abcd"}', 'abcd'),
  kept('an empty name', '{"":"x","text":"abcd"}', 'abcd'),
  kept('numbers beyond all bounds', '{"n":12345678901234567890.10,"m":1e400,"z":-0,"text":"abcd"}', 'abcd'),
  kept('ten thousand arrays in one another', `{"a":${'['.repeat(DEEP)}${']'.repeat(DEEP)},"text":"abcd"}`, 'abcd'),
  kept('half a surrogate pair, escaped', '{"text":"\\ud800 abcd"}', '\ud800 abcd'),
  kept('NUL, escaped', '{"text":"ab\\u0000cd"}', 'ab\0cd'),
  kept('line ends of Unicode in a string', '{"text":"ab\u2028\u2029cd"}', 'ab\u2028\u2029cd'),
  kept('white space all over', '{ "text"\t:  "abcd"}', 'abcd'),
  kept('a text of 1 MiB', `{"text":"${'x'.repeat(MEBIBYTE)}"}`, 'x'.repeat(MEBIBYTE)),

  bad('a text in __proto__ alone', '{"__proto__":{"text":"abcd"}}', holds('nothing')),
  bad('a comma too many', '{"text":"abcd",}', NOT_JSON),
  bad('two objects in a line', `${GOOD}${GOOD}`, NOT_JSON),
  bad('a comma behind the object', `${GOOD},`, NOT_JSON),
  bad('an object that is cut short', '{"text":"abc', NOT_JSON),
  bad('NaN', '{"text":"abcd","n":NaN}', NOT_JSON),
  bad('single quotes', "{'text':'abcd'}", NOT_JSON),
  bad('a comment', '{"text":"abcd"} // yes', NOT_JSON),
  bad('a tab in a string', '{"text":"a\tb"}', NOT_JSON),
  bad('half an escape', '{"text":"\\u12"}', NOT_JSON),
  bad('an array', '["abcd"]', NO_OBJECT),
  bad('a string', '"abcd"', NO_OBJECT),
  bad('null', 'null', NO_OBJECT),
  bad('no member', '{}', holds('nothing')),
  bad('null for a text', '{"text":null}', holds('null')),
  bad('a number for a text', '{"text":12}', holds('a number')),
  bad('an array for a text', '{"text":["abcd"]}', holds('an array')),
  bad('an object for a text', '{"text":{"text":"abcd"}}', holds('an object')),
  bad('NUL', '{"text":"a\0b"}', 'holds a NUL character, which text has not'),
  bad('a text of 2 MiB', `{"text":"${'x'.repeat(2 * MEBIBYTE)}"}`, 'has a text of more than 1048576 characters'),
  bad('a line of 17 MiB', `{"text":"abcd","x":"${'x'.repeat(17 * MEBIBYTE)}"}`, 'is longer than 16777216 characters'),
];

export const HOSTILE_NDJSON: readonly HostileFile[] = FILES.map((file) => ({ ...file, name: 'in.ndjson' }));
