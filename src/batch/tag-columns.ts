/** Lays out a classification as the columns, or members, that tagging adds to a row. */
import type { Classification, Tag } from '../classify/classification.js';

/** Names of the added columns, in their order. */
export const TAG_COLUMNS = ['language', 'topics', 'scores', 'abstained', 'evidence'] as const;

/** The one member of the answer to a line that cannot be tagged (see `filterNdjson`). A line must not have it, so that it tells the two apart. */
export const ERROR_MEMBER = 'error';

/**
 * Values of TAG_COLUMNS. Topics, their scores (three decimals) and their evidence come in the same order, joined with `|`;
 * `abstained` is empty when there are topics.
 *
 * @param text the text that was classified
 */
export function tagColumns(text: string, { language, tags, abstained }: Classification): string[] {
  const topics = tags.map((tag) => tag.topic).join('|');
  const scores = tags.map((tag) => tag.score.toFixed(3)).join('|');
  const evidence = tags.map((tag) => evidenceText(text, tag)).join('|');
  return [language, topics, scores, abstained ?? '', evidence];
}

/**
 * The same as members of a JSON object: topics, their scores and their evidence are arrays in the same order, and `abstained` is
 * absent when there are topics.
 */
export function tagMembers(text: string, { language, tags, abstained }: Classification): Record<string, unknown> {
  return {
    language,
    topics: tags.map((tag) => tag.topic),
    scores: tags.map((tag) => Number(tag.score.toFixed(3))),
    ...(abstained !== undefined && { abstained }),
    evidence: tags.map((tag) => evidenceText(text, tag)),
  };
}

/** The clauses that earned the tag, as they stand in the text, joined with ` … `. */
export function evidenceText(text: string, { evidence }: Tag): string {
  return evidence.map(({ start, end }) => text.slice(start, end)).join(' … ');
}
