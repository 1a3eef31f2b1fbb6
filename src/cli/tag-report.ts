/** Tells on stderr how a run of `tag` goes: what was detected, which rows are bad, and how far it is. */
import type { TagFileOptions } from '../batch/tag-file-options.js';
import { badRowNotice } from './bad-rows.js';
import type { Io } from './io.js';
import { Progress } from './progress.js';

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
        const notice = badRowNotice(`bad row at line ${line}`, reason, count);
        if (notice !== undefined) this.#progress.notice(notice);
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
