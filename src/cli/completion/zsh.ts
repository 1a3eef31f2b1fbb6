/** Completion for zsh, 5 and later: to be sourced, or to be saved as `_civic-topics` in a folder of fpath. */
import { type Argument, type Command, type CommandTable, HELP, type Option, VERSION_OPTION } from '../option-table.js';

export function zshCompletion(commands: CommandTable): string {
  return `\
#compdef civic-topics
# Completion of civic-topics for zsh, made by: civic-topics completion zsh
_civic-topics() {
  local curcontext=$curcontext state line
  local -A opt_args
  _arguments -C ${[optionSpec(['help', HELP]), optionSpec(['version', VERSION_OPTION])].join(' ')} \\
    '1: :->command' '*:: :->rest'
  case $state in
    command)
      local -a commands=(
${Object.entries(commands)
  .map(([name, { summary }]) => `        ${quoted(`${name}:${summary}`)}\n`)
  .join('')}\
      )
      _describe -t commands command commands ;;
    rest)
      curcontext=\${curcontext%:*}-$words[1]:
      case $words[1] in
${Object.entries(commands).map(commandCase).join('')}\
      esac ;;
  esac
}
# Called by the completion system when saved; when sourced there is only a function to be made known.
if [[ $funcstack[1] == _civic-topics ]]; then _civic-topics "$@"; else compdef _civic-topics civic-topics; fi
`;
}

function commandCase([name, { argument, options }]: [string, Command]): string {
  const specs = Object.entries({ ...options, help: HELP }).map(optionSpec);
  if (argument) specs.push(quoted(`1:${argument.name}:${action(argument)}`));
  return `        ${name})\n          _arguments ${specs.join(' \\\n            ')} ;;\n`;
}

/** `(-o --output)'{-o+,--output=}'[what it is]:OUTPUT:_files`, in the words of _arguments. */
function optionSpec([key, option]: [string, Option]): string {
  const { short, flag, value, help } = option;
  const what = quoted(`[${help.replaceAll(/[[\]\\:]/g, '\\$&')}]${flag ? '' : `:${value}:${action(option)}`}`);
  const long = `--${key}${flag ? '' : '='}`;
  return short ? `'(-${short} --${key})'{-${short}${flag ? '' : '+'},${long}}${what}` : `${long}${what}`;
}

/** What may stand where a value stands; a space is nothing. */
function action({ choices, path }: Option | Argument): string {
  if (choices) return `(${choices.join(' ')})`;
  return path ? '_files' : ' ';
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
