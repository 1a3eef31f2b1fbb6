/** Runs a command line: finds the command, loads it, runs it, and turns its end into an exit code. */
import { type Arguments, parseArguments, UsageError } from './args.js';
import { COMMANDS, type CommandName, isCommandName } from './commands.js';
import { reportError } from './errors.js';
import { EXIT } from './exit-codes.js';
import { commandHelp, generalHelp } from './help.js';
import { type Io, write } from './io.js';
import { VERSION } from './version.js';

/**
 * Resolves to the exit code; never rejects.
 *
 * @param argv what stands behind `civic-topics`
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  // A failed write also rejects where it is awaited; without a listener the event would end the process first.
  for (const stream of [io.stdout, io.stderr]) stream.on('error', () => undefined);
  try {
    return await dispatch(argv, io);
  } catch (error) {
    return reportError(error, io);
  }
}

async function dispatch([name, ...args]: readonly string[], io: Io): Promise<number> {
  if (name === undefined) return print(io.stderr, generalHelp(), EXIT.wrongUsage);
  if (name === '--help' || name === '-h') return print(io.stdout, generalHelp(), EXIT.done);
  if (name === '--version') return print(io.stdout, `${VERSION}\n`, EXIT.done);
  if (isCommandName(name)) return runCommand(name, args, io);
  const kind = name.startsWith('-') ? 'option' : 'command';
  throw new UsageError(`Unknown ${kind} ${name}. Commands are ${Object.keys(COMMANDS).join(', ')}.`);
}

type Run<N extends CommandName> = (args: Arguments<(typeof COMMANDS)[N]>, io: Io) => Promise<number>;

/** Loaded when run, so that no command waits for what only another needs. */
const LOAD: { readonly [N in CommandName]: () => Promise<{ readonly run: Run<N> }> } = {
  classify: () => import('./classify.js'),
  tag: () => import('./tag.js'),
  evaluate: () => import('./evaluate.js'),
  summary: () => import('./summary.js'),
  train: () => import('./train.js'),
  info: () => import('./info.js'),
  completion: () => import('./completion.js'),
};

async function runCommand<N extends CommandName>(name: N, args: readonly string[], io: Io): Promise<number> {
  const parsed = parseArguments(name, COMMANDS[name], args);
  if (parsed === 'help') return print(io.stdout, commandHelp(name), EXIT.done);
  const { run } = await LOAD[name]();
  return run(parsed, io);
}

async function print(stream: Io['stdout'], text: string, code: number): Promise<number> {
  await write(stream, text);
  return code;
}
