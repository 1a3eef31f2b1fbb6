/** Reads a command's arguments by its option table, and refuses what the table does not allow. */
import { parseArgs } from 'node:util';
import { CivicTopicsError } from '../errors.js';
import type { Command, Option, OptionTable } from './option-table.js';

/** A command line that cannot be run; says what is wrong with it. */
export class UsageError extends CivicTopicsError {
  /** @param command the command whose help would help, if it is known */
  constructor(
    message: string,
    readonly command?: string,
  ) {
    super('INVALID_ARGUMENT', message);
  }
}

type Value<O extends Option> = O extends { readonly flag: true }
  ? boolean
  : O extends { readonly most: number } | { readonly share: true }
    ? number
    : O extends { readonly choices: readonly (infer Choice)[] }
      ? Choice
      : string;

/** Values by the names of the options. */
export type Values<T extends OptionTable> = {
  readonly [K in keyof T]: T[K] extends
    | { readonly default: string }
    | { readonly required: true }
    | { readonly flag: true }
    ? Value<T[K]>
    : Value<T[K]> | undefined;
};

/** A command line that can be run. */
export interface Arguments<C extends Command> {
  readonly argument: C extends { readonly argument: { readonly required: true; readonly choices?: infer Choices } }
    ? Choices extends readonly (infer Choice)[]
      ? Choice
      : string
    : string | undefined;
  readonly options: Values<C['options']>;
}

/**
 * Gives `help` when it is asked for, whatever else is missing.
 *
 * @throws UsageError when an option is unknown, given twice or lacks its value, or there are too few or too many arguments
 */
export function parseArguments<C extends Command>(
  name: string,
  command: C,
  args: readonly string[],
): Arguments<C> | 'help' {
  const { values, positionals, tokens } = parse(name, command.options, args);
  if (values.help) return 'help';
  checkOnce(name, tokens);
  const options = Object.fromEntries(
    Object.entries(command.options).map(([key, option]) => [
      key,
      option.flag ? values[key] === true : readValue(name, key, option, values[key] as string | undefined),
    ]),
  );
  return { argument: onlyArgument(name, command, positionals), options } as Arguments<C>;
}

function parse(name: string, table: OptionTable, args: readonly string[]) {
  const options = Object.fromEntries(
    Object.entries(table).map(([key, { short, flag }]) => [
      key,
      { type: flag ? ('boolean' as const) : ('string' as const), ...(short && { short }) },
    ]),
  );
  try {
    const help = { type: 'boolean', short: 'h' } as const;
    const parsed = parseArgs({ args: [...args], options: { ...options, help }, allowPositionals: true, tokens: true });
    return { ...parsed, values: parsed.values as Readonly<Record<string, string | boolean | undefined>> };
  } catch (error) {
    throw new UsageError(inOurWords(error as Error), name);
  }
}

/** Node's messages name the option, but speak of arguments where this tool speaks of values. */
function inOurWords({ message }: Error): string {
  const option = /'(?:-\w, )?(-[^\s']*)/.exec(message)?.[1] ?? 'an option';
  if (message.startsWith('Unknown option'))
    return `Unknown option ${option}. What begins with a dash and is no option goes behind --.`;
  if (message.includes('does not take an argument')) return `${option} takes no value.`;
  return `Expected a value behind ${option}. One that begins with a dash is written ${option}=VALUE.`;
}

function checkOnce(name: string, tokens: readonly { readonly kind: string; readonly name?: string }[]): void {
  const given = tokens.filter((token) => token.kind === 'option').map((token) => token.name);
  const twice = given.find((option, index) => given.indexOf(option) !== index);
  if (twice) throw new UsageError(`Expected --${twice} once, got it several times.`, name);
}

function readValue(name: string, key: string, option: Option, given: string | undefined): string | number | undefined {
  const value = given ?? option.default;
  if (value === undefined && option.required)
    throw new UsageError(`Expected --${key} ${option.value}, got none.`, name);
  if (value === undefined) return undefined;
  const wrong = (expected: string) =>
    new UsageError(`Expected ${expected} for --${key}, got ${JSON.stringify(value)}.`, name);
  if (value === '') throw wrong('a value');
  if (option.choices && !option.choices.includes(value)) throw wrong(option.choices.join(' or '));
  if (option.share) {
    if (/^(0|1|0?\.\d+|1\.0+)$/.test(value)) return Number(value);
    throw wrong('a number from 0 to 1');
  }
  if (!option.most) return value;
  if (/^[1-9]\d*$/.test(value) && Number(value) <= option.most) return Number(value);
  throw wrong(`a whole number from 1 to ${option.most}`);
}

function onlyArgument(name: string, { argument }: Command, given: readonly string[]): string | undefined {
  const most = argument ? 1 : 0;
  if (given.length > most) {
    const expected = argument ? `one ${argument.name}` : 'no argument';
    throw new UsageError(`Expected ${expected}, got ${given.length}. Put one that holds spaces in quotes.`, name);
  }
  const [value] = given;
  if (argument?.required && value === undefined) throw new UsageError(`Expected ${argument.name}, got nothing.`, name);
  if (argument?.choices && value !== undefined && !argument.choices.includes(value))
    throw new UsageError(
      `Expected ${argument.choices.join(' or ')} as ${argument.name}, got ${JSON.stringify(value)}.`,
      name,
    );
  return value;
}
