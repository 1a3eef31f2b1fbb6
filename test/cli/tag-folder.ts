/** A folder of its own for each test of `tag`, and classifiers that let the test see and stop a run. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach } from 'vitest';
import { fakeClassifier } from '../helpers/fake-classifier.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tag-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

export const path = (name = '') => join(folder, name);
export const read = (name: string) => readFileSync(path(name), 'utf8');
export const names = () => readdirSync(folder).sort();

/** Writes a file, and gives its path. */
export function file(name: string, content: string | Uint8Array): string {
  writeFileSync(path(name), content);
  return path(name);
}

export const withoutTimes = (stderr: string) => stderr.replace(/\d+\.\d/g, 'N');

/** Makes classifiers that call back with each text before they answer. */
export function watched(onText: (text: string) => unknown) {
  return async () => {
    const classifier = fakeClassifier();
    const classify = async (text: string, options?: object) => {
      await onText(text);
      return classifier.classify(text, options);
    };
    return { ...classifier, classify: classify as unknown as typeof classifier.classify };
  };
}

/** Interrupts the run when the classifier is at the text and the answers before it are written. */
export function interruptedAt(last: string) {
  const abort = new AbortController();
  const createClassifier = watched(async (text) => {
    if (!text.includes(last)) return;
    await setTimeout(20);
    abort.abort();
  });
  return { createClassifier, signal: abort.signal };
}
