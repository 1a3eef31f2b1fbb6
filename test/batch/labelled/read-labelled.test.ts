/** Specification of reading texts with the topics that people gave them. */
import { describe, expect, it } from 'vitest';
import type { LabelledColumns } from '../../../src/batch/labelled/labelled-row.js';
import { type ReadLabelledOptions, readLabelled } from '../../../src/batch/labelled/read-labelled.js';
import { all, chunks } from '../../helpers/streams.js';
import { encode } from '../encoding/encode.js';
import { VIETNAMESE } from '../encoding/texts.js';

const COLUMNS = { text: 'text', topics: 'topics' };

function read(
  content: string | Uint8Array,
  columns: LabelledColumns = COLUMNS,
  { name = 'a.csv', ...options }: ReadLabelledOptions & { name?: string } = {},
) {
  return all(readLabelled(name, columns, { ...options, bytes: chunks(content, 7) }));
}
const readNdjson = (content: string | Uint8Array, columns?: LabelledColumns) =>
  read(content, columns, { name: 'a.ndjson' });
const failure = (code: string, message: string | RegExp) =>
  expect.objectContaining({ code, message: expect.stringMatching(message) });

describe('CSV', () => {
  it('has topics in one column, joined with |, blank for none', async () => {
    const csv = 'topics,id,text\ntraining|salary-reform,1,"one, two"\n,2,three\n" training | ",3,four\n';
    expect(await read(csv)).toEqual([
      { text: 'one, two', topics: ['training', 'salary-reform'] },
      { text: 'three', topics: [] },
      { text: 'four', topics: ['training'] },
    ]);
  });

  it('gives the group when a column is named for it, and none where it is blank', async () => {
    const csv = 'body,tags,lang\none,training,vi\ntwo,,\n';
    expect(await read(csv, { text: 'body', topics: 'tags', group: 'lang' })).toEqual([
      { text: 'one', topics: ['training'], group: 'vi' },
      { text: 'two', topics: [] },
    ]);
  });

  it('needs no topics when none are asked for', async () => {
    expect(await read('text\none\n', { text: 'text' })).toEqual([{ text: 'one', topics: [] }]);
  });

  it('says true, false or nothing of what is held out, in either case', async () => {
    const csv = (...cells: readonly string[]) => `text,topics,held\n${cells.map((cell) => `a,,${cell}\n`).join('')}`;
    const columns = { ...COLUMNS, heldOut: 'held' };
    expect((await read(csv('TRUE', 'false', ' true ', ''), columns)).map(({ heldOut }) => heldOut)).toEqual([
      true,
      undefined,
      true,
      undefined,
    ]);
    await expect(read(csv('', 'yes'), columns)).rejects.toEqual(
      failure(
        'INPUT_INVALID',
        /^a\.csv: Row 2 \(line 3\) should have true, false or nothing in "held", got "yes"\. Correct that row\.$/,
      ),
    );
  });

  it.each([
    ['text', '--text-column'],
    ['topics', '--topics-column'],
    ['group', '--group-by'],
    ['heldOut', '--held-out-column'],
  ] as const)('must have the %s column that is named', async (column, option) => {
    await expect(read('text,topics\na,\n', { ...COLUMNS, [column]: 'missing' })).rejects.toEqual(
      failure(
        'COLUMN_NOT_FOUND',
        `^a\\.csv: Expected a column "missing", got "text", "topics"\\. Name the column to be read with ${option}\\.$`,
      ),
    );
  });

  const bad: [title: string, csv: string | Uint8Array, message: RegExp][] = [
    [
      'a field too many',
      '1,a\n"x\ny",2\n1,2,3\n',
      /^a\.csv: Row 3 \(line 5\) has 3 fields where the header has 2\. Put/,
    ],
    ['a field too few', '1,a\n\n1\n', /^a\.csv: Row 2 \(line 4\) has 1 field where the header has 2/],
    ['a quote never closed', '1,a\n1,"x\n\nand on\n', /Row 2 \(line 3\) .*opened in line 3, is not closed/],
    ['more behind a closing quote', '1,a\n1,"x"y\n1,2\n', /Row 2 \(line 3\) .*after its closing quote/],
  ];
  it.each(bad)('stops at %s, with its row and line', async (_, rows, message) => {
    await expect(read(`topics,text\n${rows}`)).rejects.toEqual(failure('INPUT_INVALID', message));
  });

  it('gives the good rows before a bad one', async () => {
    const seen: string[] = [];
    const rows = readLabelled('a.csv', COLUMNS, { bytes: chunks('text,topics\na,\nb,\nc\n') });
    await expect(
      (async () => {
        for await (const { text } of rows) seen.push(text);
      })(),
    ).rejects.toThrow(/Row 3 \(line 4\)/);
    expect(seen).toEqual(['a', 'b']);
  });
});

describe('newline-delimited JSON', () => {
  it('has one object a line; blank lines and a byte order mark are nothing', async () => {
    const lines = '\ufeff{"text":"one\\ntwo","topics":["training"],"theme":"x"}\r\n\n{"topics":[],"text":"\u2028"}';
    expect(await readNdjson(lines)).toEqual([
      { text: 'one\ntwo', topics: ['training'] },
      { text: '\u2028', topics: [] },
    ]);
  });

  it('may have its fields at dotted paths', async () => {
    const line = '{"body":{"text":"a"},"tags":{"topics":["training"]},"tags.year":1}';
    const columns = { text: 'body.text', topics: 'tags.topics', group: 'tags.year', heldOut: 'body.held' };
    expect(await readNdjson(line, columns)).toEqual([{ text: 'a', topics: ['training'], group: '1' }]);
  });

  it('gives groups as strings, none for null', async () => {
    const lines = ['"vi"', '2024', 'true', 'null', '""'].map((year) => `{"text":"a","topics":[],"year":${year}}\n`);
    const rows = await readNdjson(lines.join(''), { ...COLUMNS, group: 'year' });
    expect(rows.map((row) => row.group)).toEqual(['vi', '2024', 'true', undefined, undefined]);
  });

  const cases: [title: string, line: string, message: RegExp][] = [
    ['broken JSON', '{"text":"a"', /is not JSON: .*Write one object a line/],
    ['an array', '[{"text":"a"}]', /not an object/],
    [
      'a missing text',
      '{"body":"a","topics":[]}',
      /a string in "text", got fields body, topics\. Name the field with --text-column\.$/,
    ],
    ['a text in another case', '{"Text":"a","topics":[]}', /got fields Text, topics\. Did you mean "Text"\? Name/],
    [
      'a text that is none',
      '{"text":1,"topics":[]}',
      /a string in "text", got 1\. Correct it, or name another with --text/,
    ],
    ['topics in a string', '{"text":"a","topics":"training"}', /an array of topic ids in "topics", got "training"/],
    ['topics that are no strings', '{"text":"a","topics":[1]}', /an array of topic ids/],
    ['an inherited field', '{"text":"a","constructor":[]}', /in "topics"/],
  ];
  it.each(cases)('stops at %s, with its row and line', async (_, line, message) => {
    const lines = `{"text":"a","topics":[]}\n\n${line}`;
    await expect(readNdjson(lines)).rejects.toEqual(failure('INPUT_INVALID', message));
    await expect(readNdjson(lines)).rejects.toThrow(/^a\.ndjson: Row 2 \(line 3\) /);
  });
});

describe('a file is read as tag reads it', () => {
  const csv = `id;topics;Nội dung\n${VIETNAMESE.map((text, i) => `${i};training;"${text}"\n`).join('')}`;
  const columns = { text: 'Nội dung', topics: 'topics' };

  it.each(['utf-8', 'utf-16le', 'tcvn3'] as const)('with its delimiter, in %s', async (encoding) => {
    const notices: string[] = [];
    const rows = await read(encode(csv, encoding), columns, { onNotice: (message) => notices.push(message) });
    expect(rows.map(({ topics }) => topics)).toEqual(VIETNAMESE.map(() => ['training']));
    expect(rows[0]?.text).toBe(VIETNAMESE[0]?.normalize('NFC'));
    expect(notices).toEqual([
      expect.stringMatching(
        encoding === 'utf-8'
          ? /^a\.csv: Detected: delimiter semicolon\.$/
          : new RegExp(`^a\\.csv: Detected: encoding ${encoding}, delimiter semicolon\\.`),
      ),
    ]);
  });

  it('or as the user says, without a word', async () => {
    const notices: string[] = [];
    const rows = await read(Buffer.from('text;topics\ncaf\xe9;\n', 'latin1'), COLUMNS, {
      encoding: 'iso-8859-1',
      delimiter: ';',
      onNotice: (message) => notices.push(message),
    });
    expect({ rows, notices }).toEqual({ rows: [{ text: 'café', topics: [] }], notices: [] });
  });

  it('and stops at a row with bytes that are no text', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`text,topics\n${'một tiếng, \n'.repeat(20)}`),
      Buffer.from('\xe9,\n', 'latin1'),
    ]);
    await expect(read(bytes)).rejects.toThrow(/Row 21 \(line 22\) holds bytes that are no text in the encoding/);
  });

  it('and a file that is no table is refused by its name', async () => {
    await expect(read('PK\x03\x04', COLUMNS, { name: 'a.xlsx' })).rejects.toThrow(/^a\.xlsx: Expected CSV .*\.xlsx/);
    await expect(read('[{"text":"a"}]', COLUMNS, { name: 'a.json' })).rejects.toThrow(/^a\.json: .*got a JSON array/);
  });

  it('whose failures are named', async () => {
    await expect(all(readLabelled('/no/such.csv', COLUMNS))).rejects.toEqual(
      failure('INPUT_UNREADABLE', /^Cannot read \/no\/such\.csv: there is no such file\.$/),
    );
  });
});

describe('what tag wrote', () => {
  const tagged = 'text,language,topics,scores,abstained,evidence\na,en,training,0.900,,a\n';
  const line = '{"text":"a","language":"en","topics":["training"],"scores":[0.9],"evidence":["a"]}\n';
  const row = { text: 'a', topics: ['training'] };

  it('is refused when people’s topics are asked for', async () => {
    const message =
      /^a\.\w+: Expected topics that people gave, got the columns that civic-topics tag writes \(.*\).*--topics-column topics\.$/;
    const columns = { ...COLUMNS, refuseTagged: true };
    await expect(read(tagged, columns)).rejects.toEqual(failure('INPUT_INVALID', message));
    await expect(readNdjson(line, columns)).rejects.toEqual(failure('INPUT_INVALID', message));
  });

  it('is read otherwise', async () => {
    expect(await read(tagged)).toEqual([row]);
    expect(await readNdjson(line)).toEqual([row]);
  });

  it('is known by all of its columns', async () => {
    expect(await read('text,language,topics\na,en,training\n', { ...COLUMNS, refuseTagged: true })).toEqual([row]);
  });
});
