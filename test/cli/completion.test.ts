/** Specification of `civic-topics completion`; the shells themselves are asked in test/slow/completion.test.ts. */
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.js';
import type { Command } from '../../src/cli/option-table.js';
import { runCli } from '../helpers/run-cli.js';

describe('completion', () => {
  it.each(COMMANDS.completion.argument.choices)(
    'for %s is a script on stdout that names every command and option',
    async (shell) => {
      const { code, stdout, stderr, created } = await runCli(['completion', shell]);
      expect({ code, stderr, created }).toEqual({ code: 0, stderr: '', created: [] });
      for (const [name, { options }] of Object.entries(COMMANDS)) {
        for (const word of [name, ...Object.keys(options)]) expect(stdout).toContain(word);
      }
    },
  );

  it('for another shell is wrong usage', async () => {
    expect(await runCli(['completion', 'tcsh'])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: `\
civic-topics: Expected bash or zsh or fish as SHELL, got "tcsh".
civic-topics completion --help shows what is possible.
`,
    });
  });

  it.each(Object.entries<Command>(COMMANDS))(
    'of %s offers paths wherever a FILE or FOLDER is asked for',
    (_, command) => {
      const { argument, options } = command;
      const taken = [...Object.values(options), ...(argument ? [{ ...argument, value: argument.name }] : [])];
      for (const { value = '', path } of taken)
        if (/FILE|FOLDER|\./.test(value)) expect({ value, path }).toEqual({ value, path: true });
    },
  );
});
