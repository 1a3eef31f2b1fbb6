/** Reads all that `civic-topics train` learns from: examples, a taxonomy, texts that nobody has read, and a classifier to be added to. */
import { type ClassifierFile, readClassifierFile } from '../classify/classifier-file.js';
import { examplesPath, readExamples } from '../classify/example-file.js';
import { LANGUAGES, type SupportedLanguage } from '../classify/space.js';
import type { Taxonomy } from '../classify/taxonomy.js';
import { CivicTopicsError } from '../errors.js';
import type { Example, UnlabelledText } from '../train/example.js';
import { parseTaxonomy } from '../train/taxonomy/parse-taxonomy.js';
import { type Arguments, UsageError } from './args.js';
import type { COMMANDS } from './commands.js';
import { readText } from './input.js';
import type { Io } from './io.js';
import { type LabelledInput, openLabelledInput } from './labelled-input.js';
import { notice } from './notice.js';
import { readingOptions } from './reading-options.js';

type Options = Arguments<typeof COMMANDS.train>['options'];

/** Everything that was read, and from which files. */
export interface TrainInput {
  readonly examples: readonly Example[];
  readonly taxonomy: Taxonomy | undefined;
  readonly unlabelled: readonly UnlabelledText[];
  /** Settings of the classifier that is added to. */
  readonly settings: { readonly untaggedShare?: number; readonly clauseMargin?: number };
  readonly files: readonly string[];
  /** Where an example stands, for people. */
  place(index: number): string;
}

/** @throws UsageError when nothing is given to learn from; CivicTopicsError for what cannot be read or is not well-formed */
export async function readTrainInput(path: string | undefined, options: Options, io: Io): Promise<TrainInput> {
  if (path === undefined && options.taxonomy === undefined)
    throw new UsageError('Expected EXAMPLES, or topics with names or definitions by --taxonomy, got neither.', 'train');
  const added = path === undefined ? NOTHING : await readExamplesOf(path, options, io);
  const taxonomy = options.taxonomy === undefined ? undefined : await readTaxonomy(options.taxonomy, io);
  const before = options.update === undefined ? undefined : await readBefore(options.update);
  const old = before?.examples ?? [];
  const unlabelled = options.unlabelled === undefined ? NOTHING : await readUnlabelled(options.unlabelled, options, io);
  return {
    examples: [...old, ...added.rows],
    taxonomy: taxonomy ?? (before && continued(before.classifier, added.rows)),
    unlabelled: unlabelled.rows,
    settings: before
      ? { untaggedShare: before.classifier.training.untaggedShare, clauseMargin: before.classifier.clauseMargin }
      : {},
    files: [...added.files, ...unlabelled.files, ...(options.taxonomy === undefined ? [] : [options.taxonomy])],
    place: (index) =>
      index < old.length ? `example ${index + 1} of ${options.update}` : added.place(index - old.length),
  };
}

const NOTHING = { rows: [] as Example[], files: [] as string[], place: (index: number) => `example ${index + 1}` };

async function readExamplesOf(path: string, options: Options, io: Io) {
  const heldOut = options['held-out-column'];
  const columns = {
    text: options['text-column'],
    topics: options['topics-column'] ?? 'topics',
    refuseTagged: options['topics-column'] === undefined,
    ...languageColumn(options),
    ...(heldOut !== undefined && { heldOut }),
  };
  const input = await openLabelledInput(path, columns, io, readingOptions(options, 'train'));
  if (heldOut !== undefined && !input.rows.some((row) => row.heldOut)) {
    throw new CivicTopicsError(
      'INPUT_INVALID',
      `Expected rows held out by ${JSON.stringify(heldOut)}, got none that say true there. Correct the name, or leave --held-out-column out.`,
    );
  }
  return { ...input, rows: withLanguages(input) };
}

/** Texts of a table or a folder; topics, where it has any, are left aside. */
async function readUnlabelled(path: string, options: Options, io: Io) {
  const columns = { text: options['text-column'], ...languageColumn(options) };
  const input = await openLabelledInput(path, columns, io, readingOptions(options, 'train'));
  return { ...input, rows: withLanguages(input) };
}

function languageColumn({ 'language-column': group }: Options) {
  return group === undefined ? {} : { group, groupOption: '--language-column' };
}

function withLanguages({ rows, place }: LabelledInput): Example[] {
  return rows.map(({ group, ...row }, index) => {
    if (group === undefined) return row;
    if (LANGUAGES.includes(group as SupportedLanguage)) return { ...row, language: group as SupportedLanguage };
    throw new CivicTopicsError(
      'INPUT_INVALID',
      `Expected vi, fr or en for the language of ${place(index)}, got ${JSON.stringify(group)}. Correct it, or leave it blank to have it detected.`,
    );
  });
}

async function readTaxonomy(path: string, io: Io): Promise<Taxonomy> {
  const { taxonomy, notices } = await parseTaxonomy(await readText(path, io), path);
  for (const message of notices) await notice(io, `${path}: ${message}`);
  return taxonomy;
}

/** A classifier and the examples that it was trained with. */
async function readBefore(path: string) {
  const classifier = await readClassifierFile(path);
  // One made from names and definitions alone has no file of examples.
  if (classifier.training.examples === 0) return { classifier, examples: [] };
  return { classifier, examples: (await readExamples(examplesPath(path), classifier)).examples };
}

/** The topics of a classifier with what it knows of them in words, and behind them those that only the new examples carry. */
function continued({ topics }: ClassifierFile, added: readonly Example[]): Taxonomy {
  const known = new Set(topics.map(({ id }) => id));
  const fresh = new Set(added.flatMap((example) => example.topics).filter((id) => !known.has(id)));
  return {
    topics: [
      ...topics.map(({ id, words = { name: {} } }) => ({ id, ...words })),
      ...[...fresh].map((id) => ({ id, name: {} })),
    ],
  };
}
