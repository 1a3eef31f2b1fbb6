/** How the topics differ between groups, such as the sources of the press. */
import type { GroupFigures } from '../../batch/summary/group-tally.js';
import type { Summary } from '../../batch/summary/summary.js';
import { type Html, html } from '../kit/html.js';
import type { PageTopic } from '../kit/topics.js';
import { type SharesLine, sharesTable } from './shares-table.js';
import { shownYears } from './shown-years.js';
import { counted, groupNotes, restName, shownName } from './words.js';

export function groupsSection(
  { column, named, rest, alike }: NonNullable<Summary['groups']>,
  topics: readonly PageTopic[],
): Html {
  const notes = groupNotes({ alike });
  const lines = named.map((group): SharesLine => ({ ...group, name: html`<bdi>${shownName(group.name)}</bdi>` }));
  if (rest !== undefined) lines.push({ ...rest, name: html`<i>${restName(rest)}</i>` });
  return html`<section aria-labelledby="groups"><h2 id="groups">By <bdi>${column}</bdi></h2>
${sharesTable({
  caption: html`Share of topics by ${column}`,
  title: column,
  lines,
  topics,
})}
${rest && html`<p class="note">The ${counted(named.length, 'group')} with the most rows are named; the last line pools ${restName(rest)}.</p>`}
${notes.length > 0 && html`<ul class="note">${notes.map((note) => html`<li>${note}</li>`)}</ul>`}${byYear(column, named, topics)}</section>`;
}

/** Folded away: it has a line for each year of each group. */
function byYear(column: string, groups: readonly GroupFigures[], topics: readonly PageTopic[]): Html | undefined {
  const lines = groups.flatMap(({ name, years = [] }) =>
    shownYears(years).years.map(
      (year): SharesLine => ({ ...year, name: html`<bdi>${shownName(name)}</bdi> ${String(year.year)}` }),
    ),
  );
  if (lines.length === 0) return undefined;
  return html`<details><summary>Year by year</summary>${sharesTable({
    caption: html`Share of topics by ${column} and year`,
    title: `${column}, year`,
    lines,
    topics,
  })}</details>`;
}
