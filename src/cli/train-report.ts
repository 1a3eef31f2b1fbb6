/** What a training says in the end: how many examples, and how well they were judged by what had not seen them. */
import type { ClassifierFile } from '../classify/classifier-file.js';
import type { Interval } from '../evaluate/bootstrap.js';
import { type Summary, summarise } from '../evaluate/summarise.js';
import { formatTable } from '../evaluate/text-table.js';
import type { JudgedExample } from '../train/judge.js';
import type { TrainedClassifier } from '../train/train.js';
import { judgedOn } from './info.js';
import { pace } from './progress.js';

/** As `evaluate` has them by default. */
const RESAMPLING = { seed: 1, resamples: 1000 };

/** Lines of plain text; ends with a newline. */
export function formatTraining({ classifier, judged, warnings }: TrainedClassifier, seconds: number): string {
  const { topics, training } = classifier;
  const lines = [
    training.examples > 0 ? trainedOn(classifier, seconds) : `Trained on what is said of ${topics.length} topics.`,
    ...warnings.map((warning) => `Warning: ${warning}.`),
    ...(judged.length > 0 ? figures({ classifier, judged }) : [NOT_MEASURED]),
  ];
  return `${lines.join('\n')}\n`;
}

function trainedOn({ topics, training }: ClassifierFile, seconds: number): string {
  const counts = topics.map(({ id, examples }) => `${id} ${examples}`);
  return `Trained on ${pace(training.examples, seconds)}: ${counts.join(', ')}, without topics ${training.untagged}.`;
}

const NOT_MEASURED =
  'There are no examples to measure with: scores are set as for other topics known by their names. Check some answers, and give examples.';

function figures({ classifier, judged }: Pick<TrainedClassifier, 'classifier' | 'judged'>): string[] {
  const topics = classifier.topics.map(({ id }) => id);
  const carriedByAll = topics.map((_, t) => judged.every(({ gold }) => gold[t]));
  const unmeasured = topics.filter((_, t) => carriedByAll[t]);
  const options = { topics, absentTopicsCount: false, ...RESAMPLING };
  const all = summarise(judged, options);
  const measured = unmeasured.length > 0 ? summarise(without(carriedByAll, judged), options) : all;
  return [
    '',
    ...formatTable([
      HEADER,
      ...topics.map((topic, t) => topicCells(topic, carriedByAll[t] ? undefined : all, judged.length)),
    ]),
    '',
    ...(unmeasured.length > 0 ? [`Not measured, since no text without it was judged: ${unmeasured.join(', ')}.`] : []),
    `Macro F1 ${judgedOn(classifier.training)}: ${macroF1(measured, all)}${falseTags(all)}.`,
  ];
}

const HEADER = ['Topic', 'Precision', 'Recall', 'F1', '95 % interval', 'AP', 'Examples'];

/** Topics that neither occur nor are given count in no mean; so shall those that every text carries, since no tag of them could be false. */
function without(carriedByAll: readonly boolean[], judged: readonly JudgedExample[]): JudgedExample[] {
  const masked = (holds: readonly boolean[]) => holds.map((held, t) => held && !carriedByAll[t]);
  return judged.map((one) => ({ ...one, gold: masked(one.gold), tagged: masked(one.tagged) }));
}

/** @param summary undefined where the topic was not measured @param rows how many were judged */
function topicCells(topic: string, summary: Summary | undefined, rows: number): string[] {
  const found = summary?.figures.topics[topic];
  if (found === undefined) return [topic, '–', '–', '–', '–', '–', String(rows)];
  const { precision, recall, f1, averagePrecision, support } = found;
  const f1Interval = interval(summary?.intervals.topics[topic]?.f1);
  return [topic, share(precision), share(recall), share(f1), f1Interval, share(averagePrecision), String(support)];
}

/** With the share of texts whose topics are all right and no others, unless that says nothing either. */
function macroF1({ figures: { macroF1: mean }, intervals }: Summary, { figures: { exactMatch } }: Summary): string {
  if (mean === null) return 'not measured';
  return `${share(mean)} ${interval(intervals.macroF1)}, exact match ${share(exactMatch)}`;
}

function falseTags({ figures: { falseTagRate } }: Summary): string {
  return falseTagRate === null ? '' : `, false tags ${share(falseTagRate)}`;
}

function share(value: number | null): string {
  return value === null ? '–' : value.toFixed(3);
}

function interval(bounds: Interval | null | undefined): string {
  return bounds ? `[${share(bounds[0])}, ${share(bounds[1])}]` : '–';
}
