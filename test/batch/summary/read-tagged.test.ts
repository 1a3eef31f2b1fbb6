/** What `tag` wrote is read back, in each of its formats; a file that was not tagged is refused, a bad row passed over. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readTagged } from '../../../src/batch/summary/read-tagged.js';
import type { SummaryColumns } from '../../../src/batch/summary/tagged-text.js';
import { all } from '../../helpers/streams.js';
import { encode } from '../encoding/encode.js';
import { VIETNAMESE } from '../encoding/texts.js';

const folder = mkdtempSync(join(tmpdir(), 'tagged-'));
afterAll(() => rmSync(folder, { recursive: true }));

function read(name: string, content: string | Uint8Array, columns: Partial<SummaryColumns> = {}) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return all(readTagged(path, { text: 'text', ...columns }));
}

const HEAD = 'date,source,text,language,topics,scores,abstained,evidence\n';
const PAY = {
  kind: 'row',
  line: 2,
  text: 'Pay and training.',
  language: 'en',
  tags: [
    { topic: 'salary-reform', score: 0.9, evidence: 'Pay' },
    { topic: 'training', score: 0.75, evidence: 'training' },
  ],
  abstained: '',
  date: '25/04/2019',
  group: 'Wire',
};
const RAIN = {
  kind: 'row',
  line: 3,
  text: 'Rain.',
  language: 'en',
  tags: [],
  abstained: 'no-topic-near',
  date: '',
  group: '',
};
const COLUMNS = { date: 'date', group: 'source' };

const rows = (delimiter: string) =>
  [
    `25/04/2019,Wire,Pay and training.,en,salary-reform|training,0.900|0.750,,Pay|training`,
    `,,Rain.,en,,,no-topic-near,`,
  ]
    .map((line) => `${line.replaceAll(',', delimiter)}\n`)
    .join('');

describe('is read', () => {
  it.each([
    ['CSV', 'rows.csv', HEAD + rows(',')],
    ['CSV with a byte order mark', 'bom.csv', `\ufeff${HEAD}${rows(',')}`],
    ['CSV with semicolons', 'semicolons.csv', HEAD.replaceAll(',', ';') + rows(';')],
    ['TSV', 'rows.tsv', HEAD.replaceAll(',', '\t') + rows('\t')],
    [
      'newline-delimited JSON',
      'rows.ndjson',
      '\n{"date":"25/04/2019","source":"Wire","text":"Pay and training.","language":"en","topics":["salary-reform","training"],"scores":[0.9,0.75],"evidence":["Pay","training"]}\n' +
        '{"date":null,"text":"Rain.","language":"en","topics":[],"scores":[],"abstained":"no-topic-near","evidence":[]}\n',
    ],
  ])('%s', async (_, name, content) => {
    expect(await read(name, content, COLUMNS)).toEqual([PAY, RAIN]);
  });

  it.each([
    ['csv', `${HEAD},\u00a0${'Hà Nội'.normalize('NFD')} ,Rain.,en,,,no-topic-near,\n`],
    [
      'ndjson',
      `${JSON.stringify({ text: 'Rain.', language: 'en', topics: [], scores: [], evidence: [], source: ` ${'Hà Nội'.normalize('NFD')}` })}\n`,
    ],
  ])('groups in NFC and without white space around them (%s)', async (ending, content) => {
    const [row] = await read(`groups.${ending}`, content, { group: 'source' });
    expect(row).toMatchObject({ group: 'Hà Nội'.normalize('NFC') });
  });

  it.each([
    ['utf-16le', '\ufeff'],
    ['windows-1258', ''],
  ] as const)('what a spreadsheet has saved in %s, and it is told', async (encoding, mark) => {
    const path = join(folder, `${encoding}.csv`);
    const lines = VIETNAMESE.map((text) => `2019,W,"${text}",vi,,,no-topic-near,\n`).join('');
    writeFileSync(path, encode(`${mark}${HEAD}${lines}`, encoding));
    const notices: string[] = [];
    const found = await all(readTagged(path, { text: 'text' }, { onNotice: (message) => notices.push(message) }));
    expect(found.map((row) => row.kind === 'row' && row.text)).toEqual(VIETNAMESE);
    expect(notices).toEqual([`${path}: Detected: encoding ${encoding}.`]);
  });

  it('numbers in the columns of dates and groups, and dotted paths, of JSON', async () => {
    const line =
      '{"meta":{"year":2019,"page":3},"text":"Rain.","language":"en","topics":[],"scores":[],"evidence":[]}\n';
    const [row] = await read('numbers.ndjson', line, { date: 'meta.year', group: 'meta.page' });
    expect(row).toMatchObject({ date: '2019', group: '3' });
  });

  it('scores with a comma, as spreadsheets of half the world write them', async () => {
    const [row] = await read('comma.csv', `${HEAD}2019,W,Pay,en,training,"0,750",,Pay\n`);
    expect(row).toMatchObject({ tags: [{ topic: 'training', score: 0.75 }] });
  });

  it('a topic that stands there twice, once', async () => {
    const [row] = await read('twice.csv', `${HEAD}2019,W,Pay,en,training|training,0.9|0.8,,Pay|Pay\n`);
    expect(row).toMatchObject({ tags: [{ topic: 'training', score: 0.9 }] });
  });

  it('evidence that holds the mark between tags, when it is of one tag; of several it cannot be told apart', async () => {
    const tags = async (topics: string, scores: string) => {
      const [row] = await read('bar.csv', `${HEAD}2019,W,a|b c,en,${topics},${scores},,a|b|c\n`);
      return row?.kind === 'row' ? row.tags.map(({ evidence }) => evidence) : row;
    };
    expect(await tags('training', '0.9')).toEqual(['a|b|c']);
    expect(await tags('training|salary-reform', '0.9|0.8')).toEqual(['', '']);
  });
});

describe('a bad row is told of with its line, and the next one is read', () => {
  it.each([
    ['fewer scores than topics', '2019,W,Pay,en,training|pay,0.9,,Pay|Pay\n', /has 2 topics but 1 score/],
    ['a score that is no number', '2019,W,Pay,en,training,high,,Pay\n', /score that is no number from 0 to 1/],
    ['a score above 1', '2019,W,Pay,en,training,1.5,,Pay\n', /score that is no number from 0 to 1/],
    ['too few fields', '2019,W,Pay\n', /has 3 fields where the header has 8/],
  ])('%s', async (_, line, reason) => {
    const [bad, good] = await read('bad.csv', `${HEAD}${line}2019,W,Pay,en,training,0.9,,Pay\n`);
    expect(bad).toMatchObject({ kind: 'bad', line: 2 });
    expect(bad?.kind === 'bad' && bad.reason).toMatch(reason);
    expect(good).toMatchObject({ kind: 'row', line: 3 });
  });

  it('bytes that are not UTF-8', async () => {
    const [bad, good] = await read(
      'latin.csv',
      Buffer.concat([
        Buffer.from(HEAD),
        Buffer.from('2019,W,\xe9,en,,,empty,\n', 'latin1'),
        Buffer.from('2019,W,Hà Nội – thủ đô,vi,,,empty,\n'),
      ]),
    );
    expect(bad).toMatchObject({ kind: 'bad', line: 2 });
    expect(good).toMatchObject({ kind: 'row', text: 'Hà Nội – thủ đô' });
  });

  it.each([
    ['no object', '[]', /not an object/],
    ['no text', '{"language":"en","topics":[],"scores":[],"evidence":[]}', /no string in "text"/],
    [
      'topics that are no list',
      '{"text":"a","language":"en","topics":"a","scores":[],"evidence":[]}',
      /no lists of topics/,
    ],
    ['an answer of tag to a bad line', '{"error":"The row is not JSON."}', /could not be tagged: The row is not JSON/],
  ])('JSON with %s', async (_, line, reason) => {
    const good = '{"text":"Rain.","language":"en","topics":[],"scores":[],"evidence":[]}\n';
    const [first, bad, last] = await read('bad.ndjson', `${good}${line}\n${good}`);
    expect([first?.kind, bad?.kind, last?.kind]).toEqual(['row', 'bad', 'row']);
    expect(bad?.kind === 'bad' && bad.reason).toMatch(reason);
  });
});

describe('is refused, with what to do', () => {
  it.each([
    [
      'CSV that was not tagged',
      'plain.csv',
      'date,text\n2019,Rain.\n',
      /plain\.csv: Expected the columns that tagging adds .* got "date", "text": no language, topics, scores, abstained, evidence\. Run `civic-topics tag`/,
    ],
    ['CSV that lacks one of the columns', 'part.csv', 'text,language,topics,abstained,evidence\n', /: no scores\. Run/],
    [
      'JSON that was not tagged',
      'plain.ndjson',
      '{"text":"Rain."}\n',
      /got "text": no language, topics, scores, evidence\. Run/,
    ],
    [
      'CSV without the date column',
      'rows.csv',
      HEAD,
      /Expected a column "published", got "date".* with --date-column\.$/,
      { date: 'published' },
    ],
    ['CSV without the group column', 'rows.csv', HEAD, /column "paper".* with --group-by\.$/, { group: 'paper' }],
    ['CSV without the text column', 'rows.csv', HEAD, /column "body".* with --text-column\.$/, { text: 'body' }],
    [
      'JSON where no object has the date',
      'date.ndjson',
      '{"text":"a","language":"en","topics":[],"scores":[],"evidence":[]}\n',
      /column "published".* with --date-column\.$/,
      { date: 'published' },
    ],
    [
      'JSON where no object has the group',
      'group.ndjson',
      '{"text":"a","language":"en","topics":[],"scores":[],"evidence":[]}\n',
      /Expected a column "paper", got "text".* with --group-by\.$/,
      { group: 'paper' },
    ],
  ])('%s', async (_, name, content, message, columns?: Partial<SummaryColumns>) => {
    await expect(read(name, content, columns)).rejects.toMatchObject({
      code: 'COLUMN_NOT_FOUND',
      message: expect.stringMatching(message),
    });
  });

  it('an empty file', async () => {
    await expect(read('empty.csv', '')).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      message: expect.stringMatching(/empty\.csv: .*empty file/),
    });
  });
});

it('members called like parts of every object are members like any other', async () => {
  const line =
    '{"text":"a","language":"en","topics":["__proto__"],"scores":[0.5],"evidence":["a"],"__proto__":"2019"}\n';
  expect(await read('proto.ndjson', line, { group: '__proto__' })).toMatchObject([
    { group: '2019', tags: [{ topic: '__proto__' }] },
  ]);
});
