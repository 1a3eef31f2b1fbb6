/** The texts that every contender gets, in the same order. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseString } from 'fast-csv';
import { Tokenizer } from 'tokenizers';
import { CIVIC_DEV, ROOT } from './places.mjs';

/** `civic-dev` is measured where it is present. */
export const SETS = ['paragraphs', 'short', 'civic-dev'];

const LANGUAGES = ['vi', 'fr', 'en'];
const PARAGRAPHS = 200;
/** Words of a short text: about a headline. */
const SHORT_WORDS = 12;
const CIVIC_DEV_TEXTS = existsSync(CIVIC_DEV) ? await readTexts(CIVIC_DEV) : [];

/** All texts of a set, or at most `limit` of them, spread evenly over it. */
export function textsOf(set, limit = Infinity) {
  if (set === 'civic-dev') return spread(CIVIC_DEV_TEXTS, limit);
  const paragraphs = spread(
    trainingRows().map((row) => row.text),
    Math.min(PARAGRAPHS, limit),
  );
  return set === 'short' ? paragraphs.map((text) => text.split(/\s+/).slice(0, SHORT_WORDS).join(' ')) : paragraphs;
}

/** The committed training paragraphs, language by language. */
export function trainingRows() {
  return LANGUAGES.flatMap((language) => {
    const lines = readFileSync(join(ROOT, `data/training/${language}.ndjson`), 'utf8')
      .trimEnd()
      .split('\n');
    return lines.map((line) => JSON.parse(line));
  });
}

/** What a reader needs to know whether two runs had the same texts; tokens are those of our encoder, without marks. */
export async function describeTexts(texts) {
  const tokenizer = Tokenizer.fromString(readFileSync(join(ROOT, 'models/encoder/tokenizer.json'), 'utf8'));
  let tokens = 0;
  for (const text of texts) tokens += (await tokenizer.encode(text, null, { addSpecialTokens: false })).getIds().length;
  const sha256 = createHash('sha256').update(JSON.stringify(texts)).digest('hex');
  return { count: texts.length, tokens, sha256 };
}

function spread(list, count) {
  const taken = Math.min(count, list.length);
  return Array.from({ length: taken }, (_, i) => list[Math.floor((i * list.length) / taken)]);
}

function readTexts(path) {
  return new Promise((resolve, reject) => {
    const texts = [];
    parseString(readFileSync(path, 'utf8'), { headers: true })
      .on('data', (row) => texts.push(row.text))
      .on('error', reject)
      .on('end', () => resolve(texts));
  });
}
