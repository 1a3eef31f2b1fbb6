/** Specification of tagging a whole file: nothing is lost or doubled, whatever happens in between. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { inThisThread } from '../../src/batch/pool/in-this-thread.js';
import { tagFile } from '../../src/batch/tag-file.js';
import type { TagFileOptions } from '../../src/batch/tag-file-options.js';
import { fakeClassifier } from '../helpers/fake-classifier.js';
import { Collector, chunks } from '../helpers/streams.js';
import { manyRows } from './many-rows.js';

const root = mkdtempSync(join(tmpdir(), 'tag-file-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(root, 'run-'));
});
const path = (name: string) => join(folder, name);
const read = (name: string) => readFileSync(path(name), 'utf8');
const names = () => readdirSync(folder).sort();

function tag(input: string | AsyncIterable<Uint8Array>, output: string, options: Partial<TagFileOptions> = {}) {
  return tagFile(input, output, { openClassifier: async () => inThisThread(fakeClassifier()), ...options });
}

describe('a run that fails on the way', () => {
  /** Fails at the text in a manner that concerns every text, as when memory runs out. */
  const failingAt = (last: string) => async () => {
    const classifier = fakeClassifier();
    const classify = async (text: string) => {
      if (text.includes(last)) await classifier.close();
      return classifier.classify(text);
    };
    return inThisThread({ ...classifier, classify: classify as unknown as typeof classifier.classify });
  };

  it('can be gone on with, counts and bad rows included', async () => {
    writeFileSync(path('in.csv'), manyRows(300));
    const whole = await tag(path('in.csv'), path('whole.csv'));
    const notices: string[] = [];
    const failing = { openClassifier: failingAt('Pay 199.'), onNotice: (message: string) => notices.push(message) };
    await expect(tag(path('in.csv'), path('out.csv'), failing)).rejects.toMatchObject({ code: 'CLOSED' });
    expect(notices).toEqual([expect.stringMatching(/^199 rows done so far, kept in .*out\.csv\.partial\. The same/)]);
    const { doneNow, ...resumed } = await tag(path('in.csv'), path('out.csv'));
    expect(doneNow).toBe(101);
    const { doneNow: _, ...expected } = whole;
    expect(resumed).toEqual({ ...expected, rejectsFile: path('out.csv.rejects.csv') });
    expect(read('out.csv')).toBe(read('whole.csv'));
    expect(read('out.csv.rejects.csv')).toBe(read('whole.csv.rejects.csv'));
  });

  it('does not ask again for a text on which workers failed, nor lose it', async () => {
    writeFileSync(path('in.csv'), 'text\nodd one\nPay rises.\nlast one\n');
    const failing = async () => {
      const classifier = await failingAt('last')();
      const classify = async (text: string) => {
        if (text.startsWith('odd')) throw new Error('worker died');
        return classifier.classify(text);
      };
      return inThisThread({ ...classifier, classify: classify as never });
    };
    await expect(tag(path('in.csv'), path('out.csv'), { openClassifier: failing })).rejects.toThrow();
    // This time the text would have been answered; but it is rejected already.
    expect(await tag(path('in.csv'), path('out.csv'))).toMatchObject({ rows: 2, rejects: 1, doneNow: 1 });
    expect(read('out.csv.rejects.csv')).toBe(
      'line,reason,raw\n2,The classifier fails on this text: worker died.,odd one\n',
    );
    expect(read('out.csv').match(/^(odd|Pay|last)/gm)).toEqual(['Pay', 'last']);
  });
});

it('does not pass off an output of two versions of the input, nor lets anyone go on with it', async () => {
  writeFileSync(path('in.csv'), manyRows(20_000));
  let isChanged = false;
  const onProgress = () => {
    if (isChanged) return;
    isChanged = true;
    writeFileSync(path('in.csv'), manyRows(20_000).replaceAll('Pay', 'Tax'));
  };
  await expect(tag(path('in.csv'), path('out.csv'), { onProgress })).rejects.toMatchObject({
    code: 'INPUT_INVALID',
    message: expect.stringContaining('The input was changed while it was read'),
  });
  expect(names()).toEqual(['in.csv', 'out.csv.partial', 'out.csv.rejects.csv.partial']);
  await expect(tag(path('in.csv'), path('out.csv'))).rejects.toThrow(/it has no record/);
});

describe('the output', () => {
  const output = async (input: string, name: string, options: Partial<TagFileOptions> = {}) => {
    await tag(chunks(input), path(name), options);
    return read(name);
  };

  it('has the delimiter of the input, unless its name asks for another', async () => {
    expect(await output('id;text\n1;abcd\n', 'a.csv')).toMatch(/^id;text;language/);
    expect(await output('id;text\n1;abcd\n', 'b.txt')).toMatch(/^id;text;language/);
    expect(await output('id;text\n1;abcd\n', 'c.tsv')).toMatch(/^id\ttext\tlanguage/);
    writeFileSync(path('in.tsv'), 'id\ttext\n1\tabcd\n');
    await tag(path('in.tsv'), path('d.csv'));
    expect(read('d.csv')).toMatch(/^id,text,language/);
  });

  it('begins with a byte order mark when the input does, in whatever encoding', async () => {
    expect(await output('\ufefftext\nabcd\n', 'a.csv')).toMatch(/^\ufefftext,language/);
    await tag(chunks(Buffer.from('\ufefftext\nabcd\n', 'utf16le')), path('b.csv'));
    expect(read('b.csv')).toMatch(/^\ufefftext,language/);
    expect(await output('text\nabcd\n', 'c.csv')).toMatch(/^text,language/);
  });

  it('of an input without rows is its header', async () => {
    expect(await output('id,text\n', 'a.csv')).toBe('id,text,language,topics,scores,abstained,evidence\n');
    expect(await output('', 'a.ndjson', { format: 'ndjson' })).toBe('');
  });

  it('may be a stream, which stays open', async () => {
    const stream = new Collector();
    const summary = await tagFile(chunks('text\nabcd\n'), stream, {
      openClassifier: async () => inThisThread(fakeClassifier()),
    });
    expect(stream.text).toBe('text,language,topics,scores,abstained,evidence\nabcd,en,,,no-topic-near,\n');
    expect([stream.writableEnded, summary.rejectsFile]).toEqual([false, undefined]);
  });
});

it('counts rows, topics, languages and abstentions, all topics also when they are in no row', async () => {
  const text = 'text\nsalary-reform:0.9 training:0.6\nLương tăng salary-reform:0.9\nWeather.\nabc\nMưa đến.\n';
  const openClassifier = async () => inThisThread(fakeClassifier(['training', 'salary-reform', 'other']));
  const summary = await tag(chunks(text), path('out.csv'), { openClassifier });
  expect(summary).toMatchObject({ rows: 5, rejects: 0, tagged: 2, doneNow: 5 });
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

it('tells its progress after every row, good or bad, and how many bytes are read', async () => {
  const told: [rows: number, done: number][] = [];
  let bytes = () => ({ done: 0 });
  await tag(chunks('id,text\n1,a\nx\n3,c\n'), path('out.csv'), {
    onStart: (bytesRead) => {
      bytes = bytesRead;
    },
    onProgress: (rows) => told.push([rows, bytes().done]),
  });
  expect(told).toEqual([
    [1, 18],
    [2, 18],
    [3, 18],
  ]);
});

it('closes the classifier, whatever happens', async () => {
  let closed = 0;
  const openClassifier = async () => {
    const classifier = inThisThread(fakeClassifier());
    return {
      ...classifier,
      close: async () => {
        closed++;
      },
    };
  };
  await tag(chunks('text\nabcd\n'), path('out.csv'), { openClassifier });
  await expect(
    tag(chunks('id,text\nx\n'), path('other.csv'), { openClassifier, onBadRow: 'stop' }),
  ).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  expect(closed).toBe(2);
});
