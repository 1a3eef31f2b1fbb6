/**
 * Tags a file with a classifier that answers at once, so that all time and memory are those of reading, ordering and writing; prints a
 * `MillionReport` as JSON.
 *
 * Usage: node PROGRAM INPUT OUTPUT
 */
import process from 'node:process';
import { inThisThread } from '../../src/batch/pool/in-this-thread.js';
import { tagFile } from '../../src/batch/tag-file.js';
import type { Classification } from '../../src/classify/classification.js';
import { fakeClassifier } from './fake-classifier.js';

export interface MillionReport {
  readonly rows: number;
  readonly rejects: number;
  /** Of the whole run, with its checkpoints and hashes, without the start of the process. */
  readonly seconds: number;
  /** Most resident memory in MB during the first 100,000 rows, and during the last 500,000. */
  readonly early: number;
  readonly late: number;
}

const ANSWER: Classification = { language: 'en', tags: [], abstained: 'no-topic-near', truncated: false };
const MEBIBYTE = 1024 ** 2;

const [program = '', input = '', output = ''] = process.argv.slice(1);
const classifier = { ...fakeClassifier(), classify: (async () => ANSWER) as never };
const most = { early: 0, late: 0 };
const start = performance.now();
const { rows, rejects } = await tagFile(input, output, {
  openClassifier: async () => inThisThread(classifier),
  // Any file will do: it is only hashed.
  classifier: program,
  onProgress: (done) => {
    if (done % 1000 !== 0 || (done > 100_000 && done <= 500_000)) return;
    const time = done <= 100_000 ? 'early' : 'late';
    most[time] = Math.max(most[time], process.memoryUsage.rss() / MEBIBYTE);
  },
});
const report: MillionReport = { rows, rejects, seconds: (performance.now() - start) / 1000, ...most };
process.stdout.write(JSON.stringify(report));
