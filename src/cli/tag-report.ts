/** Tells on stderr how a run of `tag` goes: what was detected, which rows are bad, and how far it is. */
import type { TagFileOptions } from '../batch/tag-file-options.js';
import type { Io } from './io.js';
import { Progress } from './progress.js';

/** Bad rows that are named; all are counted. */
const MOST_NAMED = 10;

export class TagReport {
  readonly listeners: Required<Pick<TagFileOptions, 'onNotice' | 'onStart' | 'onProgress' | 'onReject'>>;
  readonly #whole: Progress;
  /** Of the classifying alone, without the rows of an earlier run that are passed over. */
  #progress: Progress;

  constructor(io: Io) {
    this.#whole = new Progress(io);
    this.#progress = this.#whole;
    this.listeners = {
      onNotice: (message) => this.#progress.notice(message),
      onStart: (bytesRead) => {
        this.#progress = new Progress(io, bytesRead);
      },
      onProgress: (rows) => this.#progress.update(rows),
      onReject: ({ line, reason }, count) => {
        if (count <= MOST_NAMED) this.#progress.notice(`bad row at line ${line}: ${reason}`);
        if (count === MOST_NAMED + 1) this.#progress.notice('there are more bad rows, which are not named here.');
      },
    };
  }

  /** Since the beginning. */
  get seconds(): number {
    return this.#whole.seconds;
  }

  clear(): void {
    this.#progress.clear();
  }
}
