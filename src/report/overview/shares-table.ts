/** Shares of topics line by line, the darker the larger: by year, by group, by language. */
import type { TopicFigures } from '../../batch/summary/topic-tally.js';
import { type Html, html, type Insertion } from '../kit/html.js';
import { type Cell, table } from '../kit/table.js';
import { badge, type PageTopic } from '../kit/topics.js';
import { count, perCent } from './words.js';

export interface SharesLine extends TopicFigures {
  readonly name: Insertion;
}

export interface SharesTableParts {
  /** For screen readers; what the cells hold is said in the note above the table. */
  readonly caption: Insertion;
  /** What the lines are. */
  readonly title: string;
  readonly lines: readonly SharesLine[];
  /** Columns; the figures of the lines have them in the same order, and maybe more. */
  readonly topics: readonly PageTopic[];
}

/** With a note that says what the cells hold: a caption would scroll out of sight with a wide table. */
export function sharesTable({ caption, title, lines, topics }: SharesTableParts): Html {
  const shares = lines.flatMap((line) => topics.map((_, i) => line.topics[i]?.share ?? 0));
  const darkest = Math.max(...shares, 0);
  const columns = [
    { title },
    { title: 'Rows' },
    { title: 'With a topic, %' },
    ...topics.map((topic) => ({ title: html`${badge(topic)}&nbsp;<bdi>${topic.name}</bdi>` })),
  ];
  return html`<p class="note">Share of the line’s rows in per cent, and below it the ends of its 95 % interval.</p>
<div class="heat shares">${table({
    caption,
    quietCaption: true,
    columns: columns.map((column, i) => ({ ...column, numeric: i > 0 })),
    rows: lines.map((line) => [
      html`<span>${line.name}</span>`,
      html`<span>${count(line.rows)}</span>`,
      html`<span>${perCent(line.rows === 0 ? 0 : line.tagged / line.rows)}</span>`,
      ...topics.map((_, i) => shareCell(line, i, darkest)),
    ]),
  })}</div>`;
}

function shareCell({ topics }: SharesLine, index: number, darkest: number): Cell {
  const figures = topics[index];
  if (figures === undefined) return undefined;
  const { share, interval } = figures;
  return html`<span class="heat-${heatOf(share, darkest)}">${perCent(share)} <small>${perCent(interval[0])}–${perCent(interval[1])}</small></span>`;
}

/** 0 to 9 in even steps, since shares of topics are of one size; 0 only for none. */
export function heatOf(share: number, darkest: number): number {
  return share > 0 && darkest > 0 ? Math.max(1, Math.round((9 * share) / darkest)) : 0;
}
