/** Knows a written Vietnamese syllable, accents and all, from any other string of letters. */

// Rimes by their first vowel, without tones; old and new spelling alike. Closed sets, except for loans.
const A = 'a(?:ch?|i|m|n[gh]?|o|p|t|u|y)?';
const A_BREVE = 'ă(?:c|m|ng?|p|t)';
const A_CIRCUMFLEX = 'â(?:c|m|ng?|p|t|u|y)';
const E = 'e(?:c|m|ng?|o|p|t)?';
const E_CIRCUMFLEX = 'ê(?:ch?|m|n[gh]?|p|t|u)?';
const I = 'i(?:a|ch?|ê(?:[cmptu]|ng?)|m|nh?|p|t|u)?';
const O = 'o(?:a(?:ch?|i|m|n[gh]?|o|p|t|y)?|ă(?:[cmt]|ng?)|e[not]?|c|i|m|ng?|o(?:c|ng)|p|t)?';
const O_CIRCUMFLEX = 'ô(?:[cimpt]|ng?)?';
const O_HORN = 'ơ[imnpt]?';
const U = 'u(?:a|â(?:[nty]|ng)|c|ê(?:ch|nh?|t)?|i|m|ng?|ơ|ô(?:[cimt]|ng?)|p|t|y(?:a|ch|ê[nt]|nh?|[ptu])?)?';
const U_HORN = 'ư(?:a|c|i|m|ng?|t|u|ơ(?:[cimptu]|ng?))?';
const Y = 'y(?:ê(?:[mtu]|ng?)|t|nh)?';
const BACK = [A, A_BREVE, A_CIRCUMFLEX, O, O_CIRCUMFLEX, O_HORN, U, U_HORN].join('|');
const FRONT = [E, E_CIRCUMFLEX, I, Y].join('|');

const TONELESS = new RegExp(
  `^(?:(?:b|ch|d|đ|h|l|m|nh?|p|ph|r|s|th?|tr|v|x|kh)?(?:${BACK}|${FRONT})` +
    `|(?:k|n?gh)(?:${FRONT})|(?:c|n?g)(?:${BACK})` +
    `|gi(?:${BACK}|${E}|${E_CIRCUMFLEX}|n)?` +
    `|qu(?:${A}|${A_BREVE}|${A_CIRCUMFLEX}|${E}|${E_CIRCUMFLEX}|ơ|ôc|i(?:t|nh?)?|y(?:ê[nt]|nh?|t)?))$`,
);
/** Grave, acute, tilde, hook above, dot below. */
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** Syllables that end in a stop have no other tones than these. */
const STOPPED = /(?:ch?|p|t)$/;
const ACUTE_OR_DOT = /[\u0301\u0323]/;

/** @param word - NFC, in small letters */
export function isVietnameseSyllable(word: string): boolean {
  const decomposed = word.normalize('NFD');
  const tones = decomposed.match(TONE) ?? [];
  if (tones.length > 1 || !TONELESS.test(decomposed.replace(TONE, '').normalize('NFC'))) return false;
  return !STOPPED.test(word) || ACUTE_OR_DOT.test(tones[0] ?? '');
}
