/** Sums up a collection of tagged texts row by row; memory does not grow with the rows. */
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
  #otherTags = 0;
  #unclearEvidence = 0;

  constructor(columns: SummaryColumns) {
    this.#tally = new CollectionTally(columns);
  }

  /** @param file where it comes from, as the user named it */
  add(row: TaggedText, file: string): void {
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
    const figures = this.#tally.figures([...this.#rowsOf.keys()]);
    const summary: Summary = {
      schemaVersion: 1,
      files,
      badRows,
      ...figures,
      otherTags: this.#otherTags,
      unclearEvidence: this.#unclearEvidence,
      typical: figures.topics.map(({ topic }) => ({ topic, texts: this.#shown.typicalTexts(topic) })),
    };
    return { summary, sample: this.#shown.sample(figures.dates?.order ?? 'none') };
  }

  #rarest(topics: readonly string[]): string | undefined {
    const rows = (topic: string) => this.#rowsOf.get(topic) ?? 0;
    for (const topic of topics) this.#rowsOf.set(topic, rows(topic) + 1);
    return topics.toSorted((a, b) => rows(a) - rows(b))[0];
  }
}
