/** The file that each worker thread runs: a classifier of its own behind the pool's messages. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { createClassifier } from '../../classify/create-classifier.js';
import type { WorkerSetup } from './messages.js';
import { serve } from './serve.js';

serve(parentPort as MessagePort, (signal) => createClassifier({ ...(workerData as WorkerSetup), signal }));
