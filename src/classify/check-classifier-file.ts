/** Refuses objects that are no `ClassifierFile`: only their shape is looked at, since the numbers came from `train` or `parseClassifier`. */
import { invalidArgument, isObject } from '../arguments.js';
import type { ClassifierFile } from './classifier-file.js';

/** @throws CivicTopicsError INVALID_ARGUMENT when it is anything else */
export function requireClassifierFile(value: unknown): asserts value is ClassifierFile {
  if (isClassifierFile(value)) return;
  throw invalidArgument(
    'the classifier',
    'a classifier as train() or parseClassifier() gives it',
    value,
    adviceFor(value),
  );
}

function adviceFor(value: unknown): string {
  if (isObject(value) && isClassifierFile(value.classifier))
    return 'It looks like all that train() returned: use its classifier, or createClassifier(await train(…)) for all of it.';
  if (isObject(value) && value.format === 'civic-topics-classifier')
    return 'It looks like the JSON of a classifier file: give the path of the file, or parseClassifier(text) of its text.';
  if (isObject(value) && typeof value.classify === 'function')
    return 'It looks like a loaded classifier, which needs no loading.';
  return 'Give the path of a classifier file, parseClassifier(text) of its text, or the classifier that train() returned.';
}

function isClassifierFile(value: unknown): value is ClassifierFile {
  if (!isObject(value)) return false;
  const { embedder, clauseMargin, space, topics, training, examples } = value;
  if (!isObject(embedder) || typeof embedder.id !== 'string' || !isNumber(clauseMargin)) return false;
  const size = Number(embedder.dimensions);
  return (
    isSpace(space, size) &&
    Array.isArray(topics) &&
    topics.length > 0 &&
    topics.every((topic) => isTopic(topic, size)) &&
    isObject(training) &&
    (examples === undefined || (isObject(examples) && typeof examples.sha256 === 'string'))
  );
}

function isSpace(space: unknown, size: number): boolean {
  if (!isObject(space) || !isVector(space.whitening, (size * (size + 1)) / 2) || !isObject(space.centres)) return false;
  return Object.values(space.centres).every((centre) => isVector(centre, size));
}

function isTopic(topic: unknown, size: number): boolean {
  if (!isObject(topic) || typeof topic.id !== 'string' || !isVector(topic.centroid, size)) return false;
  return [topic.slope, topic.intercept, topic.threshold, topic.examples].every(isNumber);
}

/** Known by its length, since a thread or a test environment may have a Float32Array of its own. */
function isVector(value: unknown, length: number): boolean {
  return ArrayBuffer.isView(value) && (value as Float32Array).length === length;
}

function isNumber(value: unknown): boolean {
  return Number.isFinite(value);
}
