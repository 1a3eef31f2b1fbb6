/** What the user says of how an input is written, as the options `--encoding` and `--delimiter`. */
import { parseEncoding } from '../batch/encoding/encodings.js';
import type { ReadingOptions } from '../batch/input/reading.js';
import type { Delimiter } from '../batch/table/delimiter.js';
import { UsageError } from './args.js';
import type { CommandName } from './commands.js';

interface Given {
  readonly encoding: string | undefined;
  readonly delimiter: string | undefined;
}

/** @throws UsageError when one of them is unknown */
export function readingOptions({ encoding, delimiter }: Given, command: CommandName): ReadingOptions {
  return {
    ...(encoding !== undefined && { encoding: encodingOf(encoding, command) }),
    ...(delimiter !== undefined && { delimiter: delimiterOf(delimiter, command) }),
  };
}

function encodingOf(name: string, command: CommandName) {
  try {
    return parseEncoding(name);
  } catch (error) {
    throw new UsageError((error as Error).message, command);
  }
}

const DELIMITERS: ReadonlyMap<string, Delimiter> = new Map([
  [',', ','],
  [';', ';'],
  ['|', '|'],
  ['tab', '\t'],
  ['\t', '\t'],
]);

function delimiterOf(name: string, command: CommandName): Delimiter {
  const delimiter = DELIMITERS.get(name);
  if (delimiter !== undefined) return delimiter;
  throw new UsageError(`Expected , or ; or | or tab for --delimiter, got ${JSON.stringify(name)}.`, command);
}
