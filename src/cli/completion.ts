/** `civic-topics completion`: what a shell needs to complete our command lines, made from the table by which they are read. */
import type { Arguments } from './args.js';
import { COMMANDS } from './commands.js';
import { bashCompletion } from './completion/bash.js';
import { fishCompletion } from './completion/fish.js';
import { zshCompletion } from './completion/zsh.js';
import { EXIT } from './exit-codes.js';
import { type Io, write } from './io.js';
import type { CommandTable } from './option-table.js';

type Shell = Arguments<typeof COMMANDS.completion>['argument'];

const SCRIPTS: Readonly<Record<Shell, (commands: CommandTable) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
};

export async function run({ argument: shell }: Arguments<typeof COMMANDS.completion>, io: Io): Promise<number> {
  await write(io.stdout, SCRIPTS[shell](COMMANDS));
  return EXIT.done;
}
