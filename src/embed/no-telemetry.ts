/** Keeps onnxruntime from reporting its use to its makers, which its builds for Linux and macOS do from 1.29 on unless they are told not to. */
import { emitWarning, env } from 'node:process';
import { isMainThread } from 'node:worker_threads';

/** Read by onnxruntime when it makes its first session, and never again. */
const SWITCH = 'ORT_DISABLE_TELEMETRY';

/**
 * To be called before the first session, and before a worker thread is started that makes one. Only the main thread can set what
 * onnxruntime reads: the environment of a worker thread is a copy. Whoever has set the switch is left alone.
 */
export function refuseTelemetry(): void {
  if (env[SWITCH]) return;
  env[SWITCH] = '1';
  if (!isMainThread)
    emitWarning(
      `Expected ${SWITCH}=1 in the environment, which a worker thread cannot set. Without it onnxruntime will try to reach the network ` +
        `after a while. Set process.env.${SWITCH} = '1' in the main thread before the worker is started.`,
      'CivicTopicsWarning',
    );
}
