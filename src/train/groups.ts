/** Puts examples together that say the same: they must not judge one another, and count as one where examples are few. */
import type { EmbeddedExample } from './embed-examples.js';
import { sameText } from './same-text.js';
import { findTranslations } from './translations.js';

/** For each example the number of the first that says the same, directly or by way of others. */
export function groupsOf(texts: readonly string[], examples: readonly EmbeddedExample[], dimensions: number): number[] {
  const parent = texts.map((_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root] as number;
    return root;
  };
  for (const [first, ...others] of [...sameText(texts), ...findTranslations(examples, dimensions)]) {
    for (const other of others) {
      const [a, b] = [find(first as number), find(other)];
      parent[Math.max(a, b)] = Math.min(a, b);
    }
  }
  return texts.map((_, i) => find(i));
}
