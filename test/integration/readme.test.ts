/** README.md cannot lie: its blocks are run, its commands and options are those that exist. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.js';
import { ROOT } from '../helpers/built-cli.js';
import { runnableBlocks, updateReadme } from '../helpers/readme.js';

if (process.env.UPDATE_README) await updateReadme();

const readme = readFileSync(`${ROOT}/README.md`, 'utf8');
const blocks = runnableBlocks(readme);

describe('README.md', () => {
  it('opens with a program and what it prints', () => {
    expect(readme.indexOf('```')).toBe(readme.indexOf('```ts'));
    expect(blocks[0]?.name).toBe('program 1');
  });

  it.each(blocks)('shows what $name prints', async (block) => {
    expect(await block.print()).toBe(block.written);
  });

  it.each(Object.entries(COMMANDS))('names the command %s and all its options', (name, { options }) => {
    expect(readme).toContain(`civic-topics ${name}`);
    for (const option of Object.keys(options)) expect(readme).toContain(`--${option}`);
  });
});
