/** Completion for bash, 3.2 and later. */
import { type Argument, type Command, type CommandTable, HELP, type Option } from '../option-table.js';

export function bashCompletion(commands: CommandTable): string {
  return `\
# Completion of civic-topics for bash, made by: civic-topics completion bash
_civic_topics() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} words= paths=
  # bash takes --option=value for three words.
  if [[ $word == = ]]; then word=; elif [[ $before == = ]]; then before=\${COMP_WORDS[COMP_CWORD-2]}; fi
  if ((COMP_CWORD == 1)); then
    if [[ $word == -* ]]; then words='--help --version'; else words='${Object.keys(commands).join(' ')}'; fi
  else
    case \${COMP_WORDS[1]} in
${Object.entries(commands).map(commandCase).join('')}\
    esac
  fi
  COMPREPLY=()
  # With nothing in COMPREPLY bash completes paths by itself, unless it is told not to (which bash 3.2 cannot be).
  if [[ $paths ]]; then return; fi
  compopt +o default 2>/dev/null
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _civic_topics civic-topics
`;
}

function commandCase([name, { argument, options }]: [string, Command]): string {
  const offerOptions = offerWords(Object.keys({ ...options, help: HELP }).map((key) => `--${key}`));
  return `\
      ${name})
        case $before in
${Object.entries(options)
  .filter(([, { flag }]) => !flag)
  .map(([key, option]) => `          --${key}${option.short ? ` | -${option.short}` : ''}) ${offer(option)} ;;\n`)
  .join('')}\
          *) ${argument ? `if [[ $word == -* ]]; then ${offerOptions}; else ${offer(argument)}; fi` : offerOptions} ;;
        esac ;;
`;
}

/** What may stand where a value stands. */
function offer({ choices, path }: Option | Argument): string {
  if (choices) return offerWords(choices);
  return path ? 'paths=1' : ':';
}

function offerWords(words: readonly string[]): string {
  return `words='${words.join(' ')}'`;
}
