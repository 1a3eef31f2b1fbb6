/** `civic-topics summary`: what is in a collection of texts that `tag` has tagged. */
import { basename } from 'node:path';
import { finished } from 'node:stream/promises';
import { readTagged } from '../batch/summary/read-tagged.js';
import { Summariser, type SummaryOfRows } from '../batch/summary/summariser.js';
import type { SummaryColumns } from '../batch/summary/tagged-text.js';
import { CivicTopicsError } from '../errors.js';
import { printable } from '../evaluate/text-table.js';
import { type Arguments, UsageError } from './args.js';
import type { COMMANDS } from './commands.js';
import { EXIT } from './exit-codes.js';
import { STANDARD_STREAM, withInput } from './input.js';
import { type Io, write, writeJson } from './io.js';
import { tablesOf } from './labelled-input.js';
import { withOutput } from './output.js';
import { Progress, pace } from './progress.js';
import { formatSummary } from './summary-text.js';

type SummaryArguments = Arguments<typeof COMMANDS.summary>;

/** Bad rows that are named; all are counted. */
const MOST_NAMED = 10;

export async function run({ argument: path, options }: SummaryArguments, io: Io): Promise<number> {
  const { 'text-column': text, 'date-column': date, 'group-by': group, report, format } = options;
  if (report === STANDARD_STREAM) throw new UsageError('Expected a file for --report, got standard output.', 'summary');
  const files = await taggedFiles(path);
  const progress = new Progress(io);
  const found = await sumUp(files, { text, date, group }, progress, io).finally(() => progress.clear());
  const { summary } = found;
  if (report !== undefined) await writeReport(report, options.title ?? titleOf(path), found, files, io);
  await (format === 'json' ? writeJson(io.stdout, summary) : write(io.stdout, formatSummary(summary)));
  await write(io.stderr, `Summed up ${pace(summary.rows, progress.seconds)}.\n`);
  return summary.badRows > 0 ? EXIT.rejected : EXIT.done;
}

/** What `tag` set aside lies beside what it wrote, and has no topics. */
async function taggedFiles(path: string): Promise<string[]> {
  const tables = await tablesOf(path);
  const files = tables.length === 1 && tables[0] === path ? tables : tables.filter((name) => !REJECTS.test(name));
  if (files.length > 0) return files;
  throw new CivicTopicsError(
    'INPUT_INVALID',
    `Expected .csv, .tsv or .ndjson files that tag wrote in ${path}, got none.`,
  );
}

const REJECTS = /\.rejects\.csv$/i;

async function sumUp(
  files: readonly string[],
  columns: SummaryColumns,
  progress: Progress,
  io: Io,
): Promise<SummaryOfRows> {
  const summariser = new Summariser(columns);
  let rows = 0;
  let badRows = 0;
  for (const file of files) {
    await eachRow(file, columns, io, (item) => {
      progress.update(++rows);
      if (item.kind === 'row') summariser.add(item, named(file));
      else if (++badRows <= MOST_NAMED) progress.notice(`${named(file)}, line ${item.line}: ${printable(item.reason)}`);
      else if (badRows === MOST_NAMED + 1) progress.notice('there are more bad rows, which are not named here.');
    });
  }
  return summariser.finish(files.map(named), badRows);
}

type Item = Awaited<ReturnType<ReturnType<typeof readTagged>['next']>>['value'];

async function eachRow(
  file: string,
  columns: SummaryColumns,
  io: Io,
  use: (item: Exclude<Item, void>) => void,
): Promise<void> {
  const read = async (bytes?: AsyncIterable<Uint8Array>) => {
    for await (const item of readTagged(named(file), columns, { bytes, signal: io.signal })) use(item);
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
