/** Chooses and lays out the rows that the page carries for its table. */
import { Buffer } from 'node:buffer';
import type { SampledText } from '../../batch/summary/summary.js';
import type { PageTopic } from '../kit/topics.js';
import { fileName } from './file-name.js';
import type { TableRow } from './table-row.js';
import { reasonName } from './words.js';

/** The page as a whole must stay under 5 MB, whatever the rows hold. */
export const MOST_BYTES = 2_500_000;

/** Of a row with more topics the first ones are shown, and of evidence in more pieces the first pieces. */
const MOST_TAGS = 10;
const MOST_CLAUSES = 10;
/** Characters of names in the table. */
const LONGEST_GROUP = 60;

/**
 * The rows in the order of the collection.
 *
 * @param sample the ones to be kept first stand first
 * @param ofFile whether rows name their files
 */
export function tableData(sample: readonly SampledText[], topics: readonly PageTopic[], ofFile: boolean): TableRow[] {
  const places = new Map(topics.map(({ id, index }) => [id, index]));
  const rows = sample.map((text) => ({ number: text.number, row: toRow(text, places, ofFile) }));
  let bytes = 0;
  const kept = rows.filter(({ row }) => {
    bytes += bytesOf(row);
    return bytes <= MOST_BYTES;
  });
  return kept.sort((a, b) => a.number - b.number).map(({ row }) => row);
}

/** As `jsonScript` writes it. */
function bytesOf(row: TableRow): number {
  return Buffer.byteLength(JSON.stringify(row).replaceAll('<', '\\u003c')) + 1;
}

function toRow(text: SampledText, places: ReadonlyMap<string, number>, ofFile: boolean): TableRow {
  const tags = text.tags.slice(0, MOST_TAGS);
  return {
    line: text.line,
    ...(ofFile && { file: fileName(text.file) }),
    date: text.date,
    sortable: text.sortableDate,
    group: text.group.length > LONGEST_GROUP ? `${text.group.slice(0, LONGEST_GROUP - 1)}…` : text.group,
    language: text.language.slice(0, 10),
    text: text.text,
    tags: tags.map(({ topic, score, evidence }) => [places.get(topic) ?? 0, score, evidence.slice(0, MOST_CLAUSES)]),
    reason: text.tags.length > 0 ? '' : reasonName(text.abstained),
  };
}
