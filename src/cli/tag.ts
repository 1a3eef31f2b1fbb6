/** `civic-topics tag`: a CSV file in, the same rows with their topics out. */
import { fileFormat } from '../batch/file-format.js';
import type { Delimiter } from '../batch/read-csv.js';
import { tagCsv } from '../batch/tag-csv.js';
import { type Arguments, UsageError } from './args.js';
import type { COMMANDS } from './commands.js';
import { EXIT } from './exit-codes.js';
import { STANDARD_STREAM, withInput } from './input.js';
import { type Io, write } from './io.js';
import { withOutput } from './output.js';
import { Progress } from './progress.js';
import { formatTagSummary } from './tag-summary.js';
import { withClassifier } from './with-classifier.js';

type TagArguments = Arguments<typeof COMMANDS.tag>;

export async function run({ argument: input, options }: TagArguments, io: Io): Promise<number> {
  const { output: outputPath = STANDARD_STREAM } = options;
  const delimiter = delimiterOf(input);
  const outputDelimiter = outputPath === STANDARD_STREAM ? delimiter : delimiterOf(outputPath);
  const inputs = [input, ...(options.classifier === undefined ? [] : [options.classifier])];
  const progress = new Progress(io);
  const summary = await withInput(input, io, (source) =>
    withOutput(outputPath, inputs, io, (destination) =>
      withClassifier(options, io, (classifier) =>
        tagCsv(source, destination, {
          classifier,
          textColumn: options['text-column'],
          delimiter,
          outputDelimiter,
          signal: io.signal,
          onProgress: progress.update,
        }),
      ),
    ),
  ).finally(() => progress.clear());
  await write(io.stderr, formatTagSummary(summary, progress.seconds));
  return EXIT.done;
}

function delimiterOf(path: string): Delimiter {
  const format = fileFormat(path);
  if (format.kind === 'csv') return format.delimiter;
  throw new UsageError(`Expected a CSV or TSV file, got ${path}. Use a .csv or .tsv file with a header line.`, 'tag');
}
