/** Counts words the way every length limit of this folder means them. */

const WORD = /[\p{L}\p{N}]\S*/gu;

/** Number of blank-separated runs that hold a letter or digit: words in French and English, syllables in Vietnamese. */
export function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0;
}

/** True when there is anything to read in the text. */
export function hasWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** A set from one comma-separated list a language, the form in which this folder keeps its tables. */
export function wordTable(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.trim().split(/\s*,\s*/)));
}
