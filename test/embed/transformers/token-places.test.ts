import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Tokenizer } from 'tokenizers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TokenPlaces } from '../../../src/embed/transformers/token-places.js';

const folder = mkdtempSync(join(tmpdir(), 'civic-topics-tokens-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Learnt from by the two tokenizers that have to learn. */
const LEARNT = `Bộ Nội vụ trình nghị định về tiền lương của viên chức, và các địa phương rà soát biên chế.
Les agents du ministère demandent une revalorisation des salaires ; les syndicats négocient avec le gouvernement.
The council publishes its budget every year, and the auditors read the accounts before the councillors vote.
`;
const TEXTS = [
  'Lương viên chức tăng 8 %, từ tháng 7.',
  "L'agent (titulaire) négocie… puis vote !",
  'The council’s auditors re-read ﬁfty accounts.',
  'one\n\ntwo.\nthree  four\t five ',
  'Tin vui 🎉👩🏽‍💻, 🇻🇳 vote; ☃☃ xin.',
  'Tiền lương, biên chế.'.normalize('NFD'),
  ' supercalifragilistic,антиконституционно ',
] as const;

const BYTES = { type: 'ByteLevel', add_prefix_space: false, trim_offsets: false };
const MERGES = { type: 'BPE', fuse_unk: false, byte_fallback: false, vocab: {}, merges: [] };
/** Words, numbers and signs by the rule of tiktoken's cl100k_base, where a sign takes the line breaks after it into its token. */
const CL100K = '[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+';
const KINDS = {
  'Unigram, of the built-in encoder': undefined,
  'WordPiece in lower case without accents, as BERT has it': {
    normalizer: { type: 'BertNormalizer', clean_text: true, handle_chinese_chars: true, lowercase: true },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: { '[UNK]': 0 },
    },
  },
  'byte-level BPE, as GPT-2 has it': { pre_tokenizer: { ...BYTES, use_regex: true }, model: MERGES },
  'byte-level BPE whose signs take line breaks with them': {
    normalizer: { type: 'NFC' },
    pre_tokenizer: {
      type: 'Sequence',
      pretokenizers: [
        { type: 'Split', pattern: { Regex: CL100K }, behavior: 'Isolated', invert: false },
        { ...BYTES, use_regex: false },
      ],
    },
    model: MERGES,
  },
};

function learn(description: object): Tokenizer {
  const nothing = { normalizer: null, pre_tokenizer: null, post_processor: null, decoder: null };
  const json = { version: '1.0', truncation: null, padding: null, added_tokens: [], ...nothing, ...description };
  const tokenizer = Tokenizer.fromString(JSON.stringify(json));
  const [text, file] = ['learnt.txt', 'tokenizer.json'].map((name) => join(folder, name)) as [string, string];
  // Every character of the texts by itself, since a byte that was never seen would have no token.
  writeFileSync(text, `${LEARNT.repeat(3)}${[...new Set(TEXTS.join(''))].join(' ')}`);
  tokenizer.train([text]);
  tokenizer.save(file);
  const learnt = JSON.parse(readFileSync(file, 'utf8'));
  if (learnt.model.unk_token) learnt.model.vocab[learnt.model.unk_token] = Object.keys(learnt.model.vocab).length;
  return Tokenizer.fromString(JSON.stringify(learnt));
}

/** Tokens of every stretch of a text, known beforehand since the package answers only later. */
async function cutter(tokenizer: Tokenizer, text: string): Promise<(part: string) => readonly number[]> {
  const parts = new Set<string>();
  for (let start = 0; start < text.length; start++)
    for (let end = start + 1; end <= text.length; end++) parts.add(text.slice(start, end));
  const encodings = await tokenizer.encodeBatch([...parts], { addSpecialTokens: false });
  const ids = new Map([...parts].map((part, i) => [part, encodings[i]?.getIds() as number[]]));
  return (part) => ids.get(part) as number[];
}

/** Every stretch between the borders of words and signs, without space at its ends. */
function stretches(text: string): { start: number; end: number }[] {
  const units = [...text.matchAll(/[\p{L}\p{M}\p{N}]+|\p{Extended_Pictographic}[^\s\p{P}\p{L}]*|[^\s\p{L}\p{N}]/gu)];
  return units.flatMap(({ index: start }, i) =>
    units.slice(i).map((last) => ({ start, end: last.index + last[0].length })),
  );
}

describe.each(Object.entries(KINDS))('with a tokenizer of the kind %s', (_, description) => {
  let tokenizer: Tokenizer;
  beforeAll(() => {
    tokenizer = description
      ? learn(description)
      : Tokenizer.fromString(readFileSync('models/encoder/tokenizer.json', 'utf8'));
  });

  it.each(TEXTS)(
    'the tokens of every stretch of %j are those that overlap it by the offsets of `tokenizers`',
    async (text) => {
      const cut = await cutter(tokenizer, text);
      const places = TokenPlaces.find(text, cut(text), cut);
      const points = [0];
      for (const { length } of text) points.push((points.at(-1) as number) + length);
      const encoding = await tokenizer.encode(text, null, { addSpecialTokens: false });
      const offsets = (encoding.getOffsets() as [number, number][]).map((pair) =>
        pair.map((point) => points[point] as number),
      );
      for (const span of stretches(text)) {
        const start = offsets.findIndex(([, end]) => (end as number) > span.start);
        const end = offsets.findLastIndex(([first]) => (first as number) < span.end) + 1;
        expect({ ...span, tokens: places?.tokensOf(span) }).toEqual({ ...span, tokens: { start, end } });
      }
    },
  );
});

describe('TokenPlaces', () => {
  const words = (text: string) => (text.match(/\S+/g) ?? []).map((word) => word.length);

  it('gives a span without tokens the nearest one before it, or the first', () => {
    const places = TokenPlaces.find('one   two', words('one   two'), words);
    expect(places?.tokensOf({ start: 4, end: 5 })).toEqual({ start: 0, end: 1 });
    expect(TokenPlaces.find('  a', [1], words)?.tokensOf({ start: 0, end: 1 })).toEqual({ start: 0, end: 1 });
    expect(TokenPlaces.find(' ', [], words)?.tokensOf({ start: 0, end: 1 })).toEqual({ start: 0, end: 0 });
  });

  it('takes a word of over 200 characters whole', () => {
    const letters = (text: string) => [...text.replace(/\s/g, '')].map((letter) => letter.charCodeAt(0));
    const tokens = (text: string) => TokenPlaces.find(text, letters(text), letters)?.tokensOf({ start: 150, end: 160 });
    expect(tokens('ab'.repeat(100))).toEqual({ start: 150, end: 160 });
    expect(tokens('ab'.repeat(101))).toEqual({ start: 0, end: 202 });
  });

  it('finds nothing where the words of a text do not give its tokens', () => {
    expect(TokenPlaces.find('one two', [3, 4], words)).toBeUndefined();
    expect(TokenPlaces.find('one two', [3, 3, 3], words)).toBeUndefined();
  });
});
