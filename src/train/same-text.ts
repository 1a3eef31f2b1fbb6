/** Finds copies among texts. */
import { normalise } from '../text/normalise.js';

/** Groups of at least two texts that are the same but for case, blanks and how their characters are encoded; numbers of the texts in order. */
export function sameText(texts: readonly string[]): number[][] {
  const groups = new Map<string, number[]>();
  texts.forEach((text, i) => {
    const key = normalise(text).text.toLowerCase().replace(/\s+/g, ' ').trim();
    const known = groups.get(key);
    if (known) known.push(i);
    else groups.set(key, [i]);
  });
  return [...groups.values()].filter((group) => group.length > 1);
}
