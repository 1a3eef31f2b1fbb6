/** What can be asked of `tagFile`, and what it tells. */
import type { AbortOptions } from '../classify/classification.js';
import type { ClassifierFile } from '../classify/classifier-file.js';
import type { Encoding } from './encoding/encodings.js';
import type { BytesRead } from './input/source.js';
import type { TagSummary } from './output/tally.js';
import type { openTextClassifier } from './pool/open-text-classifier.js';
import type { Delimiter } from './table/delimiter.js';
import type { BadRow } from './table/item.js';

/** How the input is read, and the output written. */
export interface TableOptions {
  /** Column that holds the text, its number in a file without a header, or a dotted path in newline-delimited JSON; default `text`. */
  readonly textColumn?: string;
  /** Default: what the input's name says, and for a stream `csv`. The output has the same. */
  readonly format?: 'csv' | 'ndjson';
  /** Of the input; default: as it looks. The output is UTF-8. */
  readonly encoding?: Encoding;
  /** Of a CSV input; default: as it looks. The output has the same, unless its name says otherwise and the input's does not. */
  readonly delimiter?: Delimiter;
  /** Whether the first record of CSV names the columns; default true. */
  readonly header?: boolean;
  /** Makes the output begin with a byte order mark; it does anyway when the input does. Default false. */
  readonly byteOrderMark?: boolean;
}

export interface TagFileOptions extends AbortOptions, TableOptions {
  /** What becomes of a row that cannot be read: it is set aside, or the run fails. Default `reject`. */
  readonly onBadRow?: 'reject' | 'stop';
  /** Whether what an earlier run left unfinished is deleted rather than gone on with; default false. */
  readonly restart?: boolean;
  /** Whether a file of the output's name is replaced, rather than the run refused; default false. */
  readonly overwrite?: boolean;
  /**
   * Milliseconds between two checkpoints, which is how much work is done again after kill -9 or a power cut; default 2000. A
   * checkpoint takes 10 ms, or 100 on slow disks, in which workers go on.
   */
  readonly checkpointInterval?: number;
  /** Version of the program, which goes on only with its own runs; default none. */
  readonly version?: string;
  /** A classifier file, by path or as `train()` returned it; default: the five topics that ship in the package. */
  readonly classifier?: string | ClassifierFile | undefined;
  /** See `OpenTextClassifierOptions`, as for the next two. */
  readonly minScore?: number | undefined;
  readonly workers?: number | undefined;
  readonly threads?: number | undefined;
  /** Default: `openTextClassifier`. */
  readonly openClassifier?: typeof openTextClassifier;
  /** Told what the user should know, in one or two sentences. */
  readonly onNotice?: (message: string) => void;
  /** Called when the first row is about to be classified; rows of an earlier run have been passed over by then. */
  readonly onStart?: (bytesRead: () => BytesRead) => void;
  /** Called after each row with the number of rows done in this run, good and bad. */
  readonly onProgress?: (rows: number) => void;
  /** Called with each bad row and the number of those so far, an earlier run's included. */
  readonly onReject?: (row: BadRow, count: number) => void;
}

/** What a run has found, together with an earlier one that it went on with. */
export interface TagFileSummary extends TagSummary {
  /** Rows done in this run, good and bad. */
  readonly doneNow: number;
  /** Where bad rows are set aside; absent when the output is no file. */
  readonly rejectsFile?: string | undefined;
}
