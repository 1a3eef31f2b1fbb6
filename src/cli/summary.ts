/** `civic-topics summary`: what is in a collection of texts that `tag` has tagged. */
import { basename } from 'node:path';
import { finished } from 'node:stream/promises';
import type { ReadingOptions } from '../batch/input/reading.js';
import { readTagged } from '../batch/summary/read-tagged.js';
import { Summariser, type SummaryOfRows } from '../batch/summary/summariser.js';
import type { SummaryColumns, TaggedText } from '../batch/summary/tagged-text.js';
import type { BadRow } from '../batch/table/item.js';
import { builtInTopicNames } from '../report/kit/topic-names.js';
import { type Arguments, UsageError } from './args.js';
import { badRowNotice } from './bad-rows.js';
import type { COMMANDS } from './commands.js';
import { EXIT } from './exit-codes.js';
import { STANDARD_STREAM, withInput } from './input.js';
import { type Io, write, writeJson } from './io.js';
import { withOutput } from './output.js';
import { Progress, pace } from './progress.js';
import { readingOptions } from './reading-options.js';
import { taggedFiles } from './summary-input.js';
import { formatSummary } from './summary-text.js';

type SummaryArguments = Arguments<typeof COMMANDS.summary>;

export async function run({ argument: path, options }: SummaryArguments, io: Io): Promise<number> {
  const { 'text-column': text, 'date-column': date, 'group-by': group, report, format } = options;
  if (report === STANDARD_STREAM) throw new UsageError('Expected a file for --report, got standard output.', 'summary');
  const columns = { text, date, group };
  const reading = readingOptions(options, 'summary');
  const files = await taggedFiles(path, columns, reading, io);
  const progress = new Progress(io);
  const found = await sumUp(files, columns, reading, progress, io).finally(() => progress.clear());
  const { summary } = found;
  if (report !== undefined) await writeReport(report, options.title ?? titleOf(path), found, files, io);
  await (format === 'json' ? writeJson(io.stdout, summary) : write(io.stdout, formatSummary(summary)));
  await write(io.stderr, `Summed up ${pace(summary.rows + summary.empty, progress.seconds)}.\n`);
  return summary.badRows > 0 ? EXIT.rejected : EXIT.done;
}

async function sumUp(
  files: readonly string[],
  columns: SummaryColumns,
  reading: ReadingOptions,
  progress: Progress,
  io: Io,
): Promise<SummaryOfRows> {
  const summariser = new Summariser(columns, Object.keys(builtInTopicNames()));
  let rows = 0;
  let badRows = 0;
  for (const file of files) {
    await eachRow(file, columns, reading, progress, io, (item) => {
      progress.update(++rows);
      if (item.kind === 'row') return summariser.add(item, named(file));
      const notice = badRowNotice(`${named(file)}, line ${item.line}`, item.reason, ++badRows);
      if (notice !== undefined) progress.notice(notice);
    });
  }
  return summariser.finish(files.map(named), badRows);
}

async function eachRow(
  file: string,
  columns: SummaryColumns,
  reading: ReadingOptions,
  { notice: onNotice }: Progress,
  io: Io,
  use: (item: TaggedText | BadRow) => void,
): Promise<void> {
  const read = async (bytes?: AsyncIterable<Uint8Array>) => {
    const opened = readTagged(named(file), columns, { ...reading, bytes, onNotice, signal: io.signal });
    for await (const item of opened) use(item);
  };
  await (file === STANDARD_STREAM ? withInput(file, io, read) : read());
}

function named(file: string): string {
  return file === STANDARD_STREAM ? 'standard input' : file;
}

function titleOf(path: string): string {
  return path === STANDARD_STREAM ? 'Standard input' : basename(path);
}

async function writeReport(path: string, title: string, found: SummaryOfRows, inputs: readonly string[], io: Io) {
  // The markup of pages is of no use to the other commands.
  const { overviewPage } = await import('../report/overview/overview-page.js');
  const page = overviewPage(found, title);
  await withOutput(path, inputs, io, (stream) => finished(stream.end(page)));
}
