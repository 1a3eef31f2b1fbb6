/** Recognises a line that says only where and when: `Hà Nội, ngày 3/5/2024`, `Publié le 12 mars 2024 à 10h30`. */
import { DATE_WORDS } from './furniture-words.js';

/** Words of the longest dateline, and of a place that may open it. */
const LONGEST = 16;
const PLACE_WORDS = 4;

export function isDateline(text: string): boolean {
  const words = text.split(/[\s,.|()·•/+–—-]+/).filter((word) => word !== '');
  if (words.length > LONGEST) return false;
  const isTime = (word: string) => /^\d[\d:h]*(?:st|nd|rd|th|er|h|am|pm)?$/i.test(word);
  const when = words.filter((word) => isTime(word) || DATE_WORDS.has(word.toLowerCase().replace(/:$/, '')));
  const where = words.slice(0, words.length - when.length);
  return (
    when.some(isTime) &&
    where.length <= PLACE_WORDS &&
    when.every((word, index) => word === words[where.length + index]) &&
    where.every((word) => /^\p{Lu}/u.test(word))
  );
}
