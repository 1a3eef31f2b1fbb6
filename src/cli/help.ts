/** Help texts, made from the tables by which arguments are read. */
import { COMMANDS, type CommandName } from './commands.js';
import { type Command, HELP, type Option, VERSION_OPTION } from './option-table.js';

type Entry = readonly [left: string, right: string];

export function generalHelp(): string {
  const commands = Object.entries(COMMANDS).map(([name, { summary }]): Entry => [name, summary]);
  return [
    'Usage: civic-topics COMMAND [options]',
    '',
    'Tags paragraphs in Vietnamese, French and English with topics of public-service reform, offline.',
    '',
    'Commands:',
    ...aligned(commands),
    '',
    'Options:',
    ...aligned([entry(['version', VERSION_OPTION]), entry(['help', HELP])]),
    '',
    'civic-topics COMMAND --help lists the options of a command.',
    '',
  ].join('\n');
}

export function commandHelp(name: CommandName): string {
  const { summary, usage, options, argument }: Command = COMMANDS[name];
  return [
    `Usage: civic-topics ${name} [options] ${usage}`.trimEnd(),
    '',
    summary,
    '',
    ...(argument ? ['Argument:', ...aligned([[argument.name, argument.help]]), ''] : []),
    'Options:',
    ...aligned(Object.entries({ ...options, help: HELP }).map(entry)),
    '',
  ].join('\n');
}

function entry([key, option]: [string, Option]): Entry {
  return [signature(key, option), explanation(option)];
}

function signature(key: string, { short, value }: Option): string {
  return `${short ? `-${short}, ` : ''}--${key}${value ? ` ${value}` : ''}`;
}

function explanation({ help, default: preset, required }: Option): string {
  if (required) return `${help} (required)`;
  return preset === undefined ? help : `${help} (default: ${preset})`;
}

function aligned(entries: readonly Entry[]): string[] {
  const width = Math.max(...entries.map(([left]) => left.length));
  return entries.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
