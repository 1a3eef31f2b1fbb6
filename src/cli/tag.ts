/** `civic-topics tag`: a file of rows in, the same rows with their topics out. */
import { fileFormat, namedFormat } from '../batch/file-format.js';
import { filterNdjson } from '../batch/filter.js';
import { tagFile } from '../batch/tag-file.js';
import type { TableOptions } from '../batch/tag-file-options.js';
import { type Arguments, UsageError } from './args.js';
import type { COMMANDS } from './commands.js';
import { EXIT } from './exit-codes.js';
import { STANDARD_STREAM, withInput } from './input.js';
import { type Io, write } from './io.js';
import { readingOptions } from './reading-options.js';
import { TagReport } from './tag-report.js';
import { formatTagSummary } from './tag-summary.js';
import { textColumnWarning } from './text-column-warning.js';
import { VERSION } from './version.js';
import { classifierOptions } from './with-classifier.js';

type TagArguments = Arguments<typeof COMMANDS.tag>;

export async function run({ argument: input, options }: TagArguments, io: Io): Promise<number> {
  const { output = STANDARD_STREAM, workers, restart, overwrite, 'on-bad-row': onBadRow } = options;
  const table = tableOptions(input, output, options);
  if (input === STANDARD_STREAM && output === STANDARD_STREAM && table.format === 'ndjson') {
    return filter(table, options, io);
  }
  const report = new TagReport(io);
  const tag = (source: string | AsyncIterable<Uint8Array>) =>
    tagFile(source, output === STANDARD_STREAM ? io.stdout : output, {
      ...table,
      ...classifierOptions(options),
      workers,
      onBadRow,
      restart,
      overwrite,
      version: VERSION,
      signal: io.signal,
      openClassifier: io.openTextClassifier,
      ...report.listeners,
    });
  const tagging = input === STANDARD_STREAM ? withInput(input, io, tag) : tag(input);
  const summary = await tagging.finally(() => report.clear());
  const warning = textColumnWarning(summary, options['text-column']);
  await write(io.stderr, `${formatTagSummary(summary, report.seconds)}${warning}`);
  return summary.rejects > 0 ? EXIT.rejected : EXIT.done;
}

/** Bad lines have their answers, and are no failure: a cluster takes any other exit code for one, and does the whole part again. */
async function filter(table: TableOptions, options: TagArguments['options'], io: Io): Promise<number> {
  const { workers, 'on-bad-row': onBadRow } = options;
  const report = new TagReport(io);
  const filtering = withInput(STANDARD_STREAM, io, (bytes) =>
    filterNdjson(bytes, io.stdout, {
      ...table,
      ...classifierOptions(options),
      workers,
      onBadRow,
      signal: io.signal,
      openClassifier: io.openTextClassifier,
      ...report.listeners,
    }),
  );
  const summary = await filtering.finally(() => report.clear());
  const { rows, rejects } = summary;
  await write(io.stderr, formatTagSummary({ ...summary, rejects: 0, doneNow: rows }, report.seconds));
  if (rejects > 0) {
    await write(io.stderr, `${rejects} bad ${rejects === 1 ? 'line was' : 'lines were'} answered with an error.\n`);
  }
  await write(io.stderr, textColumnWarning(summary, options['text-column']));
  return EXIT.done;
}

/** @throws UsageError when they contradict one another or the names of the files */
function tableOptions(input: string, output: string, options: TagArguments['options']): TableOptions {
  const { delimiter, format = fileFormat(input).kind, 'no-header': noHeader } = options;
  const named = namedFormat(output)?.kind;
  if (named !== undefined && named !== format) {
    throw new UsageError(`Expected an output in the format of the input, ${format}, got ${output}.`, 'tag');
  }
  if (format === 'ndjson' && (delimiter !== undefined || noHeader)) {
    throw new UsageError(`Expected --${noHeader ? 'no-header' : 'delimiter'} with CSV only, got NDJSON.`, 'tag');
  }
  return {
    textColumn: options['text-column'],
    format,
    header: !noHeader,
    byteOrderMark: options.bom,
    ...readingOptions(options, 'tag'),
  };
}
