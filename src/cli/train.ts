/** `civic-topics train`: examples in, a classifier file out. */
import type { LabelledRow } from '../batch/labelled-rows.js';
import type { ClassifierFile } from '../classify/classifier-file.js';
import type { SupportedLanguage } from '../classify/space.js';
import { CivicTopicsError } from '../errors.js';
import type { Example } from '../train/embed-examples.js';
import { type TrainedClassifier, train } from '../train/train.js';
import type { Arguments } from './args.js';
import type { COMMANDS } from './commands.js';
import { EXIT } from './exit-codes.js';
import { judgedOn } from './info.js';
import { readText } from './input.js';
import { type Io, write } from './io.js';
import { readLabelledInput, tablesOf } from './labelled-input.js';
import { Progress, pace } from './progress.js';
import { withTrainOutput } from './train-output.js';

type TrainArguments = Arguments<typeof COMMANDS.train>;

export async function run({ argument: path, options }: TrainArguments, io: Io): Promise<number> {
  const examples = await readExamples(path, options, io);
  const topics = options.taxonomy === undefined ? undefined : await readTopics(options.taxonomy, io);
  const inputs = [...(await tablesOf(path)), ...(options.taxonomy === undefined ? [] : [options.taxonomy])];
  const progress = new Progress(io);
  const { classifier, notice } = await withTrainOutput(options.output, inputs, io, () =>
    trainOn(examples, topics, options.threads, progress, io),
  ).finally(() => progress.clear());
  await write(io.stderr, `${formatTrainSummary(classifier, progress.seconds)}${notice}`);
  return EXIT.done;
}

async function readExamples(path: string, options: TrainArguments['options'], io: Io): Promise<Example[]> {
  const columns = {
    text: options['text-column'],
    topics: options['topics-column'],
    ...(options['language-column'] !== undefined && { group: options['language-column'] }),
    ...(options['held-out-column'] !== undefined && { heldOut: options['held-out-column'] }),
  };
  const rows = await readLabelledInput(path, columns, io);
  if (columns.heldOut !== undefined && !rows.some((row) => row.heldOut)) {
    throw new CivicTopicsError(
      'INPUT_INVALID',
      `Expected rows held out by ${JSON.stringify(columns.heldOut)}, got none that say true there. Correct the name, or leave --held-out-column out.`,
    );
  }
  return rows.map((row, index) => toExample(row, index + 1));
}

/** Topic ids of a taxonomy file in its order. */
async function readTopics(path: string, io: Io): Promise<string[]> {
  const text = await readText(path, io);
  let json: { readonly topics?: readonly { readonly id?: unknown }[] } | null;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new CivicTopicsError('INPUT_INVALID', `Expected JSON in ${path}, got something else (${cause}).`, { cause });
  }
  const ids = Array.isArray(json?.topics) ? json.topics.map((topic) => topic?.id) : [];
  if (ids.length > 0 && ids.every((id): id is string => typeof id === 'string' && id !== '')) return ids;
  throw new CivicTopicsError('INPUT_INVALID', `Expected ${path} to hold {"topics": [{"id": "…"}, …]}, got other JSON.`);
}

function toExample({ group, ...row }: LabelledRow, number: number): Example {
  if (group === undefined) return row;
  if (isLanguage(group)) return { ...row, language: group };
  throw new CivicTopicsError(
    'INPUT_INVALID',
    `Expected vi, fr or en for the language of row ${number}, got ${JSON.stringify(group)}. Correct it, or leave it blank to have it detected.`,
  );
}

function isLanguage(value: string): value is SupportedLanguage {
  return value === 'vi' || value === 'fr' || value === 'en';
}

async function trainOn(
  examples: readonly Example[],
  topics: readonly string[] | undefined,
  threads: number | undefined,
  progress: Progress,
  io: Io,
): Promise<TrainedClassifier> {
  const embedder = await io.createEmbedder(threads === undefined ? {} : { threads });
  try {
    const options = { embedder, signal: io.signal, onExample: progress.update, ...(topics && { topics }) };
    return await train(examples, options);
  } finally {
    await embedder.close();
  }
}

function formatTrainSummary({ topics, training }: ClassifierFile, seconds: number): string {
  const counts = topics.map(({ id, examples }) => `${id} ${examples}`);
  return (
    `Trained on ${pace(training.examples, seconds)}: ${counts.join(', ')}, without topics ${training.untagged}.\n` +
    `Macro F1 ${judgedOn(training)}: ${training.macroF1.toFixed(3)}.\n`
  );
}
