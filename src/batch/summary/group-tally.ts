/** Counts rows and topics by group, and within each group by year. */
import type { WrittenDate } from './dates.js';
import { NameRegister } from './name-register.js';
import { type FiguresByName, type NamedFigures, TallyByName } from './tally-by-name.js';
import { type YearFigures, YearTally } from './year-tally.js';

/** So many groups are told apart, to find the most frequent; so many have years; so many are named in the figures. */
const MOST_GROUPS = 20_000;
const MOST_WITH_YEARS = 1000;
const NAMED = 12;

const MOST_ALIKE = 5;

export interface GroupFigures extends NamedFigures {
  /** Those in which the group has rows, the earliest first; absent when no dates were asked for, or the group came after 1,000 others. */
  readonly years?: readonly YearFigures[];
}

export interface GroupsFigures extends FiguresByName {
  readonly named: readonly GroupFigures[];
  /** Names that differ only in case and are counted apart, those of each other together; the first five such sets. */
  readonly alike: readonly (readonly string[])[];
}

export class GroupTally {
  readonly #all = new TallyByName(MOST_GROUPS);
  readonly #withYears = new NameRegister(MOST_WITH_YEARS);
  readonly #years = new Map<string, YearTally>();

  /** @param written undefined when the row has no date */
  add(group: string, topics: readonly string[], isTagged: boolean, written: WrittenDate | undefined): void {
    this.#all.add(group, topics, isTagged);
    const own = this.#withYears.admit(group);
    if (own === undefined) return;
    const years = this.#years.get(own) ?? new YearTally();
    this.#years.set(own, years);
    if (written !== undefined) years.add(written, topics, isTagged);
  }

  /** @param hasDayNumbers whether day numbers are dates; undefined when no dates were asked for, and groups have no years */
  figures(topics: readonly string[], hasDayNumbers: boolean | undefined): GroupsFigures {
    const { named, rest } = this.#all.figures(topics, NAMED);
    const yearsOf = (name: string) =>
      hasDayNumbers === undefined ? undefined : this.#years.get(name)?.figures(topics, hasDayNumbers);
    return {
      named: named.map((group) => {
        const years = yearsOf(group.name);
        return years === undefined ? group : { ...group, years };
      }),
      ...(rest !== undefined && { rest }),
      alike: alike(this.#all.names),
    };
  }
}

function alike(names: Iterable<string>): string[][] {
  const sets = new Map<string, string[]>();
  for (const name of names) {
    const folded = name.toLowerCase();
    const known = sets.get(folded);
    if (known) known.push(name);
    else sets.set(folded, [name]);
  }
  return [...sets.values()].filter((set) => set.length > 1).slice(0, MOST_ALIKE);
}
