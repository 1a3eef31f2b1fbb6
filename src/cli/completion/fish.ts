/** Completion for fish, 3 and later. */
import { type Argument, type Command, type CommandTable, HELP, type Option, VERSION_OPTION } from '../option-table.js';

export function fishCompletion(commands: CommandTable): string {
  return [
    '# Completion of civic-topics for fish, made by: civic-topics completion fish',
    '# Whether the command is this one; without a name, whether there is none yet.',
    'function __civic_topics_command',
    '    set -l words (commandline -opc)',
    '    test "$words[2]" = "$argv"',
    'end',
    'complete -c civic-topics -f',
    optionLine('', ['help', HELP]),
    optionLine('', ['version', VERSION_OPTION]),
    ...Object.entries(commands).map(([name, { summary }]) => line('', `-a ${name} -d ${quoted(summary)}`)),
    ...Object.entries(commands).flatMap(commandLines),
    '',
  ].join('\n');
}

function commandLines([name, { argument, options }]: [string, Command]): string[] {
  const lines = Object.entries({ ...options, help: HELP }).map((option) => optionLine(name, option));
  return argument ? [...lines, line(name, offer(argument))] : lines;
}

function optionLine(command: string, [key, option]: [string, Option]): string {
  const { short, flag, help } = option;
  const names = `${short ? `-s ${short} ` : ''}-l ${key}`;
  return line(command, `${names} ${flag ? '' : `-r ${offer(option)} `}-d ${quoted(help)}`);
}

function line(command: string, rest: string): string {
  return `complete -c civic-topics -n '__civic_topics_command ${command}' ${rest}`;
}

/** What may stand where a value stands. */
function offer({ choices, path }: Option | Argument): string {
  if (choices) return `-f -a ${quoted(choices.join(' '))}`;
  return path ? '-F' : '-f';
}

function quoted(text: string): string {
  return `'${text.replaceAll(/['\\]/g, '\\$&')}'`;
}
