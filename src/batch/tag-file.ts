/** Tags a file of rows: the same rows out in the same order, bad ones set aside, and a run that is cut short can be gone on with. */
import type { Writable } from 'node:stream';
import { CivicTopicsError } from '../errors.js';
import { classifierSha256 } from './classifier-sha256.js';
import { openSource } from './input/open-source.js';
import { type OpenedTable, openTable, sampleBytes } from './input/open-table.js';
import type { Fingerprint, Source } from './input/source.js';
import { type Destination, withDestination } from './output/destination.js';
import type { Output } from './output/output.js';
import type { RunBasis } from './output/run-record.js';
import type { LoadedTextClassifier } from './pool/text-classifier.js';
import type { TagFileOptions, TagFileSummary } from './tag-file-options.js';
import { tagItems } from './tag-items.js';

/**
 * Reads, classifies and writes rows in bounded memory.
 *
 * A file is written as `OUTPUT.partial`, beside a record of what it is of, and gets its name when it is whole; bad rows go to
 * `OUTPUT.rejects.csv`. When a run is cut short, even by kill -9 or a power cut, the same call goes on with it, and the output is
 * the same to the last byte. Pipes, devices and streams are written to directly, and bad rows are only told of.
 *
 * @param input path, or bytes
 * @param output path, or a stream, which stays open
 * @throws CivicTopicsError INPUT_UNREADABLE, INPUT_INVALID when the encoding cannot be told, the header is bad, tagging would add
 *   columns that there are, or a row is bad and `onBadRow` is `stop`; COLUMN_NOT_FOUND; OUTPUT_UNWRITABLE, also when there is
 *   an unfinished output of something else, or a finished one and not `overwrite`; ABORTED; whatever `openClassifier` throws
 */
export async function tagFile(
  input: string | AsyncIterable<Uint8Array>,
  output: string | Writable,
  options: TagFileOptions = {},
): Promise<TagFileSummary> {
  const { classifier, onNotice = () => undefined, restart = false, overwrite = false } = options;
  const inputs = [input, classifier].filter((path) => typeof path === 'string');
  const source = await openSource(input, sampleBytes(input, options), options);
  try {
    return await withDestination(output, inputs, { restart, overwrite }, async (destination) => {
      const opened = await openTable(input, source, output, options);
      if (opened.notice) onNotice(opened.notice);
      return await tagTable(opened, source, destination, options);
    });
  } finally {
    await source.close();
  }
}

async function tagTable(
  opened: OpenedTable,
  source: Source,
  destination: Destination,
  options: TagFileOptions,
): Promise<TagFileSummary> {
  const { openClassifier = defaultOpen } = options;
  // While a worker loads the classifier.
  const fingerprint = destination.isFile ? source.file?.fingerprint() : undefined;
  fingerprint?.catch(() => undefined);
  const classifier = await openClassifier(options);
  try {
    const basis = fingerprint && (await basisOf(opened, await fingerprint, classifier, options));
    const output = await openOutput(opened, destination, classifier, basis, options);
    const { done: before } = output.tally;
    try {
      if (!output.isWhole) await tagItems(opened.table, output, classifier, () => source.progress, options);
      if (!output.isWhole && basis) await checkUnchanged(source, basis.input, output);
      await output.finish();
    } catch (error) {
      await output.keep();
      throw error;
    }
    return { ...output.tally, doneNow: output.tally.done - before, rejectsFile: output.rejectsFile };
  } finally {
    await classifier.close();
  }
}

/** Loaded when it is needed: what is wrong with input and output is said before. */
const defaultOpen: NonNullable<TagFileOptions['openClassifier']> = async (options) =>
  (await import('./pool/open-text-classifier.js')).openTextClassifier(options);

async function basisOf(
  { options: settings }: OpenedTable,
  input: Fingerprint,
  { info }: LoadedTextClassifier,
  { version = '', minScore = 0, classifier }: TagFileOptions,
): Promise<RunBasis> {
  return {
    version,
    input,
    options: { ...settings, 'minimum score': minScore },
    classifier: await classifierSha256(classifier),
    encoder: info.embedder.id,
  };
}

function openOutput(
  { table }: OpenedTable,
  destination: Destination,
  { info }: LoadedTextClassifier,
  basis: RunBasis | undefined,
  { onNotice = () => undefined, checkpointInterval = 2000 }: TagFileOptions,
): Promise<Output> {
  return destination.open({
    head: `${table.byteOrderMark ? '\ufeff' : ''}${table.head}`,
    topics: info.topics.map(({ id }) => id),
    notify: onNotice,
    basis,
    checkpointInterval,
  });
}

/** At the end of the input: parts of two versions make no output of either. */
async function checkUnchanged({ file }: Source, input: Fingerprint, output: Output): Promise<void> {
  if (file?.fingerprintSoFar().sha256 === input.sha256) return;
  await output.spoil();
  throw new CivicTopicsError(
    'INPUT_INVALID',
    'The input was changed while it was read, so that the output mixes two versions of it. Begin anew with --restart.',
  );
}
