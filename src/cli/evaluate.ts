/** `civic-topics evaluate`: how well the classifier does on rows whose topics are known. */
import type { LabelledColumns } from '../batch/labelled/labelled-row.js';
import { evaluate } from '../evaluate/evaluate.js';
import type { Evaluation } from '../evaluate/evaluation.js';
import { serialiseEvaluation } from '../evaluate/report-json.js';
import { formatEvaluation } from '../evaluate/report-text.js';
import { type Arguments, UsageError } from './args.js';
import { readBaseline } from './baseline.js';
import type { COMMANDS } from './commands.js';
import { evaluateWithReport } from './evaluation-report.js';
import { EXIT } from './exit-codes.js';
import { STANDARD_STREAM } from './input.js';
import { type Io, write } from './io.js';
import { openLabelledInput } from './labelled-input.js';
import { Progress, pace } from './progress.js';
import { readingOptions } from './reading-options.js';
import { withClassifier } from './with-classifier.js';

type EvaluateArguments = Arguments<typeof COMMANDS.evaluate>;

export async function run({ argument: path, options }: EvaluateArguments, io: Io): Promise<number> {
  const { report, baseline, classifier: classifierPath } = options;
  if (report === STANDARD_STREAM)
    throw new UsageError('Expected a file for --report, got standard output.', 'evaluate');
  const reading = readingOptions(options, 'evaluate');
  const other = baseline === undefined ? undefined : await readBaseline(baseline);
  const input = await openLabelledInput(path, columnsOf(options), io, reading);
  const progress = new Progress(io);
  const settings = { signal: io.signal, onRow: progress.update, ...(other && { baseline: other }) };
  const evaluation = await withClassifier(options, io, (classifier) =>
    report === undefined
      ? evaluate(classifier, input.rows, settings)
      : evaluateWithReport(classifier, input, settings, { report, path, baseline, classifierPath }, io),
  ).finally(() => progress.clear());
  await write(io.stdout, options.format === 'json' ? serialiseEvaluation(evaluation) : formatEvaluation(evaluation));
  await write(io.stderr, `Evaluated ${pace(evaluation.rows, progress.seconds)}.\n`);
  return judge(evaluation, options['fail-under'], io);
}

function columnsOf(options: EvaluateArguments['options']): LabelledColumns {
  const { 'text-column': text, 'topics-column': topics, 'group-by': group } = options;
  return {
    text,
    topics: topics ?? 'topics',
    refuseTagged: topics === undefined,
    ...(group !== undefined && { group }),
  };
}

/** The figure itself is compared with the bar, and is therefore printed unrounded. */
async function judge({ macroF1 }: Evaluation, bar: number | undefined, io: Io): Promise<number> {
  if (bar === undefined || macroF1 >= bar) return EXIT.done;
  await write(io.stderr, `civic-topics: macro F1 is ${macroF1}, below ${bar} (--fail-under).\n`);
  return EXIT.belowBar;
}
