/** Specification of tables of newline-delimited JSON: which lines are read, which are bad, and what is written. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_FIELD, LONGEST_RECORD } from '../../../src/batch/table/limits.js';
import { type NdjsonTableOptions, ndjsonTable } from '../../../src/batch/table/ndjson-table.js';
import type { Classification } from '../../../src/classify/classification.js';
import { all } from '../../helpers/streams.js';
import { hostileParts, parts, pieces } from './pieces.js';

const NOTHING: Classification = { language: 'und', tags: [], abstained: 'empty', truncated: false };
const TAGGED: Classification = {
  language: 'en',
  tags: [
    {
      topic: 'training',
      score: 0.98765,
      evidence: [
        { start: 0, end: 3 },
        { start: 5, end: 8 },
      ],
    },
    { topic: 'salary-reform', score: 0.5, evidence: [{ start: 5, end: 8 }] },
  ],
  truncated: false,
};

async function read(text: string, options?: NdjsonTableOptions & { readonly size?: number }) {
  return all(ndjsonTable(pieces(text, options?.size), options).items);
}

/** Every line of the output, each tagged alike. */
async function written(text: string, classification: Classification): Promise<string> {
  const table = ndjsonTable(pieces(text));
  const rows = (await all(table.items)).filter((item) => item.kind === 'row');
  return rows.map((row) => table.format(row, classification)).join('');
}

it('a row has its line and its text; blank lines, CRLF and a byte order mark are nothing', async () => {
  const text = '\ufeff{"text":"one\\ntwo"}\r\n\r\n \n{"id":1,"text":""}';
  for (const size of [1, 100]) {
    expect(await read(text, { size })).toEqual([
      { kind: 'row', line: 1, text: 'one\ntwo', fields: ['{"text":"one\\ntwo"}'] },
      { kind: 'row', line: 4, text: '', fields: ['{"id":1,"text":""}'] },
    ]);
  }
});

it('the text may lie at a dotted path', async () => {
  const text = '{"article":{"body":{"text":"a"}}}\n{"article.body.text":"b"}\n{"article":{"body":null}}\n';
  expect(await read(text, { textColumn: 'article.body.text' })).toMatchObject([
    { text: 'a' },
    { text: 'b' },
    { line: 3, reason: 'The row should have a string in "article.body.text", but has nothing there.' },
  ]);
});

it('nothing stands before the first line, but a byte order mark where one is asked for', () => {
  expect(ndjsonTable(pieces('{}'))).toMatchObject({ head: '', byteOrderMark: false });
  expect(ndjsonTable(pieces('{}'), { byteOrderMark: true })).toMatchObject({ head: '', byteOrderMark: true });
});

it('a blank line is a bad row where every line is to have its answer', async () => {
  expect(await read('\n{"text":"a"}\n \t\n', { blankLines: true })).toMatchObject([
    { kind: 'bad', line: 1, reason: 'The row is blank.', raw: '' },
    { kind: 'row', line: 2 },
    { kind: 'bad', line: 3, reason: 'The row is blank.' },
  ]);
});

it('further members can be reserved', async () => {
  expect(await read('{"text":"a","error":1}\n', { reserved: ['error'] })).toMatchObject([
    { kind: 'bad', reason: expect.stringContaining('already has members that tagging adds: "error";') },
  ]);
  expect(await read('{"text":"a","error":1}\n')).toMatchObject([{ kind: 'row' }]);
});

it('a file may be empty', async () => {
  expect(await read('')).toEqual([]);
});

describe('one bad line costs no other', () => {
  const long = 'x'.repeat(LONGEST_FIELD + 1);
  const cases: [title: string, bad: string, reason: RegExp][] = [
    ['no JSON', 'text', /is not JSON: /],
    ['JSON cut off', '{"text":"a"', /is not JSON: /],
    ['two objects', '{"text":"a"} {"text":"b"}', /is not JSON: /],
    ['a string with a control character', '{"text":"\u0001"}', /is not JSON: /],
    ['NUL', '{"text":"a\0"}', /holds a NUL character/],
    ['an undecodable byte', '{"text":"caf\udce9"}', /first of them \\xE9/],
    ['an undecodable byte outside the text', '{"text":"a","b":"\udcff"}', /first of them \\xFF/],
    ['an array', '["a"]', /is JSON, but not an object\.$/],
    ['a string', '"a"', /is JSON, but not an object/],
    ['null', 'null', /is JSON, but not an object/],
    ['a text in another case', '{"Text":"a"}', /but has nothing there; did you mean "Text"\?\.$/],
    ['no text', '{"body":"a"}', /should have a string in "text", but has nothing there\.$/],
    ['a text that is null', '{"text":null}', /but has null there/],
    ['a text that is a number', '{"text":1}', /but has a number there/],
    ['a text that is an array', '{"text":["a"]}', /but has an array there/],
    ['a text that is an object', '{"text":{"text":"a"}}', /but has an object there/],
    ['a text that is true', '{"text":true}', /but has a boolean there/],
    ['a text over the limit', `{"text":"${long}"}`, /has a text of more than 1048576 characters/],
    ['a line over the limit', `{"text":"a","b":"${'x'.repeat(LONGEST_RECORD)}"}`, /is longer than 16777216 characters/],
    [
      'members that tagging adds',
      '{"text":"b","scores":1,"topics":[]}',
      /^The row already has members that tagging adds: "topics", "scores"; rename or drop them first, nothing is overwritten\.$/,
    ],
    [
      'such a member in a row without a text',
      '{"language":"vi"}',
      /already has members that tagging adds: "language";/,
    ],
    ['an inherited text', '{"constructor":1}', /but has nothing there/],
  ];
  it.each(cases)('%s', async (_, bad, reason) => {
    const items = await read(`{"text":"a"}\n${bad}\n{"text":"b"}\n`);
    expect(items).toMatchObject([
      { kind: 'row', line: 1 },
      { kind: 'bad', line: 2, reason: expect.stringMatching(reason) },
      { kind: 'row', line: 3 },
    ]);
    expect(items[1]).toMatchObject({ reason: expect.stringMatching(/^The row [^\n\r]+\.$/) });
  });

  it('is shown as it was, undecodable bytes spelled out', async () => {
    expect(await read('{"text": caf\udce9 }\r\n')).toMatchObject([{ raw: '{"text": caf\\xE9 }' }]);
  });
});

describe('a line of the output', () => {
  it('is the object with language, topics, scores and evidence at its end', async () => {
    expect(await written('{"id":7,"text":"one, two."}\n', TAGGED)).toBe(
      '{"id":7,"text":"one, two.","language":"en","topics":["training","salary-reform"],"scores":[0.988,0.5],"evidence":["one … two","two"]}\n',
    );
  });

  it('has the reason when there is no topic', async () => {
    expect(await written('{"text":""}', NOTHING)).toBe(
      '{"text":"","language":"und","topics":[],"scores":[],"abstained":"empty","evidence":[]}\n',
    );
  });

  it('keeps all that the object had as it was written', async () => {
    const json =
      '{ "id": 12345678901234567890, "text":"a", "text":"\\u0062", "__proto__": {"x":1}, "constructor":-0.0 }';
    expect(await written(`${json}\r\n`, NOTHING)).toBe(
      `${json.slice(0, -2)},"language":"und","topics":[],"scores":[],"abstained":"empty","evidence":[] }\n`,
    );
  });
});

it('what was read of a row is its line, for when the classifier fails on it', async () => {
  const table = ndjsonTable(pieces(' {"text": "a"}\r\n'));
  const rows = (await all(table.items)).filter((item) => item.kind === 'row');
  expect(rows.map((row) => table.raw(row))).toEqual(['{"text": "a"}']);
});

describe('properties', () => {
  const object = fc.dictionary(
    fc.string({ unit: 'binary' }).map((name) => `_${name}`),
    fc.jsonValue(),
  );

  it('every object comes back with its members, whatever they are and wherever pieces end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(object, fc.string({ unit: 'binary' }))), fc.nat(9), async (list, size) => {
        const objects = list.map(([rest, text]) => ({ ...rest, text }));
        const lines = objects.map((each) => JSON.stringify(each));
        const table = ndjsonTable(pieces(lines.join('\n'), size + 1));
        const rows = (await all(table.items)).filter((item) => item.kind === 'row');
        expect(rows.map(({ text }) => text)).toEqual(list.map(([, text]) => text));
        const added = { language: 'und', topics: [], scores: [], abstained: 'empty', evidence: [] };
        expect(rows.map((row) => JSON.parse(table.format(row, NOTHING)))).toEqual(
          lines.map((line) => ({ ...JSON.parse(line), ...added })),
        );
      }),
    );
  });

  it('no line makes the items fail, and they are the same wherever pieces end', async () => {
    await fc.assert(
      fc.asyncProperty(hostileParts, async (text) => {
        const items = await all(ndjsonTable(parts(text)).items);
        expect(await read(text.join(''))).toEqual(items);
        expect(await read(text.join(''), { size: 1 })).toEqual(items);
      }),
      { numRuns: 500 },
    );
  });
});
