/** Specification of the warning that hardly a row holds a text. */
import { describe, expect, it } from 'vitest';
import { Tally } from '../../src/batch/output/tally.js';
import { textColumnWarning } from '../../src/cli/text-column-warning.js';
import { runCli } from '../helpers/run-cli.js';

/** `without` rows that are too short, the first of them empty, among so many. */
function tally(rows: number, without: number): Tally {
  const counts = Tally.of([]);
  for (let row = 0; row < rows; row++) {
    const abstained = row >= without ? 'no-topic-near' : row === 0 ? 'empty' : 'too-short';
    counts.add({ language: 'vi', tags: [], abstained, truncated: false });
  }
  return counts;
}

it.each([
  [20, 18],
  [20, 20],
  [1000, 900],
])('of %d rows, %d empty or too short: the column is named', (rows, without) => {
  expect(textColumnWarning(tally(rows, without), 'STT')).toBe(
    `civic-topics: ${without} of ${rows} rows are empty or too short in "STT". If the texts stand in another column, name it with --text-column.\n`,
  );
});

it.each([
  [19, 19],
  [20, 17],
  [1000, 899],
  [0, 0],
])('of %d rows, %d empty or too short: nothing is said', (rows, without) => {
  expect(textColumnWarning(tally(rows, without), 'STT')).toBe('');
});

describe('tag ends with it', () => {
  const ids = Array.from({ length: 20 }, (_, i) => i);
  const words =
    'civic-topics: 20 of 20 rows are empty or too short in "id". If the texts stand in another column, name it with --text-column.\n';

  it('and with exit code 0', async () => {
    const input = `id,body\n${ids.map((id) => `${id},Pay. salary-reform:0.9\n`).join('')}`;
    const { code, stderr } = await runCli(['tag', '-', '--text-column', 'id'], { input });
    expect(code).toBe(0);
    expect(stderr.endsWith(`\n  abstained  too-short 20\n${words}`)).toBe(true);
    expect((await runCli(['tag', '-', '--text-column', 'body'], { input })).stderr).not.toContain('another column');
  });

  it('as a filter, too', async () => {
    const input = ids.map((id) => `{"id":"${id}"}\n`).join('');
    const { stderr } = await runCli(['tag', '-', '--format', 'ndjson', '--text-column', 'id'], { input });
    expect(stderr.endsWith(words)).toBe(true);
  });
});
