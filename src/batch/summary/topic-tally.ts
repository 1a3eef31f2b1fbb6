/** Counts rows and their topics: of all rows, of a year, of a group. */
import { type ShareInterval, wilsonInterval } from './wilson.js';

/** How many of the rows carry a topic. */
export interface TopicShare {
  readonly topic: string;
  readonly rows: number;
  /** Of all the rows counted, in [0, 1]. */
  readonly share: number;
  /** 95 % interval of the share. */
  readonly interval: ShareInterval;
}

/** Of at least one row. */
export interface TopicFigures {
  readonly rows: number;
  /** Rows with at least one topic. */
  readonly tagged: number;
  /** Those that carry each topic; a row may carry several. */
  readonly topics: readonly TopicShare[];
}

export class TopicTally {
  #rows = 0;
  #tagged = 0;
  readonly #topics = new Map<string, number>();

  get rows(): number {
    return this.#rows;
  }

  /** @param isTagged whether the row has topics, those that are not counted one by one included */
  add(topics: readonly string[], isTagged: boolean): void {
    this.#rows++;
    if (isTagged) this.#tagged++;
    for (const topic of topics) this.#topics.set(topic, this.rowsWith(topic) + 1);
  }

  merge(other: TopicTally): void {
    this.#rows += other.#rows;
    this.#tagged += other.#tagged;
    for (const [topic, rows] of other.#topics) this.#topics.set(topic, this.rowsWith(topic) + rows);
  }

  rowsWith(topic: string): number {
    return this.#topics.get(topic) ?? 0;
  }

  /** @param topics which topics are told of, those without a row too, in this order */
  figures(topics: readonly string[]): TopicFigures {
    return { rows: this.#rows, tagged: this.#tagged, topics: topics.map((topic) => this.#share(topic)) };
  }

  #share(topic: string): TopicShare {
    const rows = this.rowsWith(topic);
    const share = this.#rows === 0 ? 0 : rows / this.#rows;
    return { topic, rows, share, interval: wilsonInterval(rows, this.#rows) ?? [0, 1] };
  }
}
