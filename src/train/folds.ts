/** Shares examples out among folds. */

/** An example as far as folds go. */
interface Foldable {
  readonly topics: readonly string[];
  /** Examples of one group go where the first of them goes. */
  readonly group: number;
}

/**
 * The fold of each example, from 0 on: its rank among those with the same topics, mod `folds`; rarer sets of topics go on where the last one
 * stopped. In each fold are then as many of every set, however the list is ordered.
 */
export function stratifiedFolds(examples: readonly Foldable[], folds: number): number[] {
  const firsts = new Map<number, Foldable>();
  for (const example of examples) if (!firsts.has(example.group)) firsts.set(example.group, example);
  const sets = new Map<string, number[]>();
  for (const { topics, group } of firsts.values()) {
    const key = [...topics].sort().join('|');
    const known = sets.get(key);
    if (known) known.push(group);
    else sets.set(key, [group]);
  }
  const foldOf = new Map<number, number>();
  for (const [, groups] of [...sets].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const group of groups) foldOf.set(group, foldOf.size % folds);
  }
  return examples.map(({ group }) => foldOf.get(group) as number);
}
