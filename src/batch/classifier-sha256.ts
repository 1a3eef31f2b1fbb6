/** Tells one classifier from another, since a run may go on only with its own. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type ClassifierFile, serialiseClassifier } from '../classify/classifier-file.js';
import { builtInClassifierFile } from '../embed/built-in-model.js';

/** In hexadecimal, of the file at the path or of what `serialiseClassifier` makes; default: the classifier in the package. */
export async function classifierSha256(classifier: string | ClassifierFile = builtInClassifierFile()): Promise<string> {
  const content = typeof classifier === 'string' ? await readFile(classifier) : serialiseClassifier(classifier);
  return createHash('sha256').update(content).digest('hex');
}
