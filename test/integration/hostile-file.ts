/** What the tables of hostile files are made of. */

/** A bad row: the line where it starts, and the reason going on from "The row", without a full stop. */
export type Reject = readonly [line: number, problem: string | RegExp];

/** A file and what must become of it. */
export interface HostileFile {
  readonly title: string;
  readonly content: string | Uint8Array;
  /** Default `in.csv`. */
  readonly name?: string;
  /** Further arguments of `tag`. */
  readonly args?: readonly string[];
  /** Rows that come out, as the cells that went in, or as the lines of newline-delimited JSON. Default none. */
  readonly rows?: readonly (readonly string[] | string)[];
  /** Texts that the classifier is asked about; default the last cell of each row. */
  readonly texts?: readonly string[];
  readonly rejects?: readonly Reject[];
  /** The run is refused, exit code 1, with these words and without an output. */
  readonly refused?: RegExp;
  /** Between the cells of the output; default a comma. */
  readonly delimiter?: string;
}

/** `id,text` and these lines. */
export const csv = (...lines: readonly string[]): string => `id,text\n${lines.join('\n')}\n`;
