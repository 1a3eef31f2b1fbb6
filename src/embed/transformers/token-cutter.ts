/** Cuts texts into the ids of a pipeline's tokens, and knows the marks that the model wants before and after them. */
import { describe } from '../../arguments.js';
import { CivicTopicsError } from '../../errors.js';
import { ownCopy } from '../../text/own-copy.js';
import type { PipelineTensorClass, PipelineTokenizer } from './pipeline.js';

/** Short words come again and again; this many are remembered, some 10 MB. */
const MOST_REMEMBERED = 50_000;
const LONGEST_REMEMBERED = 24;

/** Tokens of texts as ids. */
export class TokenCutter {
  /** Ids of the marks before a text and after it, for example of `<s>` and of `</s>`. */
  readonly start: readonly number[];
  readonly end: readonly number[];
  /** What a model's inputs must be. */
  readonly Tensor: PipelineTensorClass;
  readonly #tokenizer: PipelineTokenizer;
  readonly #remembered = new Map<string, readonly number[]>();

  /** @throws CivicTopicsError MODEL_INVALID when the tokenizer puts its marks anywhere but before and after a text */
  constructor(tokenizer: PipelineTokenizer) {
    this.#tokenizer = tokenizer;
    const [bare = []] = this.#cut(['a'], false);
    const [marked = []] = this.#cut(['a'], true);
    const at = marked.findIndex((_, i) => startsWith(marked, i, bare));
    if (bare.length === 0 || at < 0) {
      throw new CivicTopicsError(
        'MODEL_INVALID',
        `Expected a tokenizer that puts marks before and after a text, got ${marked.join(' ')} for the text ${bare.join(' ')}.`,
      );
    }
    this.start = marked.slice(0, at);
    this.end = marked.slice(at + bare.length);
    this.Tensor = tokenizer('a')?.input_ids?.constructor as PipelineTensorClass;
    if (typeof this.Tensor !== 'function')
      throw new CivicTopicsError('MODEL_INVALID', 'Expected a tokenizer that gives input_ids as a tensor, got none.');
  }

  /** The ids of one text without marks. */
  readonly cut = (text: string): readonly number[] => {
    if (text === '') return [];
    if (text.length > LONGEST_REMEMBERED) return this.#cut([text], false)[0] as number[];
    const known = this.#remembered.get(text);
    if (known) return known;
    const ids = this.#cut([text], false)[0] as number[];
    if (this.#remembered.size >= MOST_REMEMBERED) this.#remembered.clear();
    this.#remembered.set(ownCopy(text), ids);
    return ids;
  };

  #cut(texts: readonly string[], marks: boolean): number[][] {
    const options = { add_special_tokens: marks, padding: false, truncation: false, return_tensor: false } as const;
    const ids: unknown = this.#tokenizer(texts, options)?.input_ids;
    if (Array.isArray(ids) && ids.length === texts.length && ids.every(Array.isArray)) return ids;
    throw new CivicTopicsError(
      'MODEL_INVALID',
      `Expected a tokenizer that gives input_ids, a list of ids for each text, got ${describe(ids)}. Use one of transformers.js.`,
    );
  }
}

/** Whether `ids` go on with `others` from place `from` on. */
export function startsWith(ids: readonly number[], from: number, others: readonly number[]): boolean {
  return others.every((id, i) => ids[from + i] === id);
}
