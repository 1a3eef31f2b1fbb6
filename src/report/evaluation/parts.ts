/** What the page of an evaluation is made from, and how its parts write figures. */
import type { Interval } from '../../evaluate/bootstrap.js';
import type { Evaluation } from '../../evaluate/evaluation.js';
import type { Mistakes } from '../../evaluate/mistakes.js';
import { interval, NO_FIGURE, share } from '../../evaluate/number-text.js';
import { drawBar } from '../kit/charts/bar-table.js';
import { type Html, html } from '../kit/html.js';
import type { Cell } from '../kit/table.js';
import { type PageTopic, topicName } from '../kit/topics.js';

export interface EvaluationPageParts {
  readonly evaluation: Evaluation;
  /** Of the classifier, in its order, which gives them their letters: objects of JavaScript put ids such as `7` first. */
  readonly topicIds: readonly string[];
  readonly mistakes: Mistakes;
  /** Texts of all rows, in their order. */
  readonly texts: readonly string[];
  /** Where a row stands, for people, by its place from 0; default `row 1` and so on. */
  readonly place?: (index: number) => string;
  /** English names by topic id; a topic without one is called as its id says. */
  readonly topicNames?: Readonly<Record<string, string>>;
  /** What was evaluated on what, for people; for example a file's name. */
  readonly source: string;
  /** Which classifier was evaluated, for people. */
  readonly classifier: string;
}

/** A share in [0, 1] as a bar with the ends of its interval, and both in figures. */
export function shareCell(value: number | null, bounds: Interval | null | undefined): Cell {
  if (value === null) return { content: NO_FIGURE, sort: -1 };
  const content = html`<div class="bar-cell">${drawBar({ value, interval: bounds ?? undefined }, 1)}<span>${share(value)}</span></div>
<small class="muted">${interval(bounds)}</small>`;
  return { content, sort: value };
}

/** Names of topics, each with its letter, behind one another. */
export function topicList(ids: readonly string[], topics: readonly PageTopic[]): Html {
  if (ids.length === 0) return html`<span class="muted">none</span>`;
  const named = topics.filter(({ id }) => ids.includes(id));
  return html`${named.map((topic, index) => html`${index > 0 && ' '}${topicName(topic)}`)}`;
}

/** What the interval of a difference allows to say. */
export function verdict(bounds: Interval | null): Html {
  if (bounds && bounds[0] > 0) return html`<span class="verdict better">▲ better</span>`;
  if (bounds && bounds[1] < 0) return html`<span class="verdict worse">▼ worse</span>`;
  return html`<span class="verdict muted">no clear difference</span>`;
}
