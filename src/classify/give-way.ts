/** Lets others have their turn while a long text is read. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { throwIfAborted } from '../errors.js';
import type { AbortOptions } from './classification.js';

/** UTF-16 units of text whose steps take so long, 20 ms and more, that others must have a turn between them. */
export const LONG = 10_000;

/** @throws CivicTopicsError ABORTED when the signal was aborted meanwhile */
export async function giveWay({ signal }: AbortOptions): Promise<void> {
  await nextTurn();
  throwIfAborted(signal);
}
