/** The texts that wait for a worker, and how many of them make one message. */
import type { Classification } from '../../classify/classification.js';

/** A text that waits for its answer. */
export interface Task {
  readonly text: string;
  /** Workers that have died while they had it. */
  readonly deaths: number;
  readonly resolve: (classification: Classification) => void;
  readonly reject: (error: Error) => void;
}

/** What each text costs beside its length, in characters of a paragraph: measured as 2.5 ms against 0.05 ms a character. */
const COST_OF_A_TEXT = 50;

/** About 40 ms of work, ten titles or two paragraphs: the way to a worker and back takes 0.1 ms. */
const MOST_COST_OF_A_BATCH = 1000;

/** First in, first out; but tasks whose worker died go first, since the order of the answers makes all others wait for them. */
export class TaskQueue {
  #tasks: Task[] = [];
  #cost = 0;

  /** Of the work that waits, in characters of a paragraph. */
  get cost(): number {
    return this.#cost;
  }

  add(task: Task): void {
    this.#tasks.push(task);
    this.#cost += costOf(task);
  }

  putBack(tasks: readonly Task[]): void {
    this.#tasks.unshift(...tasks);
    for (const task of tasks) this.#cost += costOf(task);
  }

  /**
   * The next tasks for one of `workers`: at most a batch, at most its share of what waits, and at least one if any waits. A
   * task whose worker died comes alone, so that if this one dies too, it is known what of.
   */
  take(workers: number): readonly Task[] {
    const most = Math.min(MOST_COST_OF_A_BATCH, this.#cost / workers);
    let count = 0;
    let cost = 0;
    for (const task of this.#tasks) {
      if (count > 0 && (task.deaths > 0 || this.#tasks[0]?.deaths || cost + costOf(task) > most)) break;
      count++;
      cost += costOf(task);
    }
    this.#cost -= cost;
    return this.#tasks.splice(0, count);
  }

  takeAll(): readonly Task[] {
    this.#cost = 0;
    return this.#tasks.splice(0);
  }
}

function costOf({ text }: Task): number {
  return text.length + COST_OF_A_TEXT;
}
