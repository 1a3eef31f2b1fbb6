/**
 * The command line without a model, for tests that end it from outside: the classifier is the fake one and takes some milliseconds a
 * text, and checkpoints come more often than people need them.
 *
 * Usage: node PROGRAM INPUT OUTPUT MILLISECONDS
 */
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { inThisThread } from '../../src/batch/pool/in-this-thread.js';
import { tagFile } from '../../src/batch/tag-file.js';
import { fakeClassifier } from './fake-classifier.js';

const [program = '', input = '', output = '', milliseconds = '0'] = process.argv.slice(1);
const classifier = fakeClassifier();
const slow = async (text: string) => {
  await setTimeout(Number(milliseconds));
  return classifier.classify(text);
};
await tagFile(input, output, {
  openClassifier: async () => inThisThread({ ...classifier, classify: slow as unknown as typeof classifier.classify }),
  // Any file will do: it is only hashed.
  classifier: program,
  checkpointInterval: 20,
  // A run may be killed when its output has its name already.
  overwrite: true,
});
