/** Reads a source ahead of its consumer, within bounds, and gives what becomes of each item in the order of the items. */
import { throwIfAborted } from '../../errors.js';

/** Items that may be read and not yet asked for. */
export interface Bounds<Item> {
  readonly items: number;
  /** In the unit of `sizeOf`; one item is read however large it is. */
  readonly size: number;
  readonly sizeOf: (item: Item) => number;
}

/** An item's place in the order, with what became of it when that is known. */
interface Place<Result> {
  readonly size: number;
  outcome?: { readonly result: Result } | { readonly error: unknown };
}

export class LookAhead<Item, Result> {
  readonly #source: AsyncIterator<Item>;
  readonly #work: (item: Item) => Promise<Result>;
  readonly #bounds: Bounds<Item>;
  readonly #signal: AbortSignal | undefined;
  readonly #places: Place<Result>[] = [];
  #size = 0;
  #isReading = false;
  #isAtEnd = false;
  #wake: () => void = () => undefined;
  readonly #onAbort = () => this.#wake();

  constructor(
    source: AsyncIterable<Item>,
    work: (item: Item) => Promise<Result>,
    bounds: Bounds<Item>,
    signal?: AbortSignal,
  ) {
    this.#source = source[Symbol.asyncIterator]();
    this.#work = work;
    this.#bounds = bounds;
    this.#signal = signal;
    signal?.addEventListener('abort', this.#onAbort, { once: true });
  }

  /**
   * The next result, or undefined behind the last one.
   *
   * @throws what the source or the work failed with, in its place in the order; CivicTopicsError ABORTED at once
   */
  async next(): Promise<Result | undefined> {
    for (;;) {
      throwIfAborted(this.#signal);
      this.#readOn();
      const outcome = this.#places[0]?.outcome;
      if (outcome) {
        this.#size -= this.#places.shift()?.size ?? 0;
        if ('error' in outcome) throw outcome.error;
        this.#readOn();
        return outcome.result;
      }
      if (this.#isAtEnd && this.#places.length === 0) return undefined;
      // Not a race of promises: those that lose keep what they wait for in memory until it settles.
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  /** Closes the source, and waits for that unless it is still being read, which may take as long as a silent pipe is silent. */
  async end(): Promise<void> {
    this.#signal?.removeEventListener('abort', this.#onAbort);
    const wasReading = this.#isReading;
    this.#isAtEnd = true;
    const closed = this.#source.return?.();
    if (wasReading) closed?.catch(() => undefined);
    else await closed;
  }

  /** Keeps one read under way as long as there is room. */
  #readOn(): void {
    const { items, size } = this.#bounds;
    if (this.#isReading || this.#isAtEnd || this.#places.length >= items || this.#size >= size) return;
    this.#isReading = true;
    this.#source.next().then(
      ({ done, value }) => {
        this.#isReading = false;
        if (done) this.#isAtEnd = true;
        else if (!this.#isAtEnd) this.#start(value);
        this.#readOn();
        this.#wake();
      },
      (error: unknown) => {
        this.#isReading = false;
        this.#isAtEnd = true;
        this.#places.push({ size: 0, outcome: { error } });
        this.#wake();
      },
    );
  }

  #start(item: Item): void {
    const place: Place<Result> = { size: this.#bounds.sizeOf(item) };
    this.#places.push(place);
    this.#size += place.size;
    const settle = (outcome: NonNullable<Place<Result>['outcome']>) => {
      place.outcome = outcome;
      this.#wake();
    };
    this.#work(item).then(
      (result) => settle({ result }),
      (error: unknown) => settle({ error }),
    );
  }
}
