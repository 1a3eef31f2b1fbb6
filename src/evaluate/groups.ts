/** Summarises the rows of each group by themselves. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { throwIfAborted } from '../errors.js';
import type { JudgedText } from './judge.js';
import { type Summary, type SummaryOptions, summarise } from './summarise.js';

/** Summaries by the names of the groups, in the order in which the groups first come. */
export type Groups = ReadonlyMap<string, Summary>;

/** Summarises the rows of each group; a row without a group is in none. */
export async function summariseGroups(
  rows: readonly JudgedText[],
  options: SummaryOptions,
  signal: AbortSignal | undefined,
): Promise<Groups> {
  const rowsOf = new Map<string, JudgedText[]>();
  for (const row of rows) {
    const { group } = row.judgement;
    if (group === undefined) continue;
    const others = rowsOf.get(group);
    if (others) others.push(row);
    else rowsOf.set(group, [row]);
  }
  const groups = new Map<string, Summary>();
  for (const [group, members] of rowsOf) {
    // Resampling blocks the event loop; an abort can only come through between two groups.
    await nextTurn();
    throwIfAborted(signal);
    groups.set(group, summarise(members, options));
  }
  return groups;
}

/** fromEntries defines own properties, so that a group named `__proto__` is harmless. */
export function mapGroups<T>(groups: Groups, pick: (group: Summary) => T): Record<string, T> {
  return Object.fromEntries([...groups].map(([name, group]) => [name, pick(group)]));
}
