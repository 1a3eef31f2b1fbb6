/** The filter as a process of its own, with the real model, in conversation with whoever gives it lines. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { civicTopics, ROOT } from '../helpers/built-cli.js';

const ARGUMENTS = ['tag', '-', '--format', 'ndjson'];
const TEXTS = [
  'The ministry will raise the base salary of nurses by 4 per cent.',
  'Le ministère relèvera le traitement de base des infirmiers.',
  'Bộ sẽ tăng lương cơ sở của điều dưỡng.',
];

function startFilter() {
  const child = spawn(process.execPath, [`${ROOT}/dist/cli.js`, ...ARGUMENTS], { stdio: ['pipe', 'pipe', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (text) => {
    stderr += text;
  });
  child.stdin.on('error', () => undefined);
  const ended = new Promise<{ code: number | null; stderr: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, stderr }));
  });
  return { child: child as ChildProcess & Pick<typeof child, 'stdin' | 'stdout'>, ended };
}

it('whoever writes one line and waits has its answer before writing the next, the first line blank', async () => {
  const { child, ended } = startFilter();
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  for (const line of ['', ...TEXTS.map((text, id) => JSON.stringify({ id, text })), 'no JSON']) {
    child.stdin.write(`${line}\n`);
    const { value } = await answers.next();
    const answer = JSON.parse(value);
    if (line.startsWith('{')) expect(answer).toMatchObject({ ...JSON.parse(line), topics: expect.anything() });
    else expect(Object.keys(answer)).toEqual(['error']);
  }
  child.stdin.end();
  expect(await answers.next()).toMatchObject({ done: true });
  const { code, stderr } = await ended;
  expect(code).toBe(0);
  expect(stderr).toContain('2 bad lines were answered with an error.');
});

it('answers as tagging a file does, whether with one worker or two', async () => {
  const lines = readFileSync(`${ROOT}/data/training/fr.ndjson`, 'utf8').split('\n').slice(0, 40);
  const input = `${lines.map((line) => JSON.stringify({ text: JSON.parse(line).text })).join('\n')}\n`;
  const [one, two] = await Promise.all(
    ['1', '2'].map((workers) => civicTopics([...ARGUMENTS, '--workers', workers], { input })),
  );
  expect(one?.stdout.split('\n')).toHaveLength(41);
  expect(two?.stdout).toBe(one?.stdout);
  const { stdout } = await civicTopics(['classify', '--format', 'json', '--', JSON.parse(lines[0] as string).text]);
  const { language, tags } = JSON.parse(stdout);
  expect(JSON.parse(one?.stdout.split('\n')[0] as string)).toMatchObject({
    language,
    topics: tags.map(({ topic }: { topic: string }) => topic),
  });
});

it.runIf(process.platform !== 'win32')('ends silently when its reader leaves while lines still come', async () => {
  const { child, ended } = startFilter();
  const line = `${JSON.stringify({ text: TEXTS[0] })}\n`;
  child.stdin.write(line);
  await new Promise((resolve) => child.stdout.once('data', resolve));
  child.stdout.destroy();
  // The first may still find room; the filter learns of it when it writes.
  child.stdin.write(line.repeat(2000));
  expect(await ended).toEqual({ code: 0, stderr: '' });
});
