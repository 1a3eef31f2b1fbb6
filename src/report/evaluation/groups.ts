/** The figures of each group of rows. */
import type { Evaluation } from '../../evaluate/evaluation.js';
import { share } from '../../evaluate/number-text.js';
import { type Html, html } from '../kit/html.js';
import { table } from '../kit/table.js';
import { type PageTopic, topicName } from '../kit/topics.js';
import { shareCell } from './parts.js';

export function groupFigures({ groups, intervals }: Evaluation, topics: readonly PageTopic[]): Html | undefined {
  const names = Object.keys(groups);
  if (names.length === 0) return undefined;
  const rows = names.map((name) => {
    const figures = groups[name];
    const bounds = intervals.groups[name];
    return [
      html`<bdi>${name}</bdi>`,
      String(figures?.rows ?? 0),
      shareCell(figures?.macroF1 ?? null, bounds?.macroF1),
      shareCell(figures?.exactMatch ?? null, bounds?.exactMatch),
      share(figures?.microF1 ?? null),
      share(figures?.falseTagRate ?? null),
    ];
  });
  return html`<section id="groups"><h2>Groups</h2>
${table({
  caption: 'Figures of each group',
  quietCaption: true,
  columns: [
    { title: 'Group', sortable: true },
    { title: 'Rows', numeric: true, sortable: true },
    { title: 'Macro F1', sortable: true },
    { title: 'Exact match', sortable: true },
    { title: 'Micro F1', numeric: true, sortable: true },
    { title: 'False tags', numeric: true, sortable: true },
  ],
  rows,
})}
<details><summary>F1 of each topic in each group</summary>${topicsByGroup(groups, topics)}</details>
<p class="note">In a group only the topics count that occur in its rows or its tags; – where there is nothing to measure. Where no row carries a topic,
macro F1 is – without a tag and 0 with one: look at the false tags there.</p></section>`;
}

function topicsByGroup(groups: Evaluation['groups'], topics: readonly PageTopic[]): Html {
  const names = Object.keys(groups);
  return table({
    caption: 'F1 of each topic in each group',
    quietCaption: true,
    columns: [{ title: 'Topic' }, ...names.map((title) => ({ title, numeric: true }))],
    rows: topics.map((topic) => [topicName(topic), ...names.map((name) => f1In(groups[name]?.topics[topic.id]))]),
  });
}

/** A topic that is neither in the rows nor in the tags of a group has no F1 there. */
function f1In(figures: Evaluation['topics'][string] | undefined): string {
  return share(figures && figures.support + figures.tagged > 0 ? figures.f1 : null);
}
