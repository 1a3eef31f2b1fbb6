/** One worker thread as the pool sees it: the texts it has, what it says, and how it ended. */
import { Worker } from 'node:worker_threads';
import type { Classification } from '../../classify/classification.js';
import type { PoolMessage, WorkerMessage, WorkerSetup } from './messages.js';
import type { Task } from './task-queue.js';
import { oneLine } from './text-classifier.js';

/**
 * Milliseconds that a worker has to end by itself, which takes as long as its encoder takes for 512 tokens. To end it by force
 * while the encoder is at work would end the whole process: onnxruntime-node throws what nobody can catch.
 */
const PATIENCE = 10_000;

export class PoolWorker {
  /** For people, such as `worker 2`. */
  readonly name: string;
  /** Whether its classifier is loaded. */
  ready = false;
  /** What it works on, in the order of the answers to come. */
  tasks: readonly Task[] = [];
  readonly #thread: Worker;
  readonly #ended: Promise<void>;
  #ending: Promise<void> | undefined;

  /** @param onDeath called when the thread has ended, however it ended */
  constructor(
    name: string,
    file: URL,
    setup: WorkerSetup,
    onMessage: (worker: PoolWorker, message: WorkerMessage) => void,
    onDeath: (worker: PoolWorker, reason: string) => void,
  ) {
    this.name = name;
    // Without the flags that Node was started with: some, such as --input-type, no worker can be started with.
    this.#thread = new Worker(file, { workerData: setup, name, execArgv: [] });
    let reason: string | undefined;
    this.#thread
      .on('message', (message: WorkerMessage) => onMessage(this, message))
      .on('messageerror', (error) => {
        reason = error.message;
        void this.end();
      })
      .on('error', (error: unknown) => {
        reason = error instanceof Error ? error.message : String(error);
      })
      .on('exit', (code) => onDeath(this, oneLine(reason ?? `exit code ${code}`)));
    this.#ended = new Promise((resolve) => {
      this.#thread.once('exit', () => resolve());
    });
  }

  get isFree(): boolean {
    return this.ready && this.tasks.length === 0;
  }

  give(tasks: readonly Task[]): void {
    this.tasks = tasks;
    this.#send({ kind: 'texts', texts: tasks.map((task) => task.text) });
  }

  /** Answers its texts, and is free. */
  finish(answers: readonly Classification[]): void {
    const { tasks } = this;
    this.tasks = [];
    answers.forEach((answer, i) => {
      tasks[i]?.resolve(answer);
    });
  }

  /** Ends the thread, also in the midst of its work; resolves when it has ended. */
  end(): Promise<void> {
    this.#ending ??= this.#endGently();
    return this.#ending;
  }

  async #endGently(): Promise<void> {
    this.#send({ kind: 'end' });
    const force = setTimeout(() => this.#thread.terminate(), PATIENCE);
    await this.#ended;
    clearTimeout(force);
  }

  #send(message: PoolMessage): void {
    this.#thread.postMessage(message);
  }
}
