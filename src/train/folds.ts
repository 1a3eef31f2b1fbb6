/** Shares examples out among folds. */
import type { Example } from './embed-examples.js';
import { sameText } from './same-text.js';

/**
 * The fold of each example, from 0 on: its rank among those with the same topics, mod `folds`; rarer sets of topics go on where the last one
 * stopped. In each fold are then as many of every set, however the list is ordered. Copies of a text are in one fold, or they would
 * judge one another.
 */
export function stratifiedFolds(examples: readonly Pick<Example, 'text' | 'topics'>[], folds: number): number[] {
  const sets = new Map<string, number[]>();
  examples.forEach(({ topics }, i) => {
    const key = [...topics].sort().join('|');
    const known = sets.get(key);
    if (known) known.push(i);
    else sets.set(key, [i]);
  });
  const foldOf: number[] = new Array(examples.length);
  let next = 0;
  for (const [, indices] of [...sets].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const i of indices) foldOf[i] = next++ % folds;
  }
  for (const copies of sameText(examples)) for (const i of copies) foldOf[i] = foldOf[copies[0] as number] as number;
  return foldOf;
}
