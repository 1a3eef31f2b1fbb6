/** Which topics stand together in one row. */
import type { Summary } from '../../batch/summary/summary.js';
import { type Html, html } from '../kit/html.js';
import { type Cell, table } from '../kit/table.js';
import { badge, type PageTopic, topicName } from '../kit/topics.js';
import { heatOf } from './shares-table.js';
import { count, perCent } from './words.js';

/** Undefined when no two topics stand together. */
export function pairsSection({ pairs, topics: figures }: Summary, topics: readonly PageTopic[]): Html | undefined {
  if (pairs.length === 0) return undefined;
  const both = new Map(
    pairs.flatMap(({ topics: [a, b], rows }) => [
      [key(a, b), rows],
      [key(b, a), rows],
    ]),
  );
  const rowsOf = new Map(figures.map(({ topic, rows }) => [topic, rows]));
  const carrying = ({ id }: PageTopic) => rowsOf.get(id) ?? 0;
  const cell = (row: PageTopic, column: PageTopic): Cell => {
    if (row === column) return html`<span class="muted">–</span>`;
    const rows = both.get(key(row.id, column.id)) ?? 0;
    const share = carrying(row) === 0 ? 0 : rows / carrying(row);
    return html`<span class="heat-${heatOf(share, 1)}">${perCent(share)} <small>${count(rows)}</small></span>`;
  };
  return html`<section aria-labelledby="pairs"><h2 id="pairs">Topics together</h2>
<p class="note">Of the rows with the topic of the line, the share in per cent that also carry that of the column, and below it how many rows.</p>
<div class="heat shares">${table({
    caption: 'Shares of topics that stand together',
    quietCaption: true,
    columns: [
      { title: 'Topic' },
      { title: 'Rows', numeric: true },
      ...topics.map((topic) => ({ title: html`${badge(topic)}&nbsp;<bdi>${topic.name}</bdi>`, numeric: true })),
    ],
    rows: topics.map((row) => [
      html`<span>${topicName(row)}</span>`,
      html`<span>${count(carrying(row))}</span>`,
      ...topics.map((column) => cell(row, column)),
    ]),
  })}</div></section>`;
}

function key(a: string, b: string): string {
  return JSON.stringify([a, b]);
}
