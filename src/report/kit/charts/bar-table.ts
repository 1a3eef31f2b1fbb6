/** Bars inside a table: chart and figures in one, readable at every width. */
import { type Html, html, type Insertion } from '../html.js';
import { table } from '../table.js';
import { px } from './frame.js';

export interface Bar {
  /** Heading of the row; `topicName()` gives one for a topic. */
  readonly name: Insertion;
  readonly value: number;
  /** Drawn as a whisker, for example the ends of a 95 % interval. */
  readonly interval?: readonly [number, number] | undefined;
  /** Place of the topic whose colour the bar has; without it the colour of the text. */
  readonly topic?: number | undefined;
  /** The value in words. */
  readonly figure: Insertion;
}

export interface BarTableParts {
  readonly caption: Insertion;
  /** Titles of the columns: what the rows are, and what the value is. */
  readonly titles: readonly [row: string, value: string];
  readonly bars: readonly Bar[];
  /** End of the scale; default the largest value or end of an interval. */
  readonly most?: number;
}

export function barTable({ caption, titles, bars, most }: BarTableParts): Html {
  const end = most ?? Math.max(...bars.map(({ value, interval }) => Math.max(value, interval?.[1] ?? 0)), 0);
  return table({
    caption,
    columns: [{ title: titles[0] }, { title: titles[1] }],
    rows: bars.map((bar) => [
      bar.name,
      html`<div class="bar-cell">${drawBar(bar, end)}<span>${bar.figure}</span></div>`,
    ]),
    rowClass: (index) => (bars[index]?.topic === undefined ? undefined : `topic-${bars[index].topic}`),
  });
}

/** A bar alone, for tables of several; stretched to its cell, so that 100 units are the whole scale. */
export function drawBar({ value, interval }: Pick<Bar, 'value' | 'interval'>, end: number): Html {
  const at = (x: number) => px(end > 0 ? Math.min(Math.max(x / end, 0), 1) * 100 : 0);
  const whisker =
    interval &&
    html`<path class="whisker" d="M${at(interval[0])} 2V10M${at(interval[0])} 6H${at(interval[1])}M${at(interval[1])} 2V10"/>`;
  return html`<svg class="bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true"><rect class="fill" x="0" y="1" width="${at(value)}" height="10"/>${whisker}</svg>`;
}
