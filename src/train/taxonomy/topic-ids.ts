/** What may be the id of a topic, and how words become one. */

/** Not empty, without `|`, line ends and outer spaces: ids are joined with `|` in tables. */
export function isTopicId(id: unknown): id is string {
  return typeof id === 'string' && /^[^|\s](?:[^|\n\r]*[^|\s])?$/.test(id);
}

/** Letters, digits, dots, underscores and hyphens alone, so that it can also name a folder; empty when none are there. */
export function safeId(words: string): string {
  return words
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
}
