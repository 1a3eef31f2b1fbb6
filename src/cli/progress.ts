/** Says how far a long job is: in one line that is written over on a terminal, in a line every half minute elsewhere. */
import type { Io } from './io.js';

/** Milliseconds between two updates on a terminal, so that a fast job does not spend its time on them. */
const TERMINAL_INTERVAL = 200;

/** Milliseconds between two lines on a pipe: a run shorter than that says nothing, one of twelve hours 1,440 lines. */
export const PIPE_INTERVAL = 30_000;

/** Returns to the start of the line and clears it (ECMA-48: CR, EL). */
const CLEAR_LINE = '\r\u001b[K';

/** How much of the input is done, in bytes. */
export interface BytesDone {
  readonly done: number;
  /** Unknown for a pipe. */
  readonly total?: number;
}

export class Progress {
  readonly #io: Io;
  readonly #start = performance.now();
  readonly #bytes: () => BytesDone;
  readonly #doneAtStart: number;
  #shown: number;
  #hasLine = false;

  /** @param bytes asked when something is shown; default: nothing is known of bytes. What is done at the beginning was done by an earlier run. */
  constructor(io: Io, bytes: () => BytesDone = () => ({ done: 0 })) {
    this.#io = io;
    this.#bytes = bytes;
    this.#doneAtStart = bytes().done;
    this.#shown = io.isTerminal ? Number.NEGATIVE_INFINITY : this.#start;
  }

  /** Since the beginning. */
  get seconds(): number {
    return (performance.now() - this.#start) / 1000;
  }

  /** @param rows done in this run */
  readonly update = (rows: number): void => {
    const now = performance.now();
    const { isTerminal, stderr } = this.#io;
    if (now - this.#shown < (isTerminal ? TERMINAL_INTERVAL : PIPE_INTERVAL)) return;
    this.#shown = now;
    this.#hasLine = isTerminal;
    const line = `${pace(rows, this.seconds)}${this.#share()}`;
    stderr.write(isTerminal ? `${CLEAR_LINE}${line}` : `civic-topics: ${line}\n`);
  };

  /** Says something that stays, above the line that is written over. */
  readonly notice = (message: string): void => {
    this.clear();
    this.#io.stderr.write(`civic-topics: ${message}\n`);
  };

  clear(): void {
    if (this.#hasLine) this.#io.stderr.write(CLEAR_LINE);
    this.#hasLine = false;
  }

  /** For example `, 31 % done, 4 min 10 s left`, as if the rest were as quick as what this run has done; empty when nothing is known. */
  #share(): string {
    const { done: read, total } = this.#bytes();
    if (!total) return '';
    // A file may grow while it is read.
    const done = Math.min(read, total);
    const share = `, ${Math.floor((100 * done) / total)} % done`;
    const doneNow = done - this.#doneAtStart;
    return doneNow > 0 ? `${share}, ${duration((this.seconds * (total - done)) / doneNow)} left` : share;
  }
}

/** For example `1200 rows in 13.2 s (90.9 rows/s)`. */
export function pace(rows: number, seconds: number): string {
  const rate = seconds > 0 ? rows / seconds : 0;
  return `${rows} ${rows === 1 ? 'row' : 'rows'} in ${seconds < 100 ? `${seconds.toFixed(1)} s` : duration(seconds)} (${rate.toFixed(1)} rows/s)`;
}

/** For example `45 s`, `4 min 10 s` or `3 h 5 min`. */
function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  return minutes < 60 ? `${minutes} min ${whole % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
