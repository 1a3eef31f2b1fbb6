/** `civic-topics evaluate`: how well the classifier does on rows whose topics are known. */
import type { LabelledColumns } from '../batch/labelled-rows.js';
import { evaluate } from '../evaluate/evaluate.js';
import { formatEvaluation } from '../evaluate/report-text.js';
import type { Arguments } from './args.js';
import type { COMMANDS } from './commands.js';
import { EXIT } from './exit-codes.js';
import { type Io, write, writeJson } from './io.js';
import { readLabelledInput } from './labelled-input.js';
import { Progress, pace } from './progress.js';
import { withClassifier } from './with-classifier.js';

export async function run({ argument: path, options }: Arguments<typeof COMMANDS.evaluate>, io: Io): Promise<number> {
  const { 'text-column': text, 'topics-column': topics, 'group-by': group, format } = options;
  const columns: LabelledColumns = { text, topics, ...(group !== undefined && { group }) };
  const rows = await readLabelledInput(path, columns, io);
  const progress = new Progress(io);
  const evaluation = await withClassifier(options, io, (classifier) =>
    evaluate(classifier, rows, { signal: io.signal, onRow: progress.update }),
  ).finally(() => progress.clear());
  await (format === 'json' ? writeJson(io.stdout, evaluation) : write(io.stdout, formatEvaluation(evaluation)));
  await write(io.stderr, `Evaluated ${pace(evaluation.rows, progress.seconds)}.\n`);
  return EXIT.done;
}
