/** Reads the evaluation that another run is compared with. */
import { readFile } from 'node:fs/promises';
import { findByteOrderMark } from '../batch/encoding/byte-order-mark.js';
import { decodeText } from '../batch/encoding/decode.js';
import { detectUtf16 } from '../batch/encoding/detect-utf-16.js';
import { unreadable } from '../batch/failures.js';
import { CivicTopicsError } from '../errors.js';
import type { Evaluation } from '../evaluate/evaluation.js';

/**
 * Parses what `evaluate --format json` printed; `evaluate` itself checks what is in it.
 *
 * @throws CivicTopicsError INPUT_UNREADABLE when the file cannot be read, INPUT_INVALID when it is not JSON
 */
export async function readBaseline(path: string): Promise<Evaluation> {
  const bytes = await readFile(path).catch((error) => {
    throw unreadable(path, error);
  });
  try {
    return JSON.parse(await decoded(bytes)) as Evaluation;
  } catch (cause) {
    throw new CivicTopicsError(
      'INPUT_INVALID',
      `Expected ${path} to be what evaluate --format json prints, got something else (${cause}).`,
      { cause },
    );
  }
}

/** UTF-8, or UTF-16 as PowerShell writes what a program prints. */
async function decoded(bytes: Uint8Array): Promise<string> {
  const encoding = findByteOrderMark(bytes)?.encoding ?? detectUtf16([bytes]) ?? 'utf-8';
  async function* source() {
    yield bytes;
  }
  let text = '';
  for await (const piece of decodeText(source(), encoding)) text += piece;
  return text;
}
