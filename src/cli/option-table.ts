/** The shape of a command's description: its options, its argument, and the help of both. */

/** An option that takes a value, or a flag, which takes none. */
export interface Option {
  /** Stands for the value in the help; absent for a flag. */
  readonly value?: string;
  /** Gives true or false. */
  readonly flag?: true;
  readonly help: string;
  /** One letter. */
  readonly short?: string;
  readonly default?: string;
  /** The only values accepted. */
  readonly choices?: readonly string[];
  /** The value is a file or a folder, and shells complete it as such. */
  readonly path?: true;
  /** Accepts only whole numbers from 1 to this, and gives a number. */
  readonly most?: number;
  /** Accepts only numbers from 0 to 1, and gives a number. */
  readonly share?: true;
  readonly required?: true;
}

export type OptionTable = Readonly<Record<string, Option>>;

/** What a command takes that is no option. */
export interface Argument {
  readonly name: string;
  readonly required: boolean;
  readonly help: string;
  readonly choices?: readonly string[];
  readonly path?: true;
}

export interface Command {
  readonly summary: string;
  /** What stands behind the options in the usage line. */
  readonly usage: string;
  /** Absent when the command takes none. */
  readonly argument?: Argument;
  readonly options: OptionTable;
}

export type CommandTable = Readonly<Record<string, Command>>;

/** Options that need no place in the tables: help of every command, and the version of the program. */
export const HELP: Option = { flag: true, short: 'h', help: 'print this help' };
export const VERSION_OPTION: Option = { flag: true, help: 'print the version' };
