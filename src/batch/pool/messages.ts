/** What the pool and its workers say to one another. */
import type { Classification, ClassifierInfo } from '../../classify/classification.js';
import type { ClassifierFile } from '../../classify/classifier-file.js';
import type { ErrorCode } from '../../errors.js';

/** What a worker is started with: options of `createClassifier` that can be sent to another thread. */
export interface WorkerSetup {
  /** A classifier file, by path or as it was read; default: the five topics that ship in the package. */
  readonly classifier?: string | ClassifierFile | undefined;
  /** Processor threads of the encoder, 1 to 256. */
  readonly threads: number;
  /** Tags with a lower score are not given, in [0, 1]; default 0. */
  readonly minScore?: number | undefined;
}

export type PoolMessage =
  /** Sent when the answers for the texts before are there. */
  | { readonly kind: 'texts'; readonly texts: readonly string[] }
  /** Leave what you are at, and end. */
  | { readonly kind: 'end' };

export type WorkerMessage =
  /** Sent once, before it is given texts. */
  | { readonly kind: 'ready'; readonly info: ClassifierInfo }
  /** The classifier cannot be loaded, for a reason that no second attempt will change. */
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly message: string }
  /** In the order of the texts. */
  | { readonly kind: 'answers'; readonly answers: readonly Classification[] };
