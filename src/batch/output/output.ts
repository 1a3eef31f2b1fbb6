/** What a run writes its rows to, whatever that is. */
import type { Classification } from '../../classify/classification.js';
import type { BadRow } from '../table/item.js';
import type { Tally } from './tally.js';

export interface Output {
  /** Of this run, and of an earlier one that it goes on with. */
  readonly tally: Tally;
  /** Where bad rows are set aside, if they are. */
  readonly rejectsFile?: string;
  /** Whether an earlier run has written every row. */
  readonly isWhole: boolean;
  /** @param record as it is written, with its line end */
  row(record: string, classification: Classification): Promise<void>;
  reject(row: BadRow): Promise<void>;
  /** Every row is written: puts the output in its place. */
  finish(): Promise<void>;
  /** What is written is not right: no run must go on with it. */
  spoil(): Promise<void>;
  /** The run has failed: keeps what it has done, if that is possible, and tells of it. Never throws. */
  keep(): Promise<void>;
}

/** What has to be known before the first row is written. */
export interface OutputStart {
  /** Of the whole output: a byte order mark and a header line, or neither. */
  readonly head: string;
  /** In the order of the classifier. */
  readonly topics: readonly string[];
  /** Told what should be known of the output, in one sentence. */
  readonly notify: (message: string) => void;
}
