/** What a command reads, writes and waits for: the process's own in real life, stand-ins in tests. */
import type { Readable, Writable } from 'node:stream';
import type { openTextClassifier } from '../batch/pool/open-text-classifier.js';
import type { createClassifier } from '../classify/create-classifier.js';
import type { createOnnxEmbedder } from '../embed/onnx-embedder.js';
import type { Terminal } from './terminal/terminal.js';

export interface Io {
  readonly stdin: Readable;
  /** Results only. */
  readonly stdout: Writable;
  /** All else. */
  readonly stderr: Writable;
  /** Whether stderr is a terminal, where a line can be written over. */
  readonly isTerminal: boolean;
  /** What stdout can show when it is a terminal, or is to be treated as one; undefined where it must get plain text. */
  readonly terminal: Terminal | undefined;
  /** Aborted when the user interrupts. */
  readonly signal: AbortSignal;
  readonly createClassifier: typeof createClassifier;
  readonly createEmbedder: typeof createOnnxEmbedder;
  readonly openTextClassifier: typeof openTextClassifier;
}

/** Resolves when the stream has taken the text, so that nothing is lost when the process ends; rejects when it cannot. */
export function write(stream: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

/** A value as JSON that people can read, too. */
export function writeJson(stream: Writable, value: unknown): Promise<void> {
  return write(stream, `${JSON.stringify(value, undefined, 2)}\n`);
}
