/** Shows on a terminal how far a long job is; says nothing on a pipe. */
import type { Io } from './io.js';

/** Milliseconds between two updates, so that a fast job does not spend its time on them. */
const INTERVAL = 200;

/** Returns to the start of the line and clears it (ECMA-48: CR, EL). */
const CLEAR_LINE = '\r\u001b[K';

export class Progress {
  readonly #io: Io;
  readonly #start = performance.now();
  #shown = 0;

  constructor(io: Io) {
    this.#io = io;
  }

  /** Since the beginning. */
  get seconds(): number {
    return (performance.now() - this.#start) / 1000;
  }

  readonly update = (rows: number): void => {
    const now = performance.now();
    if (!this.#io.isTerminal || now - this.#shown < INTERVAL) return;
    this.#shown = now;
    this.#io.stderr.write(`${CLEAR_LINE}${pace(rows, this.seconds)}`);
  };

  clear(): void {
    if (this.#shown > 0) this.#io.stderr.write(CLEAR_LINE);
  }
}

/** For example `1200 rows in 13.2 s (90.9 rows/s)`. */
export function pace(rows: number, seconds: number): string {
  const rate = seconds > 0 ? rows / seconds : 0;
  return `${rows} ${rows === 1 ? 'row' : 'rows'} in ${seconds.toFixed(1)} s (${rate.toFixed(1)} rows/s)`;
}
