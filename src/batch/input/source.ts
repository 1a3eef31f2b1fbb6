/** What a run reads: a file, of which any part can be looked at, or a stream that passes once. */

/** How much of the input has been read, in bytes. */
export interface BytesRead {
  readonly done: number;
  /** Unknown for a stream. */
  readonly total?: number;
}

/** What tells one input from another. */
export interface Fingerprint {
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
}

export interface Source {
  /** The start of the input, then stretches from across it when it is a file; enough to tell its encoding. */
  readonly samples: readonly Uint8Array[];
  /** All of it; can be read once. */
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly progress: BytesRead;
  /** Absent for a stream, which nobody can read a second time. */
  readonly file?: {
    /** Reads all of it. */
    fingerprint(): Promise<Fingerprint>;
    /** Of what `bytes` has given so far: in the end the same, unless the file has changed meanwhile. */
    fingerprintSoFar(): Fingerprint;
  };
  close(): Promise<void>;
}
