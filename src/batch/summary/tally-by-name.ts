/** Counts the rows and topics of each group, or language, or reason. */
import { NameRegister } from './name-register.js';
import { type TopicFigures, TopicTally } from './topic-tally.js';

export interface NamedFigures extends TopicFigures {
  /** Cut to 200 characters; empty for rows that have none. */
  readonly name: string;
}

/** The names with the most rows, and all others together. */
export interface FiguresByName {
  /** The one with the most rows first; equal ones by their names. */
  readonly named: readonly NamedFigures[];
  /** Absent when all are named. */
  readonly rest?: RestFigures;
}

export interface RestFigures extends TopicFigures {
  /** How many names are pooled; null when they were too many to be told apart. */
  readonly names: number | null;
}

export class TallyByName {
  readonly #register: NameRegister;
  readonly #tallies = new Map<string, TopicTally>();
  /** Rows with names that were one too many. */
  readonly #beyond = new TopicTally();

  /** @param most so many different names are told apart, the first ones */
  constructor(most: number) {
    this.#register = new NameRegister(most);
  }

  add(name: string, topics: readonly string[], isTagged: boolean): void {
    const own = this.#register.admit(name);
    const tally = own === undefined ? this.#beyond : (this.#tallies.get(own) ?? new TopicTally());
    if (own !== undefined) this.#tallies.set(own, tally);
    tally.add(topics, isTagged);
  }

  /** Those that are told apart, in the order of their first coming. */
  get names(): Iterable<string> {
    return this.#tallies.keys();
  }

  /** @param most so many are named */
  figures(topics: readonly string[], most: number): FiguresByName {
    const sorted = [...this.#tallies].sort(([a, tallyA], [b, tallyB]) => tallyB.rows - tallyA.rows || (a < b ? -1 : 1));
    const named = sorted.slice(0, most).map(([name, tally]): NamedFigures => ({ name, ...tally.figures(topics) }));
    const others = sorted.slice(most);
    const pooled = new TopicTally();
    for (const tally of [...others.map(([, tally]) => tally), this.#beyond]) pooled.merge(tally);
    if (pooled.rows === 0) return { named };
    return { named, rest: { names: this.#beyond.rows > 0 ? null : others.length, ...pooled.figures(topics) } };
  }
}
