/** Worker threads that share the texts: each has an encoder of its own, and whoever is free takes the next ones. */
import type { AbortOptions, Classification, ClassifierInfo } from '../../classify/classification.js';
import { refuseTelemetry } from '../../embed/no-telemetry.js';
import { CivicTopicsError, throwIfAborted } from '../../errors.js';
import type { WorkerMessage, WorkerSetup } from './messages.js';
import { PoolWorker } from './pool-worker.js';
import { type Task, TaskQueue } from './task-queue.js';
import { type LoadedTextClassifier, TextFailure } from './text-classifier.js';

/**
 * Another worker is started when this much work waits for each one that there is, in characters: thirty titles or eight
 * paragraphs, 0.15 s of work. Loading takes 0.4 s and 100 MB, so a small file has one worker; a large one has all before long.
 */
const COST_TO_START_ANOTHER = 3000;

/** Workers that may have a text when they die: the first, and the one that tries again. */
const MOST_DEATHS = 2;

/** The built worker lies beside every file that this one is built into. */
const WORKER_FILE = new URL('./worker.js', import.meta.url);

export interface WorkerPoolOptions extends AbortOptions, WorkerSetup {
  /** Most threads at once, 1 or more. */
  readonly workers: number;
  /** Called with one sentence when a worker has died. */
  readonly onNotice?: ((message: string) => void) | undefined;
  /** For tests: another file that calls `serve`. */
  readonly workerFile?: URL;
}

export class WorkerPool implements LoadedTextClassifier {
  readonly width: number;
  readonly #options: WorkerPoolOptions;
  readonly #queue = new TaskQueue();
  readonly #workers = new Set<PoolWorker>();
  readonly #onAbort = () => this.#abort();
  #started = 0;
  #info: ClassifierInfo | undefined;
  /** Those who wait for the first worker. */
  #onInfo: { resolve(info: ClassifierInfo): void; reject(error: Error): void } | undefined;
  /** Why no more texts are taken. */
  #end: CivicTopicsError | undefined;

  private constructor(options: WorkerPoolOptions) {
    this.width = options.workers;
    this.#options = options;
  }

  /**
   * Starts the first worker, and resolves when it has loaded the classifier; the others are started when enough texts wait.
   *
   * @throws CivicTopicsError whatever `createClassifier` throws, MODEL_INVALID when a worker dies while it loads, and ABORTED
   */
  static async start(options: WorkerPoolOptions): Promise<WorkerPool> {
    throwIfAborted(options.signal);
    refuseTelemetry();
    const pool = new WorkerPool(options);
    options.signal?.addEventListener('abort', pool.#onAbort, { once: true });
    try {
      await new Promise<ClassifierInfo>((resolve, reject) => {
        pool.#onInfo = { resolve, reject };
        pool.#startWorker();
      });
    } catch (error) {
      await pool.close();
      throw error;
    }
    return pool;
  }

  get info(): ClassifierInfo {
    return this.#info as ClassifierInfo;
  }

  classify(text: string): Promise<Classification> {
    if (this.#end) return Promise.reject(this.#end);
    return new Promise((resolve, reject) => {
      this.#queue.add({ text, deaths: 0, resolve, reject });
      this.#handOut();
    });
  }

  async close(): Promise<void> {
    this.#options.signal?.removeEventListener('abort', this.#onAbort);
    this.#stop(new CivicTopicsError('CLOSED', 'Expected open workers, but close() was called before. Start new ones.'));
    await Promise.all([...this.#workers].map((worker) => worker.end()));
  }

  #handOut(): void {
    for (const worker of this.#workers) {
      if (!worker.isFree) continue;
      const tasks = this.#queue.take(this.width);
      if (tasks.length > 0) worker.give(tasks);
    }
    const { size } = this.#workers;
    if (size < this.width && this.#queue.cost > size * COST_TO_START_ANOTHER) this.#startWorker();
  }

  #startWorker(): void {
    const { workerFile = WORKER_FILE, classifier, threads, minScore } = this.#options;
    const worker = new PoolWorker(
      `worker ${++this.#started}`,
      workerFile,
      { classifier, threads, minScore },
      (from, message) => this.#receive(from, message),
      (from, reason) => this.#bury(from, reason),
    );
    this.#workers.add(worker);
  }

  #receive(worker: PoolWorker, message: WorkerMessage): void {
    switch (message.kind) {
      case 'refused':
        this.#stop(new CivicTopicsError(message.code, message.message));
        break;
      case 'ready':
        worker.ready = true;
        this.#info ??= message.info;
        this.#onInfo?.resolve(message.info);
        break;
      case 'answers':
        worker.finish(message.answers);
    }
    this.#handOut();
  }

  /** Its texts are tried once more; those that were tried before fail. The next texts start a worker in its place. */
  #bury(worker: PoolWorker, reason: string): void {
    this.#workers.delete(worker);
    if (!worker.ready) this.#stop(diedLoading(worker, reason));
    if (this.#end) return;
    const tasks = worker.tasks.map((task): Task => ({ ...task, deaths: task.deaths + 1 }));
    const again = tasks.filter((task) => task.deaths < MOST_DEATHS);
    this.#options.onNotice?.(deathNotice(worker, reason, again.length));
    for (const task of tasks) if (!again.includes(task)) task.reject(new TextFailure(reason));
    this.#queue.putBack(again);
    this.#handOut();
  }

  #abort(): void {
    const { signal } = this.#options;
    this.#stop(new CivicTopicsError('ABORTED', 'Stopped by its AbortSignal.', { cause: signal?.reason }));
  }

  /** The first reason to stop counts. */
  #stop(error: CivicTopicsError): void {
    if (this.#end) return;
    this.#end = error;
    this.#onInfo?.reject(error);
    const working = [...this.#workers].flatMap((worker) => worker.tasks);
    for (const task of [...working, ...this.#queue.takeAll()]) task.reject(error);
    for (const worker of this.#workers) void worker.end();
  }
}

function diedLoading({ name }: PoolWorker, reason: string): CivicTopicsError {
  return new CivicTopicsError(
    'MODEL_INVALID',
    `Expected ${name} to load the classifier, but it ended (${reason}). If memory is short, use fewer workers.`,
  );
}

function deathNotice({ name, tasks }: PoolWorker, reason: string, again: number): string {
  const died = `${name} ended unexpectedly (${reason})`;
  if (tasks.length === 0) return `${died}; it had no text.`;
  if (again === 0) return `${died} on a text that had ended another before; that text fails.`;
  return `${died}; its ${again === 1 ? 'text is' : `${again} texts are`} tried once more.`;
}
