/** A share over the years with the band in which it may lie: small, so that several stand beside one another on one scale. */
import { type Html, html, type Insertion } from '../html.js';
import { table } from '../table.js';
import type { PageTopic } from '../topics.js';
import { chart, px } from './frame.js';
import { type Axis, Plot } from './plot.js';

export interface TrendPoint {
  readonly year: number;
  /** Of one. */
  readonly share: number;
  /** Ends of its interval. */
  readonly interval: readonly [number, number];
  /** What stands in the table beside the share, by `columns`. */
  readonly figures?: readonly string[];
}

export interface TrendChartParts {
  readonly caption: Insertion;
  /** What the share is, for those who cannot see the chart. */
  readonly name: string;
  /** Gives the colour; without it the line has that of the text. */
  readonly topic?: PageTopic | undefined;
  /** At least one, by year. */
  readonly points: readonly TrendPoint[];
  /** The same in all charts that are to be compared; the band is cut off at its end. */
  readonly y: Axis;
  readonly x: Axis;
  /** How shares are written in the table. */
  readonly format: (share: number) => string;
  /** Titles of further columns of the table. */
  readonly columns?: readonly string[];
}

/** Pixels; the room for names of axes is cut off at the bottom, since they are the same in all charts and said above them. */
export const TREND_SIZE = { width: 320, height: 170, nameHeight: 18 } as const;

export function trendChart(parts: TrendChartParts): Html {
  const { caption, name, topic, points, x, y } = parts;
  const { width, height, nameHeight } = TREND_SIZE;
  const plot = new Plot(width, height, x, y);
  const line = points.map(({ year, share }) => ({ x: year, y: share }));
  return chart({
    caption,
    alternative: `Line chart of ${name} by year, with 95 % intervals as a band.`,
    drawing: html`${plot.axes()}<g class="${topic ? `topic-${topic.index}` : 'plain'} series">${band(plot, points)}${plot.path(line, 'curve')}${line.map(
      (point) => plot.dot(point, 2.5),
    )}</g>`,
    width,
    height: height - nameHeight,
    figures: figures(parts),
  });
}

/** Along the upper ends of the intervals and back along the lower ones. */
function band(plot: Plot, points: readonly TrendPoint[]): Html | undefined {
  if (points.length < 2) return undefined;
  const corner = (year: number, bound: number) => `${px(plot.atX(year))} ${px(plot.atY(Math.min(bound, plot.y.to)))}`;
  const upper = points.map(({ year, interval }) => corner(year, interval[1]));
  const lower = points.map(({ year, interval }) => corner(year, interval[0])).reverse();
  return html`<path class="band" d="M${[...upper, ...lower].join('L')}Z"/>`;
}

function figures({ caption, points, format, columns = [] }: TrendChartParts): Html {
  const titles = ['Year', 'Share', '95 % interval', ...columns];
  return table({
    caption,
    quietCaption: true,
    columns: titles.map((title, i) => ({ title, numeric: i > 0 })),
    rows: points.map(({ year, share, interval, figures: more = [] }) => [
      String(year),
      format(share),
      `${format(interval[0])}–${format(interval[1])}`,
      ...more,
    ]),
  });
}
