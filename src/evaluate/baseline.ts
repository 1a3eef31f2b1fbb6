/** Takes in an earlier evaluation of the same rows, and refuses one that cannot be compared. */
import { CivicTopicsError } from '../errors.js';
import { hashText } from './hash-text.js';
import type { LabelledRow } from './labelled-rows.js';

/** The tags of an earlier run, row by row. */
export interface MatchedBaseline {
  /** Topic ids that both runs know, in the order of this run's classifier. */
  readonly comparedTopics: readonly string[];
  /** Topic ids that only one of the two knows. */
  readonly leftOutTopics: readonly string[];
  /** Topic ids given to each row. */
  readonly tags: readonly (readonly string[])[];
}

/**
 * Checks that a baseline is an evaluation of these rows: row by row the same text, and the same of the common topics.
 *
 * @param baseline an `Evaluation`, perhaps read from JSON
 * @param topics topic ids of this run's classifier
 * @throws CivicTopicsError INPUT_INVALID when it is no evaluation, was made of other rows, or knows none of the topics
 */
export function matchBaseline(
  baseline: unknown,
  rows: readonly LabelledRow[],
  topics: readonly string[],
): MatchedBaseline {
  const { known, judgements } = readEvaluation(baseline);
  const comparedTopics = topics.filter((topic) => known.includes(topic));
  if (comparedTopics.length === 0)
    throw invalid(`Expected a baseline with a topic of this run (${topics.join(', ')}), got ${known.join(', ')}.`);
  checkRows(judgements, rows, comparedTopics);
  return {
    comparedTopics,
    leftOutTopics: [...topics, ...known].filter((topic) => !comparedTopics.includes(topic)),
    tags: judgements.map(({ tags }) => tags.map((tag) => tag.topic)),
  };
}

/** What is needed of a judgement. */
interface KnownJudgement {
  readonly textSha256: string;
  readonly gold: readonly string[];
  readonly tags: readonly { readonly topic: string }[];
}

function readEvaluation(value: unknown): { known: readonly string[]; judgements: readonly KnownJudgement[] } {
  const HOW = 'Make one with "civic-topics evaluate FILE --format json" on the same rows.';
  if (!isRecord(value) || value.schemaVersion !== 1 || !isRecord(value.topics))
    throw invalid(`Expected the baseline to be an evaluation of schemaVersion 1, got something else. ${HOW}`);
  const { topics, judgements } = value;
  if (!Array.isArray(judgements))
    throw invalid(`The baseline lists no judgements, so that rows cannot be compared; 0.1.0 made such files. ${HOW}`);
  const bad = judgements.findIndex((judgement, index) => !isJudgement(judgement, index + 1));
  if (bad >= 0) throw invalid(`The baseline's judgement of row ${bad + 1} is not as evaluate writes it. ${HOW}`);
  return { known: Object.keys(topics), judgements };
}

function isJudgement(value: unknown, row: number): value is KnownJudgement {
  if (!isRecord(value) || value.row !== row) return false;
  const { textSha256, gold, tags } = value;
  const isTag = (tag: unknown) => isRecord(tag) && typeof tag.topic === 'string';
  return typeof textSha256 === 'string' && isStrings(gold) && Array.isArray(tags) && tags.every(isTag);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function checkRows(
  judgements: readonly KnownJudgement[],
  rows: readonly LabelledRow[],
  topics: readonly string[],
): void {
  const FIX = 'Evaluate both on the same file.';
  if (judgements.length !== rows.length)
    throw invalid(
      `Expected a baseline of the same ${rows.length} rows, got one of ${judgements.length}; ` +
        `${firstDifference(judgements, rows)}. ${FIX}`,
    );
  const otherText = rowsWhere(rows, ({ text }, index) => hashText(text) !== judgements[index]?.textSha256);
  if (otherText.length > 0) throw invalid(`The baseline has another text in ${listRows(otherText)}. ${FIX}`);
  const otherGold = rowsWhere(rows, (row, index) =>
    topics.some((topic) => row.topics.includes(topic) !== judgements[index]?.gold.includes(topic)),
  );
  if (otherGold.length === 0) return;
  throw invalid(`The same texts carry other topics in the baseline in ${listRows(otherGold)}. ${FIX}`);
}

function firstDifference(judgements: readonly KnownJudgement[], rows: readonly LabelledRow[]): string {
  const shorter = Math.min(rows.length, judgements.length);
  const index = rows.slice(0, shorter).findIndex(({ text }, row) => hashText(text) !== judgements[row]?.textSha256);
  if (index >= 0) return `they differ from row ${index + 1} on`;
  return `row ${shorter + 1} and what follows is in ${rows.length > shorter ? 'this run' : 'the baseline'} alone`;
}

function rowsWhere(rows: readonly LabelledRow[], differs: (row: LabelledRow, index: number) => boolean): number[] {
  return rows.flatMap((row, index) => (differs(row, index) ? [index + 1] : []));
}

/** How many rows an error names. */
const MOST_NAMED = 10;

function listRows(numbers: readonly number[]): string {
  const more = numbers.length - MOST_NAMED;
  const named = numbers.slice(0, MOST_NAMED).join(', ');
  return `${numbers.length === 1 ? 'row' : 'rows'} ${named}${more > 0 ? ` and ${more} more` : ''}`;
}

function invalid(message: string): CivicTopicsError {
  return new CivicTopicsError('INPUT_INVALID', message);
}
