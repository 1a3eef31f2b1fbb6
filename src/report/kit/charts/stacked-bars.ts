/** Upright bars of several parts: topics by year. */
import { type Html, html, type Insertion } from '../html.js';
import { table } from '../table.js';
import { badge, type PageTopic } from '../topics.js';
import { chart, px, svgText, ticks } from './frame.js';
import { Plot } from './plot.js';

export interface StackedBarsParts {
  readonly caption: Insertion;
  /** What the categories and the values are, for example year and paragraphs. */
  readonly titles: readonly [category: string, value: string];
  readonly categories: readonly string[];
  /** A value for each category; the first part is drawn lowest. */
  readonly parts: readonly { readonly topic: PageTopic; readonly values: readonly number[] }[];
  readonly format?: (value: number) => string;
}

/** Pixels of each bar with the gap beside it, and of the whole drawing. */
const LEAST_WIDTH = 380;
const MOST_STEP = 70;
const LEAST_STEP = 26;
const HEIGHT = 300;
/** A part lower than this has no letter in it. */
const LEAST_LETTER = 13;

export function stackedBars(stack: StackedBarsParts): Html {
  const { caption, titles, categories, parts, format = String } = stack;
  const step = Math.min(MOST_STEP, Math.max(LEAST_STEP, 640 / Math.max(categories.length, 1)));
  const width = Math.max(LEAST_WIDTH, 60 + step * categories.length);
  const tops = categories.map((_, i) => parts.reduce((sum, { values }) => sum + (values[i] ?? 0), 0));
  const marks = ticks(Math.max(...tops, 0));
  const plot = new Plot(
    width,
    HEIGHT,
    {
      label: titles[0],
      from: -0.5,
      to: categories.length - 0.5,
      ticks: labelled(categories, step),
      format: (i) => categories[i] ?? '',
    },
    { label: titles[1], from: 0, to: marks.at(-1) ?? 1, ticks: marks, format },
  );
  return chart({
    caption,
    alternative: `Stacked bars of ${titles[1]} by ${titles[0]}, a part for each topic.`,
    drawing: html`${plot.axes()}${categories.map((_, i) => drawStack(plot, stack, i))}`,
    width,
    height: HEIGHT,
    below: html`<ul class="legend inline">${parts.map(({ topic }) => html`<li>${badge(topic)} <bdi>${topic.name}</bdi></li>`)}</ul>`,
    figures: table({
      caption,
      columns: [{ title: titles[0] }, ...parts.map(({ topic }) => ({ title: topic.name, numeric: true }))],
      rows: categories.map((category, i) => [category, ...parts.map(({ values }) => format(values[i] ?? 0))]),
      quietCaption: true,
    }),
  });
}

/** Places of the categories that have room for their name. */
function labelled(categories: readonly string[], step: number): number[] {
  const longest = Math.max(...categories.map(({ length }) => length), 1);
  const every = Math.max(1, Math.ceil((longest * 7 + 6) / step));
  return categories.map((_, i) => i).filter((i) => i % every === 0);
}

function drawStack(plot: Plot, { parts }: StackedBarsParts, index: number): Html {
  const [left, right] = [plot.atX(index - 0.38), plot.atX(index + 0.38)];
  let below = 0;
  return html`${parts.map(({ topic, values }) => {
    const value = values[index] ?? 0;
    if (value <= 0) return undefined;
    const [bottom, top] = [plot.atY(below), plot.atY(below + value)];
    below += value;
    // A pixel of the paper keeps neighbours apart where their colours do not.
    const height = Math.max(bottom - top - 1, 0.5);
    return html`<g class="topic-${topic.index}"><rect class="fill" x="${px(left)}" y="${px(top)}" width="${px(right - left)}" height="${px(height)}"/>${
      height >= LEAST_LETTER && svgText((left + right) / 2, top + height / 2 + 4, topic.letter, 'middle', 'on-fill')
    }</g>`;
  })}`;
}
