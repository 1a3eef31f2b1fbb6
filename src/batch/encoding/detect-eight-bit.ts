/** Chooses among the 8-bit encodings by how many words, read in each, are words of Vietnamese or French. */
import { Buffer } from 'node:buffer';
import { createDecoder } from './decode.js';
import type { Encoding } from './encodings.js';
import { frenchLook, type Look, vietnameseLook } from './looks.js';
import { cannotTell } from './refusal.js';

const CANDIDATES = {
  'windows-1252': frenchLook,
  'windows-1258': vietnameseLook,
  tcvn3: vietnameseLook,
  vni: vietnameseLook,
  viscii: vietnameseLook,
} as const satisfies Partial<Record<Encoding, (run: string) => Look>>;
type Candidate = keyof typeof CANDIDATES;

/** Different words that must look right. */
const LEAST_WORDS = 8;
/**
 * Share of words that look right among those that speak, and by how much it leads. On 300 stretches of 200 characters for each encoding
 * the share was at least 0.92 in the encoding itself and at most 0.68 in another; on 1,000 characters 0.94 and 0.55.
 */
const LEAST_SHARE = 0.85;
const LEAST_LEAD = 0.2;
/**
 * So many words of ASCII for each run beyond it are English, where quotation marks and a loan now and then are not ASCII; in French
 * every fifth word is not.
 */
const ENGLISH_RATIO = 30;
const WORDS_OF_ENGLISH = 150;

/** @throws CivicTopicsError INPUT_INVALID when the samples tell too little or disagree */
export function detectEightBit(samples: readonly Uint8Array[]): Encoding {
  const texts = samples.map((sample) => Buffer.from(sample).toString('latin1'));
  const runs = texts.map(runsBeyondAscii);
  const all = new Set(runs.flat());
  if (isEnglish(texts, runs) && score('windows-1252', all).wrong <= all.size / 10) return 'windows-1252';
  const [best, second] = ranked(all);
  const doubt = doubtOf(best, second, all.size);
  if (doubt !== undefined) throw cannotTell(doubt, [best.encoding, second.encoding]);
  for (const part of runs) {
    const [own] = ranked(new Set(part));
    if (own.encoding === best.encoding || own.right < LEAST_WORDS || own.share < LEAST_SHARE) continue;
    throw cannotTell('its parts disagree', [best.encoding, own.encoding]);
  }
  return best.encoding;
}

/** The 8-bit encoding in which most words look right, however few they are. */
export function likeliestEightBit(samples: readonly Uint8Array[]): Encoding {
  const runs = samples.flatMap((sample) => runsBeyondAscii(Buffer.from(sample).toString('latin1')));
  return ranked(new Set(runs))[0].encoding;
}

function doubtOf(best: Score, second: Score, words: number): string | undefined {
  if (words < LEAST_WORDS) return `too few words (${words}) have characters beyond ASCII`;
  if (best.share < LEAST_SHARE) {
    return `in none do its words look right, and even in ${best.encoding} only ${Math.round(100 * best.share)} of 100`;
  }
  if (best.right < LEAST_WORDS) return `only ${best.right} different words show it`;
  if (best.share - second.share < LEAST_LEAD) return 'its words look right in more than one';
  return undefined;
}

/** Runs of letters and of bytes beyond ASCII that have such a byte. */
function runsBeyondAscii(text: string): string[] {
  return (text.match(/[A-Za-z\x80-\xff]+/g) ?? []).filter((run) => /[\x80-\xff]/.test(run));
}

function isEnglish(texts: readonly string[], runs: readonly (readonly string[])[]): boolean {
  const words = texts.reduce((sum, text) => sum + (text.match(/[A-Za-z]{2,}/g)?.length ?? 0), 0);
  return words >= WORDS_OF_ENGLISH && words >= runs.flat().length * ENGLISH_RATIO;
}

interface Score {
  readonly encoding: Candidate;
  /** Different runs that look right. */
  readonly right: number;
  readonly wrong: number;
  /** Right among right and wrong; 0 when there are none. */
  readonly share: number;
  /** By which candidates are ordered: plain runs speak a little for an encoding, so that few runs do not make an order at random. */
  readonly rank: number;
}

function ranked(runs: ReadonlySet<string>): [Score, Score] {
  const scores = (Object.keys(CANDIDATES) as Candidate[]).map((encoding) => score(encoding, runs));
  return scores.sort((a, b) => b.rank - a.rank).slice(0, 2) as [Score, Score];
}

function score(encoding: Candidate, runs: ReadonlySet<string>): Score {
  const decoder = createDecoder(encoding);
  const text = decoder.write(Buffer.from([...runs].join('\n'), 'latin1')) + decoder.end();
  const looks = runs.size === 0 ? [] : text.split('\n').map(CANDIDATES[encoding]);
  const count = (wanted: Look) => looks.filter((look) => look === wanted).length;
  const [right, plain, wrong] = [count('right'), count('plain'), count('wrong')];
  return { encoding, right, wrong, share: right / (right + wrong || 1), rank: right + plain / 2 };
}
