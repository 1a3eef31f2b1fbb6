/** Specification of reading texts with the topics that people gave them. */
import { describe, expect, it } from 'vitest';
import { readLabelledCsv, readLabelledNdjson } from '../../src/batch/labelled-rows.js';
import { all, chunks } from '../helpers/streams.js';

const COLUMNS = { text: 'text', topics: 'topics' };
const failure = (code: string, message: RegExp) =>
  expect.objectContaining({ code, message: expect.stringMatching(message) });

describe('CSV', () => {
  it('has topics in one column, joined with |, blank for none', async () => {
    const csv = 'topics,id,text\ntraining|salary-reform,1,"one, two"\n,2,three\n" training | ",3,four\n';
    expect(await all(readLabelledCsv(chunks(csv), COLUMNS))).toEqual([
      { text: 'one, two', topics: ['training', 'salary-reform'] },
      { text: 'three', topics: [] },
      { text: 'four', topics: ['training'] },
    ]);
  });

  it('gives the group when a column is named for it, and none where it is blank', async () => {
    const csv = 'body,tags,lang\none,training,vi\ntwo,,\n';
    expect(await all(readLabelledCsv(chunks(csv), { text: 'body', topics: 'tags', group: 'lang' }))).toEqual([
      { text: 'one', topics: ['training'], group: 'vi' },
      { text: 'two', topics: [] },
    ]);
  });

  it('may be divided by tabs', async () => {
    expect(await all(readLabelledCsv(chunks('text\ttopics\na,b\t\n'), COLUMNS, { delimiter: '\t' }))).toEqual([
      { text: 'a,b', topics: [] },
    ]);
  });

  it.each(['text', 'topics', 'group'] as const)('must have the %s column that is named', async (column) => {
    const columns = { ...COLUMNS, [column]: 'missing' };
    await expect(all(readLabelledCsv(chunks('text,topics\na,\n'), columns))).rejects.toEqual(
      failure('COLUMN_NOT_FOUND', /"missing", got "text", "topics"/),
    );
  });
});

describe('newline-delimited JSON', () => {
  it('has one object a line; blank lines and a byte order mark are nothing', async () => {
    const lines = '\ufeff{"text":"one\\ntwo","topics":["training"],"theme":"x"}\r\n\n{"topics":[],"text":"\u2028"}';
    expect(await all(readLabelledNdjson(chunks(lines, 3), COLUMNS))).toEqual([
      { text: 'one\ntwo', topics: ['training'] },
      { text: '\u2028', topics: [] },
    ]);
  });

  it('may have its fields at dotted paths', async () => {
    const line = '{"body":{"text":"a"},"tags":{"topics":["training"]},"tags.year":1}';
    const columns = { text: 'body.text', topics: 'tags.topics', group: 'tags.year', heldOut: 'body.held' };
    expect(await all(readLabelledNdjson(chunks(line), columns))).toEqual([
      { text: 'a', topics: ['training'], group: '1' },
    ]);
  });

  it('gives groups as strings, none for null', async () => {
    const lines = ['"vi"', '2024', 'true', 'null', '""'].map((year) => `{"text":"a","topics":[],"year":${year}}\n`);
    const rows = await all(readLabelledNdjson(chunks(lines.join('')), { ...COLUMNS, group: 'year' }));
    expect(rows.map((row) => row.group)).toEqual(['vi', '2024', 'true', undefined, undefined]);
  });

  const cases: [title: string, line: string | Uint8Array, message: RegExp][] = [
    ['broken JSON', '{"text":"a"', /is not JSON: .*Write one object a line/],
    ['an array', '[{"text":"a"}]', /not an object/],
    ['a missing text', '{"body":"a","topics":[]}', /a string in "text", got fields body, topics/],
    ['a text that is none', '{"text":1,"topics":[]}', /a string in "text", got 1/],
    ['topics in a string', '{"text":"a","topics":"training"}', /an array of topic ids in "topics", got "training"/],
    ['topics that are no strings', '{"text":"a","topics":[1]}', /an array of topic ids/],
    ['an inherited field', '{"text":"a","constructor":[]}', /in "topics"/],
    ['Latin-1', Buffer.from('{"text":"\xe9","topics":[]}', 'latin1'), /not valid UTF-8/],
  ];
  it.each(cases)('refuses %s, with its row and line', async (_, line, message) => {
    const bytes = Buffer.concat([Buffer.from('{"text":"a","topics":[]}\n\n'), Buffer.from(line as string)]);
    await expect(all(readLabelledNdjson(chunks(bytes), COLUMNS))).rejects.toEqual(failure('INPUT_INVALID', message));
    await expect(all(readLabelledNdjson(chunks(bytes), COLUMNS))).rejects.toThrow(/^Row 2 \(line 3\)/);
  });
});
