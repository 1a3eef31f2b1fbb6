/** Reads items from anywhere until a signal calls it off, even while the next one is being waited for. */
import { throwIfAborted } from '../errors.js';

/**
 * The same items, each read only when it is asked for. When the signal is aborted the wait ends at once with the code ABORTED, and the source
 * is told to close.
 */
export function untilAborted<T>(
  items: AsyncIterable<T> | Iterable<T>,
  signal: AbortSignal | undefined,
): AsyncIterable<T> | Iterable<T> {
  if (!signal) return items;
  return {
    [Symbol.asyncIterator]() {
      const source = iteratorOf(items);
      const close = async () => (await source.return?.()) ?? { done: true, value: undefined };
      return { next: () => nextOf(source, signal, close), return: close };
    },
  };
}

/** Promises of items in a list are waited for, as `for await` does. */
function iteratorOf<T>(items: AsyncIterable<T> | Iterable<T>): AsyncIterator<T> {
  if (Symbol.asyncIterator in items) return items[Symbol.asyncIterator]();
  return (async function* () {
    yield* items;
  })();
}

async function nextOf<T>(
  source: AsyncIterator<T>,
  signal: AbortSignal,
  close: () => Promise<unknown>,
): Promise<IteratorResult<T>> {
  try {
    throwIfAborted(signal);
    const step = source.next();
    await settledOrAborted(step, signal);
    throwIfAborted(signal);
    return await step;
  } catch (error) {
    // Not waited for: a generator closes only when what it waits for has come, which may be never.
    if (signal.aborted) close().catch(() => undefined);
    throw error;
  }
}

/** Not a race of promises: the signal would keep every one of them in memory. */
async function settledOrAborted(work: Promise<unknown>, signal: AbortSignal): Promise<void> {
  await new Promise<unknown>((resolve) => {
    signal.addEventListener('abort', resolve, { once: true });
    work.then(resolve, resolve).finally(() => signal.removeEventListener('abort', resolve));
  });
}
