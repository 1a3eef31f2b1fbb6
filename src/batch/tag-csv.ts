/** Tags a CSV file: the same rows out in the same order, with the added columns behind their own. */
import type { Writable } from 'node:stream';
import type { AbortOptions, Abstention, Classification, Classifier } from '../classify/classification.js';
import type { Language } from '../text/language.js';
import { checkColumnsFree, columnIndex } from './columns.js';
import { type Delimiter, readCsv } from './read-csv.js';
import { TAG_COLUMNS, tagColumns } from './tag-columns.js';
import { tagRows } from './tag-rows.js';
import { writeCsv } from './write-csv.js';

export interface TagCsvOptions extends AbortOptions {
  /** Stays open. */
  readonly classifier: Classifier;
  /** Column that holds the text; default `text`. */
  readonly textColumn?: string;
  /** Of the input; default `,`. */
  readonly delimiter?: Delimiter;
  /** Of the output; default that of the input. */
  readonly outputDelimiter?: Delimiter;
  /** Called after every row with the number of rows classified so far. */
  readonly onProgress?: (rows: number) => void;
}

/** What a file held, in numbers of rows. */
export interface TagSummary {
  readonly rows: number;
  /** Rows with at least one topic. */
  readonly tagged: number;
  /** Rows by topic, every topic of the classifier in its order; a row with two topics counts twice. */
  readonly topics: ReadonlyMap<string, number>;
  /** Rows by language, in the order of their first coming. */
  readonly languages: ReadonlyMap<Language, number>;
  /** Rows without a topic by reason, in the order of their first coming. */
  readonly abstained: ReadonlyMap<Abstention, number>;
}

/**
 * Reads, classifies and writes one row after the other, so that memory stays flat; ends the destination. An input that began
 * with a byte order mark gives an output that does.
 *
 * @throws CivicTopicsError INPUT_INVALID when the input is not well-formed CSV or has one of the added columns already
 * @throws CivicTopicsError COLUMN_NOT_FOUND when there is no text column
 * @throws CivicTopicsError ABORTED, or an AbortError of the streams, when the signal is aborted
 */
export async function tagCsv(
  source: AsyncIterable<Uint8Array | string>,
  destination: Writable,
  {
    classifier,
    textColumn = 'text',
    delimiter = ',',
    outputDelimiter = delimiter,
    onProgress,
    ...abort
  }: TagCsvOptions,
): Promise<TagSummary> {
  const { header, byteOrderMark, rows } = await readCsv(source, { delimiter });
  const textIndex = columnIndex(header, textColumn);
  checkColumnsFree(header, TAG_COLUMNS);
  const summary = new RunningSummary(classifier.topics);

  async function* taggedLines(): AsyncGenerator<readonly string[]> {
    yield [...header, ...TAG_COLUMNS];
    for await (const { row, classification } of tagRows(withText(rows, textIndex), { classifier, ...abort })) {
      summary.add(classification);
      onProgress?.(summary.rows);
      yield [...row.fields, ...tagColumns(row.text, classification)];
    }
  }

  await writeCsv(taggedLines(), destination, { delimiter: outputDelimiter, byteOrderMark, ...abort });
  return summary;
}

type Fields = readonly string[];

async function* withText(
  rows: AsyncIterable<Fields>,
  textIndex: number,
): AsyncGenerator<{ fields: Fields; text: string }> {
  for await (const fields of rows) yield { fields, text: fields[textIndex] as string };
}

class RunningSummary implements TagSummary {
  rows = 0;
  tagged = 0;
  readonly topics: Map<string, number>;
  readonly languages = new Map<Language, number>();
  readonly abstained = new Map<Abstention, number>();

  constructor(topics: readonly string[]) {
    this.topics = new Map(topics.map((topic) => [topic, 0]));
  }

  add({ language, tags, abstained }: Classification): void {
    this.rows++;
    if (tags.length > 0) this.tagged++;
    count(this.languages, language);
    if (abstained) count(this.abstained, abstained);
    for (const { topic } of tags) count(this.topics, topic);
  }
}

function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
