/** Cuts newline-delimited JSON into its lines. */
import { LONGEST_RAW, LONGEST_RECORD } from './limits.js';

export interface NdjsonLine {
  /** Counted from 1. */
  readonly line: number;
  /** Without white space around it, a byte order mark included; cut short when there is a problem. */
  readonly json: string;
  /** That it is too long, going on from "The row"; absent when it is not. */
  readonly problem?: string;
}

export interface NdjsonLinesOptions {
  /** Whether lines with nothing but white space are given, too; default false. */
  readonly blankLines?: boolean;
}

/** Yields the lines as they are asked for, each as soon as its end is read; they end with LF or CRLF, and the last one may not. */
export async function* ndjsonLines(
  pieces: AsyncIterable<string>,
  { blankLines = false }: NdjsonLinesOptions = {},
): AsyncGenerator<NdjsonLine> {
  const cutter = new LineCutter();
  for await (const piece of pieces) {
    for (const line of cutter.cut(piece)) if (blankLines || line.json !== '') yield line;
  }
  if (!cutter.isOpen) return;
  const last = cutter.take();
  if (blankLines || last.json !== '') yield last;
}

/** The lines are the same wherever the pieces of the text end. */
class LineCutter {
  /** Beginning of the open line, as far as it matters, and how long it is in all. */
  #kept = '';
  #length = 0;
  #line = 1;

  /** Whether that line has any characters yet. */
  get isOpen(): boolean {
    return this.#length > 0;
  }

  *cut(piece: string): Generator<NdjsonLine> {
    let from = 0;
    for (let end = piece.indexOf('\n'); end !== -1; end = piece.indexOf('\n', from)) {
      yield this.take(piece.slice(from, end));
      from = end + 1;
    }
    this.#keep(piece.slice(from));
  }

  /** Ends the open line. */
  take(lastPart = ''): NdjsonLine {
    this.#keep(lastPart);
    const json = this.#kept.trim();
    const line = this.#line++;
    const tooLong = this.#length > LONGEST_RECORD;
    this.#kept = '';
    this.#length = 0;
    return tooLong ? { line, json, problem: `is longer than ${LONGEST_RECORD} characters` } : { line, json };
  }

  /** Of a line that is too long only the beginning is kept, whatever came in one piece. */
  #keep(part: string): void {
    this.#length += part.length;
    this.#kept += part;
    if (this.#length > LONGEST_RECORD) this.#kept = this.#kept.slice(0, LONGEST_RAW + 1);
  }
}
