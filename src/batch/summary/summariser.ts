/** Sums up a collection of tagged texts row by row; memory does not grow with the rows. */
import type { Abstention } from '../../classify/classification.js';
import { CollectionTally } from './collection-tally.js';
import { NameRegister } from './name-register.js';
import { ShownTexts } from './shown-texts.js';
import type { SampledText, Summary } from './summary.js';
import type { SummaryColumns, TaggedText } from './tagged-text.js';

/** So many topics are told apart: more than a taxonomy has. */
const MOST_TOPICS = 200;

/** Figures of all rows, and rows to be looked at. */
export interface SummaryOfRows {
  readonly summary: Summary;
  /** At most 2,000, of each topic in each year as many, as far as there are: first one of each, then a second one, and so on. */
  readonly sample: readonly SampledText[];
}

export class Summariser {
  readonly #tally: CollectionTally;
  readonly #shown = new ShownTexts();
  readonly #topics = new NameRegister(MOST_TOPICS);
  readonly #rowsOf = new Map<string, number>();
  readonly #builtInTopics: readonly string[];
  #empty = 0;
  #otherTags = 0;
  #unclearEvidence = 0;

  /** @param builtInTopics all topics of the classifier in the package: when every topic of the rows is one of them, the others have 0 rows */
  constructor(columns: SummaryColumns, builtInTopics: readonly string[] = []) {
    this.#builtInTopics = builtInTopics;
    this.#tally = new CollectionTally(columns);
  }

  /** @param file where it comes from, as the user named it */
  add(row: TaggedText, file: string): void {
    if (row.abstained === ('empty' satisfies Abstention)) {
      this.#empty++;
      return;
    }
    const number = this.#tally.rows;
    const tags = row.tags.flatMap((tag) => {
      const topic = this.#topics.admit(tag.topic);
      return topic === undefined ? [] : [{ ...tag, topic }];
    });
    const topics = tags.map(({ topic }) => topic);
    const written = this.#tally.add(row, topics);
    this.#shown.add({ row, tags, file, number, written }, this.#rarest(topics));
    this.#otherTags += row.tags.length - tags.length;
    if (row.tags.some(({ evidence }) => evidence === '')) this.#unclearEvidence++;
  }

  /** @param badRows how many rows could not be read */
  finish(files: readonly string[], badRows: number): SummaryOfRows {
    const figures = this.#tally.figures(this.#allTopics());
    const summary: Summary = {
      schemaVersion: 1,
      files,
      badRows,
      empty: this.#empty,
      ...figures,
      otherTags: this.#otherTags,
      unclearEvidence: this.#unclearEvidence,
      typical: figures.topics.map(({ topic }) => ({ topic, texts: this.#shown.typicalTexts(topic) })),
    };
    return { summary, sample: this.#shown.sample(figures.dates) };
  }

  /** The files do not tell which classifier tagged them. */
  #allTopics(): string[] {
    const found = [...this.#rowsOf.keys()];
    const isBuiltIn = found.length > 0 && found.every((topic) => this.#builtInTopics.includes(topic));
    return isBuiltIn ? [...this.#builtInTopics] : found;
  }

  #rarest(topics: readonly string[]): string | undefined {
    const rows = (topic: string) => this.#rowsOf.get(topic) ?? 0;
    for (const topic of topics) this.#rowsOf.set(topic, rows(topic) + 1);
    return topics.toSorted((a, b) => rows(a) - rows(b))[0];
  }
}
