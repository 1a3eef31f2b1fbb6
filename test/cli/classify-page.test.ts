/** Specification of `civic-topics classify --report`. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CivicTopicsError } from '../../src/errors.js';
import { fakeClassifier } from '../helpers/fake-classifier.js';
import { runCli } from '../helpers/run-cli.js';

const folder = mkdtempSync(join(tmpdir(), 'classify-page-'));
afterAll(() => rmSync(folder, { recursive: true }));
const report = join(folder, 'view.html');
const article = join(folder, 'article.txt');
writeFileSync(
  article,
  'Pay rises for nurses\n\nThe minister spoke on Monday. salary-reform:0.9\n\nRain fell all day long here.\n',
);
const page = () => readFileSync(report, 'utf8');

describe('--report', () => {
  it.each(['text', 'json'])('writes the page, and prints the same %s as without it', async (format) => {
    rmSync(report, { force: true });
    const argv = ['classify', '--file', article, '--format', format];
    const without = await runCli(argv);
    expect(await runCli([...argv, '--report', report])).toMatchObject({ code: 0, stderr: '', stdout: without.stdout });
    expect(page()).toContain('<title>Topics in article.txt – civic-topics</title>');
    expect(page()).toContain('Public sector pay reform');
  });

  it.each([
    ['a text', ['Pay rises. salary-reform:0.9'], 'a text'],
    ['standard input', ['-'], 'standard input'],
  ])('takes %s, too', async (_, args, name) => {
    const run = await runCli(['classify', ...args, '--report', report], { input: 'Pay rises. salary-reform:0.9' });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(page()).toContain(`<title>Topics in ${name} – civic-topics</title>`);
    expect(page()).toContain('data-clause="0">salary-reform:0.9</mark>');
  });

  it('names three training examples for each tag, or as many as --nearest says', async () => {
    const count = () => page().match(/class="example"/g)?.length;
    await runCli(['classify', '--file', article, '--report', report]);
    expect(count()).toBe(3);
    await runCli(['classify', '--file', article, '--report', report, '--nearest', '1']);
    expect(count()).toBe(1);
  });

  it('does without examples where the classifier has none, and says so', async () => {
    const createClassifier = async () => {
      const classifier = fakeClassifier();
      const classify = (input: never, options: { nearest?: number }) =>
        options.nearest
          ? Promise.reject(new CivicTopicsError('EXAMPLES_NOT_FOUND', 'No examples.'))
          : classifier.classify(input);
      return { ...classifier, classify: classify as never };
    };
    const argv = ['classify', '--file', article, '--report', report];
    expect(await runCli(argv, { createClassifier })).toMatchObject({
      code: 0,
      stderr: 'civic-topics: the report names no training examples. No examples.\n',
    });
    expect(page()).not.toContain('class="example"');
    expect(await runCli([...argv, '--nearest', '2'], { createClassifier })).toMatchObject({ code: 1, stdout: '' });
  });

  it('calls the topics of another classifier by their ids, as they may be others of the same name', async () => {
    await runCli(['classify', '--file', article, '--report', report, '--classifier', 'mine.json']);
    expect(page()).toContain('<bdi>Salary reform</bdi>');
    expect(page()).not.toContain('Public sector pay reform');
  });

  it.each([
    ['standard output', '-', 2, /Expected a file for --report, got -/],
    ['the article itself', article, 1, /article\.txt/],
    ['a folder', folder, 1, /Cannot write/],
  ])('is not written to %s', async (_, path, code, message) => {
    const before = readFileSync(article, 'utf8');
    const run = await runCli(['classify', '--file', article, '--report', path]);
    expect(run).toMatchObject({ code, stdout: '' });
    expect(run.stderr).toMatch(message);
    expect(readFileSync(article, 'utf8')).toBe(before);
    expect(existsSync(`${path}.partial`)).toBe(false);
  });

  it('is not written over the classifier', async () => {
    const classifier = join(folder, 'own.json');
    writeFileSync(classifier, '{}');
    const run = await runCli(['classify', '--file', article, '--classifier', classifier, '--report', classifier]);
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toMatch(/would overwrite the input, .*own\.json/);
    expect(readFileSync(classifier, 'utf8')).toBe('{}');
  });
});
