/** Writes a trained classifier, and its examples beside it. */
import { finished } from 'node:stream/promises';
import { checkNoInput, findTarget } from '../batch/output/places.js';
import { serialiseClassifier } from '../classify/classifier-file.js';
import { examplesPath } from '../classify/example-file.js';
import type { TrainedClassifier } from '../train/train.js';
import { STANDARD_STREAM } from './input.js';
import type { Io } from './io.js';
import { withOutput } from './output.js';

/** What was written, and what to tell the user of it. */
export interface Written extends TrainedClassifier {
  /** Ends with a newline; empty when there is nothing to tell. */
  readonly notice: string;
}

/**
 * Opens the file, lets the work be done, and writes the classifier, which appears under its name last. Standard output, pipes and devices
 * take no second file: they get a classifier that knows of no examples.
 *
 * @throws CivicTopicsError OUTPUT_UNWRITABLE when one of the files is an input, a folder, or cannot be written
 */
export async function withTrainOutput(
  path: string,
  inputs: readonly string[],
  io: Io,
  work: () => Promise<TrainedClassifier>,
): Promise<Written> {
  const beside = await placeOfExamples(path, inputs);
  return withOutput(path, inputs, io, async (stream) => {
    const trained = await work();
    const { examples, classifier } = trained;
    const kept = beside !== undefined && examples !== undefined;
    if (kept) await withOutput(beside, inputs, io, (file) => finished(file.end(examples)));
    const { examples: seal, ...alone } = classifier;
    const written = kept && seal ? classifier : alone;
    await finished(stream.end(serialiseClassifier(written)));
    return {
      ...trained,
      classifier: written,
      notice: classifier.training.examples > 0 ? notice(path, beside, examples) : '',
    };
  });
}

/** Undefined when there is no place beside the output. Looked at before the work, which may take an hour. */
async function placeOfExamples(path: string, inputs: readonly string[]): Promise<string | undefined> {
  if (path === STANDARD_STREAM || (await findTarget(path)) === undefined) return undefined;
  const beside = examplesPath(path);
  const target = await findTarget(beside);
  await checkNoInput(beside, target === undefined ? [beside] : [target, `${target}.partial`], inputs);
  return beside;
}

function notice(path: string, beside: string | undefined, examples: Uint8Array | undefined): string {
  if (beside === undefined)
    return 'The examples were not written, for which a second file is needed: with -o FILE the classifier can name those nearest to a text.\n';
  if (examples === undefined)
    return `The examples were not written: they have more than 64 MiB. ${path} works without them, but cannot name those nearest to a text.\n`;
  return `The texts of the examples are in ${beside}, to name those nearest to a text.\n`;
}
