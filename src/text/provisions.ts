/** Recognises the headings of laws: `Điều 5. Phạm vi`, `Article 3 – Champ d’application`, `Section 4.`. */
import { countWords, wordTable } from './words.js';

const DIVISIONS = wordTable(
  'phần, chương, mục, tiểu mục, điều, phụ lục',
  'partie, livre, titre, chapitre, section, sous-section, article, art., annexe',
  'part, title, chapter, section, sec., division, schedule, annex, appendix',
);

/** A word or two, a number or letter, and the rest of the line. */
const NUMBERED =
  /^(\p{L}[\p{L}-]*\.?(?: \p{L}+)?)\s+(?:\d+(?:er|re|[a-z])?|[ivxlc]+|[a-z]|premi(?:er|ère)|thứ \p{L}+)(?![\p{L}\p{N}])(.*)$/iu;

/** Words of the longest title after the number. */
const LONGEST_TITLE = 14;

/** True for number and title alone; a provision whose text follows in the same paragraph is body. */
export function isProvisionHeading(text: string): boolean {
  const found = NUMBERED.exec(text);
  if (!found || !DIVISIONS.has((found[1] ?? '').toLowerCase())) return false;
  const title = (found[2] ?? '').trim();
  if (/^[.:–—-]*$/.test(title)) return true;
  return countWords(title) <= LONGEST_TITLE && /^(?:[.:–—-]|\p{Lu})/u.test(title) && !/[.;:,!?…]["”»)]*$/.test(title);
}
