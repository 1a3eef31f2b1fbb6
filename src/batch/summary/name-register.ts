/** Keeps the names met in a column, so that a column of a million different values does not fill the memory. */
import { ownCopy } from '../../text/own-copy.js';

/** Longer names are cut; their beginnings must tell them apart. */
export const LONGEST_NAME = 200;

export class NameRegister {
  readonly #names = new Map<string, string>();
  readonly #most: number;

  /** @param most so many different names are kept */
  constructor(most: number) {
    this.#most = most;
  }

  /** The name as it is kept, cut to LONGEST_NAME; undefined when it is one too many. */
  admit(name: string): string | undefined {
    const cut = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
    const known = this.#names.get(cut);
    if (known !== undefined || this.#names.size >= this.#most) return known;
    const own = ownCopy(cut);
    this.#names.set(own, own);
    return own;
  }
}
