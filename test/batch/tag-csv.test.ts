/** Specification of tagging a CSV file. */
import { describe, expect, it, vi } from 'vitest';
import { type TagCsvOptions, tagCsv } from '../../src/batch/tag-csv.js';
import type { Classifier } from '../../src/classify/classification.js';
import { fakeClassifier } from '../helpers/fake-classifier.js';
import { Collector, chunks } from '../helpers/streams.js';

vi.mock('../../src/classify/create-classifier.js', () => ({ createClassifier: () => expect.unreachable() }));

async function tag(text: string, options?: Partial<TagCsvOptions>) {
  const output = new Collector();
  const summary = await tagCsv(chunks(text), output, { classifier: fakeClassifier(), ...options });
  return { summary, output: output.text };
}

it('gives the same rows in the same order, with the added columns behind their own', async () => {
  const { output } = await tag('id,text,note\n7,Pay. salary-reform:0.9,=1+1\n5,"Weather, again.","say ""yes"""\n');
  expect(output).toBe(
    [
      'id,text,note,language,topics,scores,abstained,evidence',
      '7,Pay. salary-reform:0.9,=1+1,en,salary-reform,0.900,,salary-reform:0.9',
      '5,"Weather, again.","say ""yes""",en,,,no-topic-near,',
      '',
    ].join('\n'),
  );
});

it('keeps odd and repeated columns in their places', async () => {
  const { output } = await tag('__proto__,x,x,text\n1, 2 ,,abc\n');
  expect(output.split('\n').slice(0, 2)).toEqual([
    '__proto__,x,x,text,language,topics,scores,abstained,evidence',
    '1, 2 ,,abc,en,,,too-short,',
  ]);
});

it('tags texts with line ends, and an empty text, which abstains', async () => {
  const { output } = await tag('text\n"one\r\ntraining:0.7"\n""\n');
  expect(output.split('\n')).toContain(',und,,,empty,');
  expect(output).toContain('"one\r\ntraining:0.7",en,training,0.700,,training:0.7\n');
});

it('reads the text from the column that is named', async () => {
  const { output } = await tag('text,body\ntraining:0.9,salary-reform:0.9\n', { textColumn: 'body' });
  expect(output).toContain('en,salary-reform,0.900');
});

it('gives a byte order mark back, before the first name', async () => {
  expect((await tag('\ufefftext\nabc\n')).output).toMatch(/^\ufefftext,language/);
  expect((await tag('text\nabc\n')).output).toMatch(/^text,language/);
});

it('writes as it reads, with tabs, unless told otherwise', async () => {
  expect((await tag('id\ttext\n1\ta, b\n', { delimiter: '\t' })).output).toMatch(
    /^id\ttext\tlanguage.*\n1\ta, b\ten\t/,
  );
  expect((await tag('id\ttext\n1\ta, b\n', { delimiter: '\t', outputDelimiter: ',' })).output).toMatch(
    /\n1,"a, b",en,/,
  );
});

it('counts rows, topics, languages and abstentions, all topics also when they are in no row', async () => {
  const { summary } = await tag(
    'text\nsalary-reform:0.9 training:0.6\nLương tăng salary-reform:0.9\nWeather.\nabc\nMưa đến.\n',
    { classifier: fakeClassifier(['training', 'salary-reform', 'other']) },
  );
  expect({ rows: summary.rows, tagged: summary.tagged }).toEqual({ rows: 5, tagged: 2 });
  expect([...summary.topics]).toEqual([
    ['training', 1],
    ['salary-reform', 2],
    ['other', 0],
  ]);
  expect([...summary.languages]).toEqual([
    ['en', 3],
    ['vi', 2],
  ]);
  expect([...summary.abstained]).toEqual([
    ['no-topic-near', 2],
    ['too-short', 1],
  ]);
});

it('tells its progress after every row', async () => {
  const onProgress = vi.fn();
  await tag('text\na\nb\nc\n', { onProgress });
  expect(onProgress.mock.calls).toEqual([[1], [2], [3]]);
});

describe('refuses before it writes anything', () => {
  const cases: [title: string, text: string, code: string, message: RegExp][] = [
    ['a file without the text column', 'id, text\n1,a\n', 'COLUMN_NOT_FOUND', /a column "text", got "id", " text"/],
    ["two columns of the text column's name", 'text,text\na,b\n', 'INPUT_INVALID', /one column "text", got several/],
    [
      'columns that it would add',
      'text,topics,scores\na,b,c\n',
      'INPUT_INVALID',
      /"topics", "scores"\. Rename or drop/,
    ],
  ];
  it.each(cases)('%s', async (_, text, code, message) => {
    const output = new Collector();
    await expect(tagCsv(chunks(text), output, { classifier: fakeClassifier() })).rejects.toEqual(
      expect.objectContaining({ code, message: expect.stringMatching(message) }),
    );
    expect(output.text).toBe('');
  });
});

it('fails at a bad row, naming it', async () => {
  await expect(tag('text,id\na,1\nb\n')).rejects.toThrow(/^Row 2 \(line 3\) has 1 field/);
});

it('stops when its signal is aborted', async () => {
  const abort = new AbortController();
  await expect(tag('text\na\nb\n', { signal: abort.signal, onProgress: () => abort.abort() })).rejects.toThrow(
    /abort/i,
  );
});

it('holds only a few rows at a time, however slow the classifier', async () => {
  let given = 0;
  let classified = 0;
  const source = async function* () {
    yield 'text\n';
    for (; given < 500; given++) yield `row ${given}\n`;
  };
  const ahead: number[] = [];
  const classifier = fakeClassifier();
  const watched = {
    ...classifier,
    classify: async (text: string) => {
      ahead.push(given - ++classified);
      return classifier.classify(text);
    },
  } as Classifier;
  await tagCsv(source(), new Collector(), { classifier: watched });
  expect(classified).toBe(500);
  expect(Math.max(...ahead)).toBeLessThanOrEqual(1);
});
