/** Specification of `civic-topics classify --nearest`. */
import { expect, it } from 'vitest';
import { runCli } from '../helpers/run-cli.js';

it('names the nearest training examples of each tag in JSON', async () => {
  const args = ['classify', '--format', 'json', '--nearest', '2', 'Lương tăng salary-reform:0.9 training:0.75'];
  const { code, stdout } = await runCli(args);
  expect(code).toBe(0);
  const { tags } = JSON.parse(stdout);
  // What the fake classifier names for every topic.
  expect(tags.map((tag: { nearest: object[] }) => tag.nearest)).toEqual(
    ['salary-reform', 'training'].map((topic) => [
      {
        text: expect.stringMatching(`^An example of ${topic}`),
        topics: [topic],
        language: 'en',
        similarity: 0.9,
      },
      { text: expect.stringMatching(`^Một ví dụ về ${topic}`), topics: [topic], language: 'vi', similarity: 0.8 },
    ]),
  );
});

it('names those of every paragraph of an article', async () => {
  const args = ['classify', '--format', 'json', '--nearest', '1', '-'];
  const { stdout } = await runCli(args, { input: 'Pay rises. training:0.9\n\nRain again, and again.\n' });
  const { paragraphs } = JSON.parse(stdout);
  expect(paragraphs[0].classification.tags[0].nearest).toHaveLength(1);
  expect(paragraphs[1].classification.tags).toEqual([]);
});

it.each(['0', '101', '1.5', 'some'])('is not asked for %s examples', async (count) => {
  const run = await runCli(['classify', '--format', 'json', '--nearest', count, 'text']);
  expect(run).toMatchObject({ code: 2, stderr: expect.stringMatching(/from 1 to 100 for --nearest/) });
});

it('is of no use to what prints no examples, and says so', async () => {
  const run = await runCli(['classify', '--nearest', '3', 'text']);
  expect(run).toMatchObject({ code: 2, stderr: expect.stringMatching(/Expected --format json .*got text/) });
});

it('is explained by the help', async () => {
  expect((await runCli(['classify', '--help'])).stdout).toMatch(/--nearest N .*training examples nearest/);
});
