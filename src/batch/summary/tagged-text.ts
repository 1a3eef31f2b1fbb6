/** A row of a file that `tag` wrote, read back. */
import { CivicTopicsError } from '../../errors.js';
import { TAG_COLUMNS } from '../tag-columns.js';

/** What tagging found in one text, and when and where the text comes from. */
export interface TaggedText {
  readonly kind: 'row';
  /** Where the record starts, counted from 1. */
  readonly line: number;
  readonly text: string;
  readonly language: string;
  /** Each topic once. */
  readonly tags: readonly ReadTag[];
  /** Why there is no topic; empty when there is one. */
  readonly abstained: string;
  /** As written, without white space around it; empty when no column was asked for, or nothing stands in it. */
  readonly date: string;
  /** The same, in NFC. */
  readonly group: string;
}

export interface ReadTag {
  readonly topic: string;
  /** In [0, 1]. */
  readonly score: number;
  /** The clauses that earned the tag, joined with ` … ` as `tag` writes them; empty when they cannot be told from those of other tags. */
  readonly evidence: string;
}

/** Names of the columns, or of members and dotted paths to them (see `valueAt`), to be read beside TAG_COLUMNS. */
export interface SummaryColumns {
  readonly text: string;
  readonly date?: string | undefined;
  readonly group?: string | undefined;
}

/** The cells of a row by what they mean; lists are not yet checked. */
export interface TaggedCells extends Omit<TaggedText, 'kind' | 'tags'> {
  readonly topics: readonly string[];
  readonly scores: readonly number[];
  readonly evidence: readonly string[];
}

/** The row, or what is wrong with it, going on from "The row". */
export function taggedText(cells: TaggedCells): TaggedText | { readonly problem: string } {
  const { topics, scores, evidence, date, group, ...rest } = cells;
  if (topics.length !== scores.length) {
    return { problem: `has ${counted(topics.length, 'topic')} but ${counted(scores.length, 'score')}` };
  }
  if (!scores.every((score) => score >= 0 && score <= 1))
    return { problem: 'has a score that is no number from 0 to 1' };
  // Clauses may hold the mark between them; then nothing tells whose they are, unless there is one topic.
  const own = topics.length === 1 ? [evidence.join('|')] : evidence.length === topics.length ? evidence : [];
  const tags = topics.map((topic, i): ReadTag => ({ topic, score: scores[i] as number, evidence: own[i] ?? '' }));
  return {
    kind: 'row',
    ...rest,
    date: date.trim(),
    // Files from a Mac write letters and their accents apart.
    group: group.trim().normalize('NFC'),
    tags: tags.filter(({ topic }, i) => topics.indexOf(topic) === i),
  };
}

/**
 * That the file is no output of `tag`.
 *
 * @param names those that there are
 */
export function notTagged(missing: readonly string[], names: readonly string[]): CivicTopicsError {
  const shown = names.slice(0, MOST_SHOWN).map((name) => JSON.stringify(name.slice(0, LONGEST_SHOWN)));
  const more = names.length > MOST_SHOWN ? ` and ${names.length - MOST_SHOWN} more` : '';
  return new CivicTopicsError(
    'COLUMN_NOT_FOUND',
    `Expected the columns that tagging adds (${TAG_COLUMNS.join(', ')}), got ${shown.join(', ')}${more}: ` +
      `no ${missing.join(', ')}. Run \`civic-topics tag\` on the file first, and summarise what it writes.`,
  );
}

const MOST_SHOWN = 50;
const LONGEST_SHOWN = 100;

function counted(count: number, name: string): string {
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}
