/** Decides in which encoding and with which delimiter an input is read: as the user says, or as its samples show. */
import { decodeText, ownMark } from '../encoding/decode.js';
import { detectEncoding, type EncodingGuess } from '../encoding/detect-encoding.js';
import type { Encoding } from '../encoding/encodings.js';
import type { FileFormat } from '../file-format.js';
import { type Delimiter, sniffDelimiter } from '../table/delimiter.js';
import { refuseArray, refuseForeign, refuseJson } from './foreign-files.js';

/** What the user says; what is absent is found out. */
export interface ReadingOptions {
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
}

export interface Reading {
  readonly encoding: Encoding;
  readonly byteOrderMark: boolean;
  /** Of CSV; a comma for newline-delimited JSON, which has none. */
  readonly delimiter: Delimiter;
  /** What was found out and is not as most would expect; one or two sentences. */
  readonly notice?: string;
}

/**
 * @param expected format of the file, by its name if that says something
 * @throws CivicTopicsError INPUT_INVALID when the encoding is neither given nor plain from the samples, or the file is no table of text
 */
export async function decideReading(
  samples: readonly Uint8Array[],
  expected: FileFormat,
  { encoding, delimiter }: ReadingOptions,
): Promise<Reading> {
  const [start = new Uint8Array()] = samples;
  refuseForeign(start);
  const guess: EncodingGuess =
    encoding === undefined
      ? detectEncoding(samples)
      : { encoding, byteOrderMark: ownMark(start, encoding) !== undefined };
  const { note, ...found } = guess;
  const usual = expected.kind === 'csv' ? expected.delimiter : ',';
  const text = await beginning(start, found.encoding);
  if (expected.kind === 'ndjson') refuseArray(text);
  const sniffed = delimiter ?? (expected.kind === 'csv' ? delimiterOf(text, usual) : usual);
  const detected = [
    ...(encoding === undefined && (found.encoding !== 'utf-8' || note) ? [`encoding ${found.encoding}`] : []),
    ...(delimiter === undefined && sniffed !== usual ? [`delimiter ${DELIMITER_NAMES[sniffed]}`] : []),
  ];
  const sentences = [...(detected.length > 0 ? [`Detected: ${detected.join(', ')}.`] : []), ...(note ? [note] : [])];
  return { ...found, delimiter: sniffed, ...(sentences.length > 0 && { notice: sentences.join(' ') }) };
}

/** Whoever names the delimiter of what looks like JSON means CSV. */
function delimiterOf(text: string, usual: Delimiter): Delimiter {
  refuseJson(text);
  return sniffDelimiter(text, usual);
}

const DELIMITER_NAMES: Readonly<Record<Delimiter, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'vertical bar',
};

/** Bytes from which the delimiter is told: more than enough for a hundred records. */
const SNIFFED_BYTES = 256 * 1024;

async function beginning(sample: Uint8Array, encoding: Encoding): Promise<string> {
  async function* bytes() {
    yield sample.subarray(0, SNIFFED_BYTES);
  }
  let text = '';
  for await (const piece of decodeText(bytes(), encoding)) text += piece;
  return text;
}
