/** Checks what callers give at the public doors, so that a slip of the pen is told where it was made and nothing given is silently ignored. */
import { fileURLToPath } from 'node:url';
import { CivicTopicsError } from './errors.js';

/** A kind of value: in words that follow "Expected … to be", and how one is known. */
export interface Kind {
  readonly words: string;
  readonly holds: (value: unknown) => boolean;
}

/** Names of options and what each may be; undefined is always allowed, as it stands for an option left out. */
export type OptionKinds<T> = Readonly<Record<keyof T & string, Kind>>;

/** Whatever it is, somebody else checks it. */
export const ANYTHING: Kind = { words: 'anything', holds: () => true };
export const STRING: Kind = { words: 'a string', holds: (value) => typeof value === 'string' };
export const NON_EMPTY: Kind = {
  words: 'a string, not empty',
  holds: (value) => typeof value === 'string' && value !== '',
};
export const BOOLEAN: Kind = { words: 'true or false', holds: (value) => typeof value === 'boolean' };
export const FUNCTION: Kind = { words: 'a function', holds: (value) => typeof value === 'function' };
export const LIST: Kind = { words: 'a list (an array)', holds: Array.isArray };
/** Known by what is used of it: test environments have classes of their own. */
export const SIGNAL: Kind = {
  words: 'an AbortSignal',
  holds: (value) => typeof fieldOf(value, 'aborted') === 'boolean' && hasMethods(value, 'addEventListener'),
};
export const PATH: Kind = {
  words: 'a path (a string, not empty) or a file: URL',
  holds: (value) => NON_EMPTY.holds(value) || (value instanceof URL && value.protocol === 'file:'),
};
/** Strings are iterable, too, but nobody means their characters. */
export const ITERABLE: Kind = {
  words: 'a list or another iterable, also an async one',
  holds: (value) =>
    typeof value === 'object' && (hasMethods(value, Symbol.iterator) || hasMethods(value, Symbol.asyncIterator)),
};

export function numberFrom(least: number, most: number): Kind {
  const holds = (value: unknown) => typeof value === 'number' && value >= least && value <= most;
  return { words: `a number from ${least} to ${most}`, holds };
}

export function wholeNumber(least: number, most: number): Kind {
  const holds = (value: unknown) => Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
  return { words: `a whole number from ${least} to ${most}`, holds };
}

export function oneOf(...choices: readonly string[]): Kind {
  return { words: choices.join(', '), holds: (value) => choices.includes(value as string) };
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function hasMethods(value: unknown, ...names: readonly PropertyKey[]): boolean {
  return names.every((name) => typeof fieldOf(value, name) === 'function');
}

function fieldOf(value: unknown, name: PropertyKey): unknown {
  return value === null || value === undefined ? undefined : (value as Readonly<Record<PropertyKey, unknown>>)[name];
}

/** Longer strings are cut off in messages. */
const LONGEST_QUOTED = 60;

/** What came, with its type; what is nested is not written out. */
export function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return describeObject(value);
  if (typeof value === 'function') return 'a function';
  if (typeof value !== 'string') return `the ${typeof value} ${String(value)}`;
  const cut = value.length > LONGEST_QUOTED ? `${value.slice(0, LONGEST_QUOTED)}…` : value;
  return `the string ${JSON.stringify(cut)}`;
}

function describeObject(value: object): string {
  if (hasMethods(value, 'then')) return 'a promise (await it first)';
  if (value instanceof URL) return `the URL ${value.href}`;
  const made = (fieldOf(value, 'constructor') as { readonly name?: unknown } | undefined)?.name;
  return typeof made === 'string' && made !== '' && made !== 'Object' ? `an object (${made})` : 'an object';
}

/** @param advice a sentence that says what to do */
export function invalidArgument(name: string, expected: string, got: unknown, advice?: string): CivicTopicsError {
  const message = `Expected ${name} to be ${expected}, got ${describe(got)}.`;
  return new CivicTopicsError('INVALID_ARGUMENT', advice ? `${message} ${advice}` : message);
}

/** Throws INVALID_ARGUMENT unless the value is of the kind. */
export function requireKind(name: string, value: unknown, kind: Kind, advice?: string): void {
  if (!kind.holds(value)) throw invalidArgument(name, kind.words, value, advice);
}

/**
 * Throws INVALID_ARGUMENT unless `options` is an object in which every option is known and of its kind. Names that have no value are passed
 * over: they change nothing.
 *
 * @param door the function that takes the options, for example `train()`
 * @param elsewhere names that are no option here, and the function that they belong to
 */
export function checkOptions(
  door: string,
  options: unknown,
  kinds: Readonly<Record<string, Kind>>,
  elsewhere: Readonly<Record<string, string>> = {},
): void {
  const known = Object.keys(kinds);
  if (!isObject(options))
    throw invalidArgument(`the options of ${door}`, 'an object', options, `It may have ${known.join(', ')}.`);
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue;
    if (!Object.hasOwn(kinds, name)) throw unknownOption(door, name, known, elsewhere);
    const { holds, words } = kinds[name] as Kind;
    if (!holds(value))
      throw invalidArgument(name, words, value, `It was given to ${door}; correct it, or leave it out.`);
  }
}

function unknownOption(
  door: string,
  name: string,
  known: readonly string[],
  elsewhere: Readonly<Record<string, string>>,
): CivicTopicsError {
  const owner = Object.hasOwn(elsewhere, name) ? elsewhere[name] : undefined;
  const advice = owner ? `${name} belongs to ${owner}.` : 'Correct its name, or take it out.';
  return new CivicTopicsError(
    'INVALID_ARGUMENT',
    `Expected the options of ${door} among ${known.join(', ')}, got ${name}. ${advice}`,
  );
}

/** The path that a string or a file: URL names; check its kind first. */
export function pathOf(path: string | URL): string {
  if (typeof path === 'string') return path;
  try {
    return fileURLToPath(path);
  } catch (cause) {
    throw new CivicTopicsError(
      'INVALID_ARGUMENT',
      `Expected a file: URL that names a path, got ${path.href} (${cause}).`,
      {
        cause,
      },
    );
  }
}
