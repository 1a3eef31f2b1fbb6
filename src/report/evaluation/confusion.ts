/** Which topics stand in for which. */
import type { TopicConfusion } from '../../evaluate/confusion.js';
import type { Evaluation } from '../../evaluate/evaluation.js';
import { heatTable } from '../kit/charts/heat-table.js';
import { type Html, html } from '../kit/html.js';
import { type PageTopic, topicName } from '../kit/topics.js';

/** One of the two ways to go wrong, as it is counted for one topic. */
interface Way {
  readonly caption: string;
  /** Rows that went wrong in this way, and all rows that could have. */
  readonly counts: (id: string) => readonly [wrong: number, all: number];
  readonly others: (confusion: TopicConfusion) => Readonly<Record<string, number>>;
  readonly noneOf: (confusion: TopicConfusion) => number;
}

export function confusionTables({ confusion, topics: figures }: Evaluation, topics: readonly PageTopic[]): Html {
  const missed: Way = {
    caption: 'Of the rows that miss a topic they carry: how many were falsely given another',
    counts: (id) => [confusion[id]?.missed.rows ?? 0, figures[id]?.support ?? 0],
    others: (topic) => topic.missed.given,
    noneOf: (topic) => topic.missed.none,
  };
  const falsely: Way = {
    caption: 'Of the rows falsely given a topic: how many carry another, found or not',
    counts: (id) => [confusion[id]?.false.rows ?? 0, figures[id]?.tagged ?? 0],
    others: (topic) => topic.false.carried,
    noneOf: (topic) => topic.false.none,
  };
  return html`<section id="confusion"><h2>Confusion</h2>
<div class="side-by-side">
<div><h3>Missed: what was given instead</h3>${wayTable('Missed topic', missed, confusion, topics)}</div>
<div><h3>Falsely given: what was right</h3>${wayTable('False topic', falsely, confusion, topics)}</div>
</div>
<p class="note">A row with several topics counts beside each of them. None: no false topic was given; the row carries no topic at all.</p></section>`;
}

function wayTable(rowTitle: string, way: Way, confusion: Evaluation['confusion'], topics: readonly PageTopic[]): Html {
  return heatTable({
    caption: way.caption,
    rowTitle,
    rows: topics.map((topic) => {
      const [wrong, all] = way.counts(topic.id);
      return html`${topicName(topic)} <small class="muted">${wrong} of ${all}</small>`;
    }),
    columns: [...topics.map(({ letter }) => letter), 'none'],
    values: topics.map(({ id }) => {
      const own = confusion[id] as TopicConfusion;
      return [...topics.map((other) => way.others(own)[other.id]), way.noneOf(own)];
    }),
  });
}
