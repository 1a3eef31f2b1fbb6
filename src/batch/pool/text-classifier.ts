/** What gives texts their answers while a file is tagged: in this thread, or in worker threads. */
import type { Classification, ClassifierInfo } from '../../classify/classification.js';
import { CivicTopicsError } from '../../errors.js';

export interface TextClassifier {
  /** Texts that it can work on at once. */
  readonly width: number;
  /**
   * The answer for a text never depends on the others.
   *
   * @throws TextFailure when it fails on this text; any other error concerns every text
   */
  classify(text: string): Promise<Classification>;
  /** Gives back threads and memory; later calls, and those still waiting, fail with CLOSED. */
  close(): Promise<void>;
}

/** A text classifier that says what it was loaded from. */
export interface LoadedTextClassifier extends TextClassifier {
  readonly info: ClassifierInfo;
}

/** The classifier cannot answer for this text, but can for others. */
export class TextFailure extends CivicTopicsError {
  /** @param reason as short as the failure allows; the same whichever thread met it, so that the same input gives the same rejects */
  constructor(reason: string) {
    super('INPUT_INVALID', `The classifier fails on this text: ${oneLine(reason)}.`);
  }
}

/** Longest reason that is shown, in characters. */
const LONGEST_REASON = 200;

/** A message of another program as a part of a sentence of ours. */
export function oneLine(message: string): string {
  return message.replace(/\s+/g, ' ').trim().slice(0, LONGEST_REASON).replace(/\.$/, '');
}
