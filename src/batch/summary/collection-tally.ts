/** Counts the rows of a collection by topic, year, group, language and reason. */
import { DateTally } from './date-tally.js';
import type { WrittenDate } from './dates.js';
import { GroupTally } from './group-tally.js';
import { PairCounts } from './pair-counts.js';
import type { DatedFigures, Summary } from './summary.js';
import type { SummaryColumns, TaggedText } from './tagged-text.js';
import { type FiguresByName, TallyByName } from './tally-by-name.js';
import { TopicTally } from './topic-tally.js';
import { YearTally } from './year-tally.js';

/** So many are told apart, to find the most frequent, and so many are named in the figures. */
const LANGUAGES = { most: 100, named: 12 };
const REASONS = { most: 100, named: 12 };

/** What the collection as a whole does not say of its files. */
export type CollectionFigures = Omit<
  Summary,
  'schemaVersion' | 'files' | 'badRows' | 'empty' | 'otherTags' | 'unclearEvidence' | 'typical'
>;

export class CollectionTally {
  readonly #columns: SummaryColumns;
  readonly #all = new TopicTally();
  readonly #languages = new TallyByName(LANGUAGES.most);
  readonly #abstained = new TallyByName(REASONS.most);
  readonly #groups = new GroupTally();
  readonly #dates = new DateTally();
  readonly #years = new YearTally();
  readonly #pairs = new PairCounts();

  constructor(columns: SummaryColumns) {
    this.#columns = columns;
  }

  get rows(): number {
    return this.#all.rows;
  }

  /**
   * @param topics those of the row that are told apart
   * @returns the row's date; undefined when there is none, or it cannot be read
   */
  add({ tags, language, abstained, group, date }: TaggedText, topics: readonly string[]): WrittenDate | undefined {
    const isTagged = tags.length > 0;
    this.#all.add(topics, isTagged);
    this.#pairs.add(topics);
    this.#languages.add(language, topics, isTagged);
    if (!isTagged) this.#abstained.add(abstained, [], false);
    const written = this.#dates.read(date);
    this.#groups.add(group, topics, isTagged, written);
    if (written !== undefined) this.#years.add(written, topics, isTagged);
    return written;
  }

  /** @param topics all that were given */
  figures(topics: readonly string[]): CollectionFigures {
    const rows = (topic: string) => this.#all.rowsWith(topic);
    const sorted = [...topics].sort((a, b) => rows(b) - rows(a) || (a < b ? -1 : 1));
    const { date, group } = this.#columns;
    const hasDayNumbers = date === undefined ? undefined : this.#dates.hasDayNumbers;
    return {
      ...this.#all.figures(sorted),
      pairs: this.#pairs.figures,
      languages: this.#languages.figures(sorted, LANGUAGES.named),
      abstained: reasons(this.#abstained.figures([], REASONS.named)),
      ...(date !== undefined && { dates: this.#dated(date, sorted) }),
      ...(group !== undefined && { groups: { column: group, ...this.#groups.figures(sorted, hasDayNumbers) } }),
    };
  }

  #dated(column: string, topics: readonly string[]): DatedFigures {
    const years = this.#years.figures(topics, this.#dates.hasDayNumbers);
    return { column, ...this.#dates.figures, years };
  }
}

/** Only a foreign file has more than are named. */
function reasons({ named, rest }: FiguresByName): CollectionFigures['abstained'] {
  const told = named.map(({ name, rows }) => ({ reason: name, rows }));
  return rest === undefined ? told : [...told, { reason: 'other', rows: rest.rows }];
}
