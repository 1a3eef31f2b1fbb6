/** The worker's side: loads a classifier, and answers one list of texts after the other. */
import type { MessagePort } from 'node:worker_threads';
import type { Classifier } from '../../classify/classification.js';
import { CivicTopicsError } from '../../errors.js';
import type { PoolMessage, WorkerMessage } from './messages.js';

type Loaded = Pick<Classifier, 'classify' | 'info' | 'close'>;

/**
 * Takes messages until it is told to end; then nothing is left that keeps the thread alive.
 *
 * What the classifier throws on a text ends the thread: nobody knows what state it left the encoder in.
 */
export function serve(port: MessagePort, createClassifier: (signal: AbortSignal) => Promise<Loaded>): void {
  const ending = new AbortController();
  const { signal } = ending;
  const send = (message: WorkerMessage) => port.postMessage(message);
  let classifier: Loaded | undefined;
  let last = Promise.resolve();
  const inTurn = (step: () => Promise<void>) => {
    last = last.then(step).catch((error) => {
      if (!signal.aborted) throwUncaught(error);
    });
  };

  inTurn(async () => {
    try {
      classifier = await createClassifier(signal);
      send({ kind: 'ready', info: classifier.info });
    } catch (error) {
      if (!(error instanceof CivicTopicsError)) throw error;
      send({ kind: 'refused', code: error.code, message: error.message });
    }
  });
  port.on('message', (message: PoolMessage) => {
    if (message.kind === 'end') {
      ending.abort();
      inTurn(async () => {
        port.close();
        await classifier?.close();
      });
    } else {
      inTurn(async () => {
        if (classifier) send({ kind: 'answers', answers: await classifier.classify(message.texts, { signal }) });
      });
    }
  });
}

/** Thrown where nothing can catch it: a rejection that nobody handles ends a thread only if Node's options say so. */
function throwUncaught(error: unknown): void {
  setImmediate(() => {
    throw error;
  });
}
