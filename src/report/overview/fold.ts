/** Makes texts comparable for a search that ignores case and accents; used by the page's script. */

/** Letters that are one with a mark but do not come apart as such, in small letters. */
const LETTERS: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ø: 'o',
  ł: 'l',
  ı: 'i',
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  '’': "'",
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

/** Without case, accents, tone marks, invisible characters and runs of spaces: `Đào  tạo` and `dao tao` are the same. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
    .replace(/\s+/gu, ' ')
    .trim();
}

/** What a text must hold to be found: each word somewhere, and what stands in quotation marks as it is. */
export function searchTerms(query: string): string[] {
  const folded = fold(query.replace(/[“”„«»]/g, '"'));
  return [...folded.matchAll(/"([^"]*)"?|([^\s"]+)/g)]
    .map(([, quoted, word]) => (quoted ?? word ?? '').trim())
    .filter((term) => term !== '');
}
