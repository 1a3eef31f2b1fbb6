/** Cuts the text of a CSV file into records, the stretches that hold one row each, line ends inside quotes included. */
import { invalidRow, type Position } from './position.js';

/**
 * Longest record, in UTF-16 code units. A quote that is never closed would otherwise take the rest of the file into memory;
 * a whole law is about a tenth of this.
 */
export const LONGEST_RECORD = 16 * 1024 * 1024;

/**
 * Yields the text of each record without its line end (LF, CRLF or CR). Blank lines come as empty records.
 *
 * Why not leave this to fast-csv: its parser, once it fails, forgets the good rows that came with the bad one, so that nobody
 * knows which row was bad; and it reads an unfinished row from its beginning again with every chunk.
 *
 * @param position gets the line in which each record starts
 * @throws CivicTopicsError INPUT_INVALID when a quote is never closed or a record is longer than LONGEST_RECORD
 */
export async function* csvRecords(
  pieces: AsyncIterable<string>,
  delimiter: string,
  position: Position,
): AsyncGenerator<string> {
  const cutter = new RecordCutter(delimiter, position);
  for await (const piece of pieces) yield* cutter.cut(piece);
  yield* cutter.finish();
}

type State = 'field-start' | 'plain' | 'quoted' | 'quote-in-quotes';

class RecordCutter {
  readonly #delimiter: string;
  readonly #position: Position;
  #state: State = 'field-start';
  #pending = '';
  #line = 1;
  #quoteLine = 0;
  #afterReturn = false;

  constructor(delimiter: string, position: Position) {
    this.#delimiter = delimiter;
    this.#position = position;
  }

  *cut(piece: string): Generator<string> {
    let from = 0;
    for (let at = 0; at < piece.length; at++) {
      const part = this.#read(piece[at] as string);
      if (part === 'record') continue;
      if (part === 'record-end') {
        yield this.#pending + piece.slice(from, at);
        this.#pending = '';
        this.#position.line = this.#line;
      }
      from = at + 1;
    }
    this.#pending += piece.slice(from);
    if (this.#pending.length > LONGEST_RECORD) throw this.#tooLong();
  }

  *finish(): Generator<string> {
    if (this.#state === 'quoted') throw invalidRow(this.#position, this.#unclosed());
    if (this.#pending !== '') yield this.#pending;
  }

  /** The second half of a CRLF comes after its record has ended, maybe in the next piece. */
  #read(char: string): 'record' | 'record-end' | 'second-half' {
    const secondHalf = char === '\n' && this.#afterReturn;
    const lineEnd = !secondHalf && (char === '\n' || char === '\r');
    this.#afterReturn = char === '\r';
    if (lineEnd) this.#line++;
    if (this.#state === 'quoted') {
      if (char === '"') this.#state = 'quote-in-quotes';
      return 'record';
    }
    if (secondHalf) return 'second-half';
    this.#state = lineEnd ? 'field-start' : this.#stateAfter(char);
    if (this.#state === 'quoted') this.#quoteLine = this.#line;
    return lineEnd ? 'record-end' : 'record';
  }

  /** As fast-csv reads: white space before an opening quote is passed over, a quote inside a plain field is a character like any other. */
  #stateAfter(char: string): State {
    if (char === this.#delimiter) return 'field-start';
    if (char === '"') return this.#state === 'plain' ? 'plain' : 'quoted';
    return this.#state === 'field-start' && /\s/.test(char) ? 'field-start' : 'plain';
  }

  #tooLong(): Error {
    const reason = this.#state === 'quoted' ? `It ${this.#unclosed()}` : 'Is it a CSV file?';
    return invalidRow(this.#position, `is longer than ${LONGEST_RECORD} characters. ${reason}`);
  }

  #unclosed(): string {
    return (
      `has a field whose quote, opened in line ${this.#quoteLine}, is not closed. ` +
      'Close it, or write the quotes inside a quoted field twice ("").'
    );
  }
}
