/** Counts what a run finds, over interruptions. */
import type { Abstention, Classification } from '../../classify/classification.js';
import type { Language } from '../../text/language.js';

/** What a file held, in numbers of rows. */
export interface TagSummary {
  /** Rows with an answer. */
  readonly rows: number;
  /** Bad rows, which have none. */
  readonly rejects: number;
  /** Rows with at least one topic. */
  readonly tagged: number;
  /** Rows by topic, every topic of the classifier in its order; a row with two topics counts twice. */
  readonly topics: ReadonlyMap<string, number>;
  /** Rows by language, in the order of their first coming. */
  readonly languages: ReadonlyMap<Language, number>;
  /** Rows without a topic by reason, in the order of their first coming. */
  readonly abstained: ReadonlyMap<Abstention, number>;
}

/** The same as JSON; pairs keep their order, as members whose names are numbers would not. */
export interface SavedTally {
  readonly rows: number;
  readonly rejects: number;
  readonly tagged: number;
  readonly topics: readonly (readonly [string, number])[];
  readonly languages: readonly (readonly [Language, number])[];
  readonly abstained: readonly (readonly [Abstention, number])[];
}

export class Tally implements TagSummary {
  rows: number;
  rejects: number;
  tagged: number;
  readonly topics: Map<string, number>;
  readonly languages: Map<Language, number>;
  readonly abstained: Map<Abstention, number>;

  constructor(saved: SavedTally) {
    this.rows = saved.rows;
    this.rejects = saved.rejects;
    this.tagged = saved.tagged;
    this.topics = new Map(saved.topics);
    this.languages = new Map(saved.languages);
    this.abstained = new Map(saved.abstained);
  }

  /** Nothing counted yet. */
  static of(topics: readonly string[]): Tally {
    const zero = topics.map((topic) => [topic, 0] as const);
    return new Tally({ rows: 0, rejects: 0, tagged: 0, topics: zero, languages: [], abstained: [] });
  }

  /** Rows of the input that are done. */
  get done(): number {
    return this.rows + this.rejects;
  }

  add({ language, tags, abstained }: Classification): void {
    this.rows++;
    if (tags.length > 0) this.tagged++;
    count(this.languages, language);
    if (abstained) count(this.abstained, abstained);
    for (const { topic } of tags) count(this.topics, topic);
  }

  addReject(): void {
    this.rejects++;
  }

  toJSON(): SavedTally {
    const { rows, rejects, tagged, topics, languages, abstained } = this;
    return { rows, rejects, tagged, topics: [...topics], languages: [...languages], abstained: [...abstained] };
  }
}

function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
