/** What a training says in the end: how many examples, and how well they were judged by what had not seen them. */
import type { ClassifierFile } from '../classify/classifier-file.js';
import type { Interval } from '../evaluate/bootstrap.js';
import { summarise } from '../evaluate/summarise.js';
import { formatTable } from '../evaluate/text-table.js';
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
  const { figures: found, intervals } = summarise(judged, { topics, absentTopicsCount: false, ...RESAMPLING });
  const rows = topics.map((topic) => {
    const { precision, recall, f1, averagePrecision, support } = found.topics[topic] as (typeof found.topics)[string];
    const f1Interval = interval(intervals.topics[topic]?.f1);
    return [topic, share(precision), share(recall), share(f1), f1Interval, share(averagePrecision), String(support)];
  });
  return [
    '',
    ...formatTable([['Topic', 'Precision', 'Recall', 'F1', '95 % interval', 'AP', 'Examples'], ...rows]),
    '',
    `Macro F1 ${judgedOn(classifier.training)}: ${share(found.macroF1)} ${interval(intervals.macroF1)}, exact match ${share(found.exactMatch)}` +
      `${found.falseTagRate === null ? '' : `, false tags ${share(found.falseTagRate)}`}.`,
  ];
}

function share(value: number | null): string {
  return value === null ? '–' : value.toFixed(3);
}

function interval(bounds: Interval | null | undefined): string {
  return bounds ? `[${share(bounds[0])}, ${share(bounds[1])}]` : '–';
}
