/** Recognises the captions and credits of pictures by their words. */
import { AGENCIES, CREDITS, FIGURES } from './furniture-words.js';
import { countWords } from './words.js';

/** Words of the longest caption, and of one that its credit opens: what follows a longer one is the article. */
const LONGEST_CAPTION = 70;
const LONGEST_OPENED = 30;
/** Words a credit may have after the word that opens it: names and agencies, not a sentence. */
const LONGEST_CREDIT = 8;

export function isCaption(text: string): boolean {
  const words = countWords(text);
  if (words > LONGEST_CAPTION) return false;
  return isNumbered(text) || isGalleryTitle(text) || holdsCredit(text, words);
}

/** `Figure 3 – Part des femmes`, not `Figure 3 montre …`. */
function isNumbered(text: string): boolean {
  const found = /^(\p{L}+(?: \p{L}+)?\.?)\s+\d{1,3}\s*[.:–—-]\s*\S/u.exec(text);
  return found !== null && FIGURES.has((found[1] ?? '').toLowerCase()) && !/[.!?]$/.test(text);
}

/** A gallery repeats the headline before the number of each picture, and glues the caption to it: `… - ảnh 1…`. */
function isGalleryTitle(text: string): boolean {
  return /\s[-–—]\s+(?:[Ảả]nh|[Hh]ình|[Pp]hoto|[Ii]mage)\s+\d{1,2}(?:[\s.:]*$|\s?\p{Lu})/u.test(text);
}

/** True when the text opens with a credit, or ends with one that stands alone or in brackets. */
function holdsCredit(text: string, words: number): boolean {
  for (const { index } of text.matchAll(/(?<=^|[.!?…"”»)]\s?|\(|\s[-–—]\s)\p{L}|(?<!\p{L})©/gu)) {
    const longest = index === 0 ? LONGEST_OPENED : LONGEST_CREDIT;
    const limit = creditLimit(text.slice(index), longest, text[index - 1] === '(');
    // A longer text of several sentences is a body paragraph with the caption of a picture glued to its end.
    const sentences = words <= LONGEST_OPENED ? 2 : 1;
    if (limit !== undefined && words <= limit && sentenceEnds(text.slice(0, index)) <= sentences) return true;
  }
  return false;
}

function sentenceEnds(text: string): number {
  return text.match(/[.!?…]["”»)]*\s/g)?.length ?? 0;
}

/** Words that a caption with this credit may have; undefined when `part` is no credit from its beginning to its end. */
function creditLimit(part: string, longest: number, isBracketed: boolean): number | undefined {
  if (part.startsWith('©')) return countWords(part) <= LONGEST_CREDIT ? LONGEST_CAPTION : undefined;
  const tokens = part.replace(/\s*([:/])\s*/g, ' $1 ').split(/\s+/);
  const length = [3, 2, 1].find((count) => CREDITS.has(tokens.slice(0, count).join(' ').toLowerCase()));
  if (length === undefined) return undefined;
  const rest = tokens.slice(length);
  const isSigned = rest[0] === ':' || (rest.length <= LONGEST_CREDIT && (isBracketed || namesMaker(rest)));
  if (!isSigned || countWords(rest.join(' ')) > longest) return undefined;
  return CREDITS.get(tokens.slice(0, length).join(' ').toLowerCase());
}

/** `VGP/Trần Mạnh`, `AFP`, `by Jane Doe`. */
function namesMaker(tokens: readonly string[]): boolean {
  const [first = ''] = tokens;
  return tokens.slice(0, 3).includes('/') || first === 'by' || AGENCIES.has(first) || /^\p{Lu}{2,}/u.test(first);
}
