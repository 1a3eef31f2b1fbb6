/** Tells, character by character, where the records of a CSV file end and which have broken quotes. */
import { isSpace } from './csv-fields.js';
import { LONGEST_FIELD, LONGEST_RECORD } from './limits.js';

/** `second-half` is the LF of a CRLF: its record has ended at the CR. */
export type Step = 'goes-on' | 'ends' | 'second-half' | 'runs-away';

type State = 'field-start' | 'plain' | 'quoted' | 'quote-in-quotes' | 'behind-quote' | 'skipped';

/**
 * A record with broken quotes ends with the line that shows it. But when a quoted field *runs away*, over line ends without ever
 * closing, its record ends with the line in which the quote opened, so that the good rows that it ran over can be read. It has
 * run away when
 * - the file, or LONGEST_FIELD, ends before it closes;
 * - there is text behind its closing quote, which then is more likely the opening one of another row;
 * - so many fields follow that quotes must have changed their roles, as with `a","b` in every line. Twice the width, so that no
 *   line of a record of two lines can pass for a row.
 *
 * Text in quotes with line ends and quotes that are not doubled breaks as well: its first line becomes a bad row, the others what
 * they look like.
 */
export class CsvScanner {
  /** Number of fields that a row should have, once it is known. */
  width = Number.POSITIVE_INFINITY;
  /** What is wrong with the record, going on from "The row". */
  problem: string | undefined;
  /** Line in which the record starts, counted from 1. */
  recordLine = 1;
  /** Length of the record up to the end of the line in which its last field of several lines opened, and that line. */
  openingEnd = 0;
  openingLine = 0;
  readonly #delimiter: number;
  #state: State = 'field-start';
  #line = 1;
  #fields = 1;
  #length = 0;
  #limit = LONGEST_FIELD;
  #quoteLine = 0;
  #afterReturn = false;

  constructor(delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0);
  }

  /** Whether nothing of the record matters any more but where it ends. */
  get skips(): boolean {
    return this.#state === 'skipped';
  }

  read(code: number): Step {
    const secondHalf = code === LINE_FEED && this.#afterReturn;
    const lineEnd = code === RETURN || (code === LINE_FEED && !secondHalf);
    this.#afterReturn = code === RETURN;
    if (secondHalf && this.#length === 0) return 'second-half';
    if (lineEnd && this.#state !== 'quoted') return 'ends';
    this.#length++;
    if (this.#state === 'quoted') this.#readQuoted(code, lineEnd);
    else if (this.#state === 'skipped') return 'goes-on';
    else if (code === this.#delimiter) return this.#nextField();
    else if (!this.#readUnquoted(code)) return this.#goneOn();
    return this.#length > this.#limit ? this.#tooLong() : 'goes-on';
  }

  /** The file is at its end: `ends`, or `runs-away` when more records may be found behind the opening line. */
  end(): Step {
    return this.#state === 'quoted' && this.#unclosed('') === 'runs-away' ? 'runs-away' : 'ends';
  }

  /** The next record starts in the next line. */
  next(): void {
    this.#start(this.#line + 1);
  }

  /** The next record starts in the line behind the opening line. */
  nextBehindOpening(afterReturn: boolean): void {
    this.#start(this.openingLine + 1);
    this.#afterReturn = afterReturn;
  }

  #start(line: number): void {
    this.#line = line;
    this.recordLine = line;
    this.problem = undefined;
    this.openingEnd = 0;
    this.#state = 'field-start';
    this.#fields = 1;
    this.#length = 0;
    this.#limit = LONGEST_FIELD;
  }

  #readQuoted(code: number, lineEnd: boolean): void {
    if (code === QUOTE) this.#state = 'quote-in-quotes';
    if (!lineEnd) return;
    if (this.#line === this.#quoteLine) {
      this.openingEnd = this.#length - 1;
      this.openingLine = this.#line;
    }
    this.#line++;
  }

  /** As fast-csv reads: white space around a quoted field is passed over, a quote amid a plain field is like any character. */
  #readUnquoted(code: number): boolean {
    if (this.#state === 'plain') return true;
    if (this.#state === 'field-start') {
      if (code === QUOTE) this.#quoteLine = this.#line;
      if (!isSpace(code)) this.#state = code === QUOTE ? 'quoted' : 'plain';
      return true;
    }
    if (code === QUOTE && this.#state === 'quote-in-quotes') this.#state = 'quoted';
    else if (isSpace(code)) this.#state = 'behind-quote';
    else return false;
    return true;
  }

  #nextField(): Step {
    this.#state = 'field-start';
    this.#fields++;
    this.#limit = Math.min(this.#length + LONGEST_FIELD, LONGEST_RECORD);
    if (this.openingEnd === 0 || this.#fields <= 2 * this.width) return 'goes-on';
    this.problem =
      `goes on over several lines and has more than twice the ${this.width} fields of a row, ` +
      `as when a quote, opened in line ${this.openingLine}, is not closed`;
    return 'runs-away';
  }

  /** Behind a closing quote there is text. */
  #goneOn(): Step {
    if (this.#quoteLine < this.#line)
      return this.#unclosed(`: behind the next quote, in line ${this.#line}, it goes on`);
    return this.#skip('has a quoted field that goes on after its closing quote');
  }

  #tooLong(): Step {
    const isField = this.#limit < LONGEST_RECORD;
    if (this.#state === 'quoted')
      return this.#unclosed(` within ${isField ? LONGEST_FIELD : LONGEST_RECORD} characters`);
    return this.#skip(
      isField ? `has a field of more than ${LONGEST_FIELD} characters` : `is longer than ${LONGEST_RECORD} characters`,
    );
  }

  #unclosed(detail: string): Step {
    const problem = `has a field whose quote, opened in line ${this.#quoteLine}, is not closed${detail}`;
    if (this.#quoteLine === this.#line) return this.#skip(problem);
    this.problem = problem;
    return 'runs-away';
  }

  #skip(problem: string): Step {
    this.problem = problem;
    this.#state = 'skipped';
    return 'goes-on';
  }
}

const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const QUOTE = 0x22;
