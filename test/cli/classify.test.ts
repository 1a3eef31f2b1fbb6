/** Specification of `civic-topics classify`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Evidence, Tag } from '../../src/classify/classification.js';
import { formatArticle, formatText } from '../../src/cli/classify-report.js';
import type { PartOfArticle } from '../../src/report/article/part-of-article.js';
import type { ParagraphKind } from '../../src/text/paragraphs.js';
import { runCli } from '../helpers/run-cli.js';

const folder = mkdtempSync(join(tmpdir(), 'classify-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

describe('a text', () => {
  it('is one paragraph, with a line for each tag and its evidence', async () => {
    const run = await runCli(['classify', 'Lương tăng salary-reform:0.9\n\ntraining:0.75']);
    expect(run).toMatchObject({
      code: 0,
      stderr: '',
      stdout: 'vi  salary-reform 0.90  « salary-reform:0.9 »\n    training 0.75  « training:0.75 »\n',
    });
  });

  it('without a topic has a line that says why', async () => {
    expect((await runCli(['classify', 'Rain again.'])).stdout).toBe('en  no topic (no-topic-near)\n');
    expect((await runCli(['classify', ''])).stdout).toBe('und  no topic (empty)\n');
  });

  it('that is the name of a file is taken as it is, with a note', async () => {
    const path = file('article.html', '<p>Pay.</p>');
    const run = await runCli(['classify', path]);
    expect(run).toMatchObject({
      code: 0,
      stderr: `civic-topics: ${path} was read as a text, but there is a file of that name; to read it: --file ${path}.\n`,
      stdout: (await runCli(['classify', `${path} `])).stdout,
    });
    expect((await runCli(['classify', folder])).stderr).toBe('');
  });

  it('may begin with a dash behind --', async () => {
    expect((await runCli(['classify', '--', '--training:0.9'])).stdout).toBe('en  training 0.90  « training:0.9 »\n');
  });

  it('comes as JSON with the text of its evidence', async () => {
    const { stdout } = await runCli(['classify', '--format', 'json', 'Lương 👋 training:0.9']);
    expect(stdout.endsWith('}\n')).toBe(true);
    expect(stdout).toContain('\n  "language"');
    // UTF-16 units before the mention: 6 for "Lương ", 2 for the hand, 1 for the space.
    expect(JSON.parse(stdout)).toEqual({
      language: 'vi',
      tags: [{ topic: 'training', score: 0.9, evidence: [{ start: 9, end: 21, text: 'training:0.9' }] }],
      truncated: false,
    });
    expect(JSON.parse((await runCli(['classify', '--format=json', 'Rain.'])).stdout)).toEqual({
      language: 'en',
      tags: [],
      abstained: 'no-topic-near',
      truncated: false,
    });
  });

  it('is shown without what would steer a terminal', () => {
    const text = 'one\u001b[31m\r\ntwo three';
    const evidence: Evidence = [
      { start: 0, end: 13 },
      { start: 14, end: 19 },
    ];
    expect(formatText(text, { language: 'en', tags: [{ topic: 'x', score: 1, evidence }], truncated: false })).toBe(
      'en  x 1.00  « one [31m two … three »\n',
    );
  });
});

describe('an article', () => {
  const ARTICLE =
    'Pay rises for nurses\n\nThe minister spoke on Monday. salary-reform:0.9 training:0.6\n\nIt rained all day long in the hills.\n';

  it.each(['file', 'stdin', 'stdin by --file'])('is read whole and split into paragraphs (%s)', async (way) => {
    const path = way === 'file' ? file('article.txt', ARTICLE) : '-';
    const argv = way === 'stdin' ? ['classify', '-'] : ['classify', '--file', path];
    const { code, stdout, stderr } = await runCli([...argv, '--format', 'json'], { input: ARTICLE });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { paragraphs } = JSON.parse(stdout);
    expect(paragraphs.map(({ text }: { text: string }) => text)).toEqual(ARTICLE.trim().split('\n\n'));
    for (const { start, end, text } of paragraphs) expect(ARTICLE.slice(start, end)).toBe(text);
    expect(paragraphs[1].classification.tags.map((tag: { topic: string }) => tag.topic)).toEqual([
      'salary-reform',
      'training',
    ]);
  });

  it("is shown with each paragraph's number, kind and beginning", () => {
    const paragraph = (kind: ParagraphKind, text: string) => ({ kind, text, span: { start: 0, end: text.length } });
    const training: Tag = { topic: 'training', score: 0.875, evidence: [{ start: 0, end: 7 }] };
    const parts: PartOfArticle[] = [
      {
        paragraph: paragraph('body', `Courses ${'for all '.repeat(10)}`),
        classification: { language: 'en', tags: [training, { ...training, topic: 'x' }], truncated: false },
      },
      { paragraph: paragraph('caption', 'Photo:\nA. Nguyễn'), classification: undefined },
    ];
    expect(formatArticle(parts)).toBe(
      [
        '1  body: Courses for all for all for all for all for all for all for…',
        '   en  training 0.88  « Courses »',
        '       x 0.88  « Courses »',
        '',
        '2  caption: Photo: A. Nguyễn',
        '   skipped',
        '',
      ].join('\n'),
    );
  });

  it.each(['page.html', 'page.HTM'])('in a file called %s is HTML', async (name) => {
    const { stdout } = await runCli([
      'classify',
      '--file',
      file(name, 'Rain &amp; wind all day long in the hills.'),
      '--format',
      'json',
    ]);
    expect(JSON.parse(stdout).paragraphs).toMatchObject([{ text: 'Rain & wind all day long in the hills.' }]);
  });

  it('that is empty has no paragraph', async () => {
    expect(await runCli(['classify', '-'])).toMatchObject({
      code: 0,
      stdout: '',
      stderr: 'civic-topics: the article is empty.\n',
    });
    expect(JSON.parse((await runCli(['classify', '-', '--format', 'json'])).stdout)).toEqual({ paragraphs: [] });
  });
});

describe('refuses', () => {
  it.each([
    ['text and file', ['a text', '--file', 'x'], 2, /Expected TEXT or --file, got both/],
    ['nothing', [], 2, /Expected TEXT, --file FILE or -, got nothing/],
    ['a text without quotes', ['a', 'text'], 2, /Expected one TEXT, got 2. Put one that holds spaces in quotes/],
    ['a missing file', ['--file', join(folder, 'none.txt')], 1, /Cannot read .*none\.txt: there is no such file\.\n/],
    ['a folder', ['--file', folder], 1, /Cannot read .*: it is a folder\. Name a file\.\n/],
    [
      'Latin-1',
      ['--file', file('latin1.txt', Buffer.from('ok é\ncaf\xe9\n', 'latin1'))],
      1,
      /Expected UTF-8 text in .*, got other bytes in line 1/,
    ],
    [
      'bad bytes further down',
      ['--file', file('bad.txt', Buffer.concat([Buffer.from('é\nok\n'), Buffer.from([0xff])]))],
      1,
      /in line 3/,
    ],
  ])('%s', async (_, args, code, message) => {
    const run = await runCli(['classify', ...args]);
    expect(run).toMatchObject({ code, stdout: '', created: [] });
    expect(run.stderr).toMatch(message);
  });
});

it('hands classifier, threads and the least score on, and says that one text is few', async () => {
  const options = ['--classifier', 'own.json', '--threads', '3', '--min-score', '.8'];
  expect((await runCli(['classify', 'a text', ...options])).created).toEqual([
    { classifier: 'own.json', threads: 3, minScore: 0.8, fewTexts: true },
  ]);
  expect((await runCli(['classify', 'a text'])).created).toEqual([{ fewTexts: true }]);
});
