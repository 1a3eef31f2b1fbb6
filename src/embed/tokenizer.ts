/** Splits a text into the model's tokens, each with its place in the text in UTF-16 code units. */
import { Tokenizer as NativeTokenizer } from 'tokenizers';
import { CivicTopicsError } from '../errors.js';

/** The tokens of one text, without start and end marks; token i covers UTF-16 code units `starts[i]` to `ends[i]`. */
export interface Tokens {
  readonly ids: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** A loaded `tokenizer.json`. */
export interface Tokenizer {
  tokenize(text: string): Promise<Tokens>;
}

const FIRST_SURROGATE = /[\ud800-\udfff]/;

/** Place of every code point in UTF-16 code units, the text's length last; undefined when both counts agree. */
function codePointOffsets(text: string): Uint32Array | undefined {
  if (!FIRST_SURROGATE.test(text)) return undefined;
  const offsets: number[] = [];
  for (let at = 0; at < text.length; at += (text.codePointAt(at) as number) > 0xffff ? 2 : 1) offsets.push(at);
  offsets.push(text.length);
  return Uint32Array.from(offsets);
}

/**
 * Loads a tokenizer from the text of its `tokenizer.json`.
 *
 * @throws CivicTopicsError MODEL_INVALID when the text is not such a file.
 */
export function loadTokenizer(json: string, where: string): Tokenizer {
  let native: NativeTokenizer;
  try {
    native = NativeTokenizer.fromString(json);
  } catch (cause) {
    throw new CivicTopicsError('MODEL_INVALID', `Expected a tokenizers file, got something else: ${where} (${cause})`, {
      cause,
    });
  }
  return {
    async tokenize(text) {
      const encoding = await native.encode(text, null, { addSpecialTokens: false });
      const offsets = codePointOffsets(text);
      const place = (codePoints: number) => (offsets ? (offsets[codePoints] ?? text.length) : codePoints);
      const pairs = encoding.getOffsets() as [number, number][];
      return {
        ids: encoding.getIds(),
        starts: pairs.map(([start]) => place(start)),
        ends: pairs.map(([, end]) => place(end)),
      };
    },
  };
}
