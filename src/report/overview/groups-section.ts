/** How the topics differ between groups, such as the sources of the press. */
import type { Summary } from '../../batch/summary/summary.js';
import { type Html, html } from '../kit/html.js';
import type { PageTopic } from '../kit/topics.js';
import { type SharesLine, sharesTable } from './shares-table.js';
import { counted, restName, shownName } from './words.js';

export function groupsSection(
  { column, named, rest }: NonNullable<Summary['groups']>,
  topics: readonly PageTopic[],
): Html {
  const lines = named.map((group): SharesLine => ({ ...group, name: html`<bdi>${shownName(group.name)}</bdi>` }));
  if (rest !== undefined) lines.push({ ...rest, name: html`<i>${restName(rest)}</i>` });
  return html`<section aria-labelledby="groups"><h2 id="groups">By <bdi>${column}</bdi></h2>
${sharesTable({
  caption: html`Share of topics by ${column}`,
  title: column,
  lines,
  topics,
})}
${rest && html`<p class="note">The ${counted(named.length, 'group')} with the most rows are named; the last line pools ${restName(rest)}.</p>`}</section>`;
}
