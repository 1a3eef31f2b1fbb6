/** Completion in the shells themselves: all that the table of commands says is offered, and nothing else. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.js';
import { bashCompletion } from '../../src/cli/completion/bash.js';
import { fishCompletion } from '../../src/cli/completion/fish.js';
import { zshCompletion } from '../../src/cli/completion/zsh.js';
import type { Command, Option } from '../../src/cli/option-table.js';
import { runCli } from '../helpers/run-cli.js';
import { offers, type Shell, typed } from '../helpers/shells.js';

const SCRIPTS = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion };
const has = (shell: Shell) => spawnSync(shell, ['-c', 'true']).status === 0;

const folder = mkdtempSync(join(tmpdir(), 'civic-topics-completion-'));
const PATHS = ['my rows.csv', 'tables'];
writeFileSync(join(folder, 'my rows.csv'), '');
mkdirSync(join(folder, 'tables'));

const expected = ({ choices, path }: Pick<Option, 'choices' | 'path'>) =>
  choices ? [...choices].sort() : path ? PATHS : [];

/** What the table says may follow, by the lines that it may follow. */
const LINES: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(COMMANDS).sort(),
  '--': ['--help', '--version'],
  'no-command ': [],
  ...Object.assign({}, ...Object.entries(COMMANDS).map(([name, command]) => linesOf(name, command))),
};

function linesOf(name: string, { options, argument }: Command): Record<string, readonly string[]> {
  const lines: Record<string, readonly string[]> = {
    [`${name} --`]: [...Object.keys(options), 'help'].map((key) => `--${key}`).sort(),
  };
  if (argument) lines[`${name} `] = expected(argument);
  for (const [key, option] of Object.entries(options).filter(([, { flag }]) => !flag)) {
    lines[`${name} --${key} `] = expected(option);
    if (option.short) lines[`${name} -${option.short} `] = expected(option);
    if (option.choices) lines[`${name} --${key}=`] = expected(option);
  }
  return lines;
}

describe.each(['bash', 'zsh', 'fish'] as const)('in %s', (shell) => {
  it.runIf(process.platform === 'linux')('completion can be tried', () => {
    expect(has(shell)).toBe(true);
  });

  it.runIf(has(shell))(
    'Tab offers the commands, options, choices and paths of the table, each where it may stand',
    async () => {
      const { stdout } = await runCli(['completion', shell]);
      const offered = offers(
        shell,
        stdout,
        Object.keys(LINES).map((line) => `civic-topics ${line}`),
        folder,
      );
      expect(Object.fromEntries(Object.keys(LINES).map((line, i) => [line, offered[i]]))).toEqual(LINES);
    },
  );

  it.runIf(has(shell))('help texts may hold whatever means something to a shell', () => {
    const help = `it's "$HOME" \`a\` [b]: c\\ {d,e} *; #`;
    const commands = {
      go: { summary: help, usage: '', options: { far: { value: 'a|b', choices: ['a', 'b'], help } } },
    } as const;
    const lines = ['civic-topics ', 'civic-topics go --', 'civic-topics go --far '];
    expect(offers(shell, SCRIPTS[shell](commands), lines, folder)).toEqual([['go'], ['--far', '--help'], ['a', 'b']]);
  });
});

describe.each(['bash', 'zsh'] as const)('at a terminal with %s', (shell) => {
  it.runIf(has(shell))('Tab finishes words, and quotes the name of a file', async () => {
    const { stdout } = await runCli(['completion', shell]);
    const keys = 'civic-topics ta\t--on\tst\tmy\t';
    expect(typed(shell, stdout, keys, folder).join(' ').replace('=', ' ')).toBe('tag --on-bad-row stop my rows.csv');
  });
});
