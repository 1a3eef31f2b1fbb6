/** `civic-topics info`: which versions, files and figures answers come from. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import process from 'node:process';
import type { ClassifierInfo } from '../classify/classification.js';
import { builtInClassifierFile } from '../embed/built-in-model.js';
import type { Arguments } from './args.js';
import type { COMMANDS } from './commands.js';
import { EXIT } from './exit-codes.js';
import { type Io, write, writeJson } from './io.js';
import { VERSION } from './version.js';
import { withClassifier } from './with-classifier.js';

/** As JSON it is the output of `civic-topics info --format json`. */
export interface Info {
  readonly version: string;
  /** Version of Node.js. */
  readonly node: string;
  /** The encoder; its id is the sha256 of its weights. */
  readonly encoder: ClassifierInfo['embedder'];
  readonly classifier: { readonly file: string; readonly sha256: string };
  readonly topics: ClassifierInfo['topics'];
  readonly training: ClassifierInfo['training'];
}

export async function run({ options }: Arguments<typeof COMMANDS.info>, io: Io): Promise<number> {
  // Loading it first: a missing or damaged file is then named by those who know best.
  const { embedder, topics, training } = await withClassifier(options, io, async ({ info }) => info, true);
  const file = options.classifier ?? builtInClassifierFile();
  const sha256 = createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
  const info: Info = {
    version: VERSION,
    node: process.version,
    encoder: embedder,
    classifier: { file, sha256 },
    topics,
    training,
  };
  await (options.format === 'json' ? writeJson(io.stdout, info) : write(io.stdout, formatInfo(info)));
  return EXIT.done;
}

/** Ends with a newline. */
export function formatInfo({ version, node, encoder, classifier, topics, training }: Info): string {
  const lines = [
    `civic-topics ${version}, Node.js ${node}`,
    `encoder     ${encoder.id}, ${encoder.dimensions} dimensions`,
    `classifier  ${classifier.sha256}, ${classifier.file}`,
    `training    ${training.examples} examples${languages(training)}, ${training.untagged} of them without a topic`,
    `macro F1    ${macroF1(training, topics)}`,
    'topics',
    ...topics.map(({ id, threshold, examples }) => `  ${id}: threshold ${threshold.toFixed(3)}, ${examples} examples`),
  ];
  return `${lines.join('\n')}\n`;
}

/** Which examples the figure was measured on. */
export function judgedOn({ heldOut, folds }: Info['training']): string {
  return heldOut > 0 ? `on ${heldOut} held-out examples` : `out of ${folds} folds`;
}

function macroF1(training: Info['training'], topics: Info['topics']): string {
  if (training.examples === 0) return 'not measured: there were no examples';
  // As it is 0 also where every tag was wrong, the figure alone does not tell.
  const areAllAlike = topics.every(({ examples }) => examples === 0 || examples === training.examples);
  if (training.macroF1 === 0 && areAllAlike) return 'not measured: every example carries the same topics';
  return `${training.macroF1.toFixed(3)} ${judgedOn(training)}`;
}

function languages({ languages: counts }: Info['training']): string {
  const listed = Object.entries(counts).map(([language, examples]) => `${language} ${examples}`);
  return listed.length > 0 ? ` (${listed.join(', ')})` : '';
}
