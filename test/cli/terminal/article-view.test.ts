/** Specification of an article in a terminal. */
import { describe, expect, it } from 'vitest';
import { formatForTerminal } from '../../../src/cli/terminal/article-view.js';
import { TABLE } from '../../../src/cli/terminal/look.js';
import type { Colours } from '../../../src/cli/terminal/terminal.js';
import { ARTICLE_TOPICS, PARTS, partOf, tagOf } from '../../helpers/article-parts.js';
import { contrast } from '../../helpers/colour.js';
import { runCli } from '../../helpers/run-cli.js';

const ids = ARTICLE_TOPICS.map(({ id }) => id);
const ESC = '\u001b';
/** Styles in braces, their end as {}. */
const readable = (text: string) =>
  text.replaceAll(`${ESC}[0m`, '{}').replace(new RegExp(`${ESC}\\[([\\d;]*)m`, 'g'), '{$1}');
const shown = (parts: readonly ReturnType<typeof partOf>[], colours: Colours, columns = 80, isSingle = false) =>
  readable(formatForTerminal(parts, ids, { colours, columns, isSingle }));

describe('with colours', () => {
  it('evidence is underlined in the colour of its topic behind its letter, and each tag has the same letter', () => {
    const text = 'Lương tăng từ tháng 7.';
    expect(shown([partOf(text, [tagOf(text, 'training', 0.934, ['tăng từ tháng 7'])])], 16, 80, true)).toBe(
      'Lương {1;7;31} B {}{4;31}tăng từ tháng 7{}.\n{2}vi  {}{1;7;31} B {} training 0.93\n',
    );
  });

  it('the language is named once, before the first tag', () => {
    const text = 'Lương và lớp học.';
    const tags = [tagOf(text, 'pay', 0.9, ['Lương']), tagOf(text, 'training', 0.8, ['lớp học'])];
    expect(shown([partOf(text, tags)], 0, 80, true)).toBe(
      'Lương và lớp học.\nvi  pay 0.90  « Lương »\n    training 0.80  « lớp học »\n',
    );
  });

  it('topics take turns word by word where their evidence overlaps', () => {
    const text = 'Lương tăng cho ai học xong khóa học.';
    const part = partOf(text, [
      tagOf(text, 'pay', 0.9, ['Lương tăng cho ai học xong']),
      tagOf(text, 'training', 0.8, ['cho ai học xong khóa học']),
    ]);
    expect(shown([part], 16, 80, true).split('\n')[0]).toBe(
      '{1;7;34} A {}{4;34}Lương tăng {}{1;7;31} B {}{4;34}cho {}{4;31}ai {}{4;34}học {}{4;31}xong khóa học{}.',
    );
  });

  it('uses colours of the table where there are 256, each with 3 to 1 on black and on white', () => {
    const text = 'Lương tăng.';
    expect(shown([partOf(text, [tagOf(text, 'pay', 0.9, ['Lương'])])], 256, 80, true)).toContain('{4;38;5;32}Lương{}');
    // The colour cube of xterm: 16 + 36 r + 6 g + b with levels 0, 95, 135, 175, 215, 255; then greys 8 + 10 n.
    for (const index of TABLE) {
      const levels = [0, 95, 135, 175, 215, 255];
      const cube = [36, 6, 1].map((size) => levels[Math.floor((index - 16) / size) % 6] as number);
      const rgb = index < 232 ? cube : [0, 0, 0].fill(8 + 10 * (index - 232));
      const colour = `#${rgb.map((level) => level.toString(16).padStart(2, '0')).join('')}`;
      for (const behind of ['#000000', '#ffffff'])
        expect(contrast(colour, behind), `${index}`).toBeGreaterThanOrEqual(3);
    }
  });

  it('headings are strong, and what was not read or has no topic is faint', () => {
    const view = shown(PARTS, 16);
    expect(view).toContain('{2}1  furniture{}\n   {2}Chia sẻ{}\n   {2}skipped{}\n');
    expect(view).toContain('{2}4  heading{}\n   {1}Mục một{}\n   {2}vi  no topic (no-topic-near){}\n');
  });
});

describe('without colours', () => {
  it('no escape is written, and evidence is quoted instead', () => {
    const text = 'Lương tăng từ tháng 7.';
    const part = partOf(text, [tagOf(text, 'pay', 0.9, ['tăng', 'tháng 7'])]);
    expect(formatForTerminal([part], ids, { colours: 0, columns: 80, isSingle: false })).toBe(
      '1  body\n   Lương tăng từ tháng 7.\n   vi  pay 0.90  « tăng … tháng 7 »\n',
    );
  });
});

describe('lines', () => {
  const text = 'Từ ngày 1 tháng 7 lương cơ sở tăng. '.repeat(12).trim();

  it.each([40, 80])('keep within %i columns, the number and its space with them', (columns) => {
    for (const line of shown([partOf(text)], 0, columns)
      .trimEnd()
      .split('\n'))
      expect(line.length).toBeLessThanOrEqual(columns);
  });

  it('are at most 100 wide however wide the terminal is, and 20 however narrow', () => {
    const longest = (columns: number) =>
      Math.max(
        ...shown([partOf(text)], 0, columns, true)
          .split('\n')
          .map((line) => line.length),
      );
    expect(longest(300)).toBeGreaterThan(90);
    expect(longest(300)).toBeLessThanOrEqual(100);
    expect(longest(5)).toBeGreaterThan(10);
    expect(longest(5)).toBeLessThanOrEqual(20);
  });
});

describe('civic-topics classify', () => {
  const argv = ['classify', 'Pay rises. salary-reform:0.9'];

  it('shows it to a terminal', async () => {
    const { stdout } = await runCli(argv, { terminal: { columns: 80, colours: 16 } });
    expect(readable(stdout)).toBe(
      'Pay rises. {1;7;32} D {}{4;32}salary-reform:0.9{}\n{2}en  {}{1;7;32} D {} salary-reform 0.90\n',
    );
  });

  it('writes plain text into a pipe, and JSON wherever it is asked for', async () => {
    expect((await runCli(argv)).stdout).toBe('en  salary-reform 0.90  « salary-reform:0.9 »\n');
    const terminal = { columns: 80, colours: 256 } as const;
    const json = await runCli([...argv, '--format', 'json'], { terminal });
    expect(json.stdout).toBe((await runCli([...argv, '--format', 'json'])).stdout);
  });

  it('shows nothing of an article that is empty', async () => {
    const run = await runCli(['classify', '-'], { terminal: { columns: 80, colours: 16 } });
    expect(run).toMatchObject({ code: 0, stdout: '', stderr: 'civic-topics: the article is empty.\n' });
  });
});
