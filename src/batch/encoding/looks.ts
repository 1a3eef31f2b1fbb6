/** Tells whether words read in some encoding are words as Vietnamese, French or English write them. */
import { isVietnameseSyllable } from './vietnamese-syllable.js';

/** `plain` words have only signs beyond ASCII (dashes, quotation marks), or are abbreviations: they speak neither for nor against. */
export type Look = 'right' | 'plain' | 'wrong';

/** What stands around words and, an apostrophe say, between their parts. */
const SIGNS = /[‘’“”«»‹›–—…•·\u00A0§€£°²³½×]+/;
const ASCII_WORD = /^[ -~]*$/;
const SMALL_TITLE_OR_CAPITALS = /^(?:\p{Lu}?\p{Ll}*|\p{Lu}+)$/u;
/** TCVN3 has no capitals with tones, so that words in capitals keep small letters. */
const CAPITALS_BUT_TONES = /^[A-ZĂÂÊÔƠƯĐ][A-ZĂÂÊÔƠƯĐ\u0080-\uffff]*$/u;
const ABBREVIATION = /^[A-ZĂÂÊÔƠƯĐ]{1,6}$/u;
const FRENCH = /^[a-zàâæçèéêëîïôœùûü]+$/;

/** How a run of letters and bytes beyond ASCII looks to a reader of Vietnamese. */
export function vietnameseLook(run: string): Look {
  return lookOfParts(run, (word) => {
    if (ABBREVIATION.test(word) && !isVietnameseSyllable(word.toLowerCase())) return 'plain';
    const isCased = SMALL_TITLE_OR_CAPITALS.test(word) || CAPITALS_BUT_TONES.test(word);
    return isCased && isVietnameseSyllable(word.toLowerCase()) ? 'right' : 'wrong';
  });
}

/** The same for French, and for English, which has no letters of its own. */
export function frenchLook(run: string): Look {
  return lookOfParts(run, (word) =>
    SMALL_TITLE_OR_CAPITALS.test(word) && FRENCH.test(word.toLowerCase()) ? 'right' : 'wrong',
  );
}

function lookOfParts(run: string, lookOf: (word: string) => Look): Look {
  const parts = run.split(SIGNS).filter((part) => !ASCII_WORD.test(part));
  const looks = parts.map(lookOf);
  if (looks.includes('wrong')) return 'wrong';
  return looks.includes('right') ? 'right' : 'plain';
}
