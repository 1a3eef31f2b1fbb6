/** Tells VIQR, which is ASCII, from English, French without accents, addresses and code. */
import { createDecoder } from './decode.js';
import { cannotTell } from './refusal.js';
import { isVietnameseSyllable } from './vietnamese-syllable.js';

/**
 * A circumflex, breve or horn, or đ. Words with a tone alone do not count: English has as many vowels before a full stop as
 * Vietnamese before a dot below.
 */
const SHAPED = /[\u0302\u0306\u031bđ]/;
const NOT_ASCII = /[^ -~]/;
/** Of the different shaped words those that are syllables. */
const LEAST_SYLLABLES = 0.85;
/** Of all words those that are shaped; in Vietnamese it is one in three. */
const LEAST_SHAPED = 0.05;
const LEAST_DIFFERENT = 8;
/** Words; a sample with fewer follows the others. */
const LEAST_TO_JUDGE = 100;

interface Count {
  readonly words: number;
  readonly shaped: number;
  /** Shaped syllables of two letters and more, each once; alone, ê is what a formula with e^ makes. */
  readonly syllables: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
}

/**
 * @param samples - ASCII but for stray letters
 * @throws CivicTopicsError INPUT_INVALID when it may be VIQR, or some of it is
 */
export function detectViqr(samples: readonly Uint8Array[]): boolean {
  const counts = samples.map(countShaped);
  const total = merge(counts);
  const rightness = total.syllables.size / (total.syllables.size + total.others.size);
  if (!(rightness >= LEAST_SYLLABLES) || total.syllables.size < 3 || !isShaped(total)) return false;
  if (total.syllables.size < LEAST_DIFFERENT) throw cannotTell('too few words may be VIQR', ['viqr', 'utf-8']);
  const judged = counts.filter((count) => count.words >= LEAST_TO_JUDGE);
  if (judged.every(isShaped)) return true;
  throw cannotTell('some of it looks like VIQR and some does not', ['viqr', 'utf-8']);
}

function isShaped({ shaped, words }: Count): boolean {
  return shaped >= words * LEAST_SHAPED;
}

function countShaped(sample: Uint8Array): Count {
  const decoder = createDecoder('viqr');
  const words = (decoder.write(sample) + decoder.end()).toLowerCase().match(/\p{L}{2,}/gu) ?? [];
  const shaped = words.filter((word) => NOT_ASCII.test(word) && SHAPED.test(word.normalize('NFD')));
  const different = [...new Set(shaped)];
  return {
    words: words.length,
    shaped: shaped.length,
    syllables: new Set(different.filter(isVietnameseSyllable)),
    others: new Set(different.filter((word) => !isVietnameseSyllable(word))),
  };
}

function merge(counts: readonly Count[]): Count {
  return {
    words: counts.reduce((sum, count) => sum + count.words, 0),
    shaped: counts.reduce((sum, count) => sum + count.shaped, 0),
    syllables: new Set(counts.flatMap((count) => [...count.syllables])),
    others: new Set(counts.flatMap((count) => [...count.others])),
  };
}
