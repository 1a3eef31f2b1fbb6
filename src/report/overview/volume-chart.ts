/** How many rows each year has, beside the trends: shares of few rows say less. */
import { chart, px, ticks } from '../kit/charts/frame.js';
import { Plot } from '../kit/charts/plot.js';
import { TREND_SIZE } from '../kit/charts/trend-chart.js';
import { type Html, html } from '../kit/html.js';
import { table } from '../kit/table.js';
import { count } from './words.js';

export interface VolumeChartParts {
  readonly years: readonly { readonly year: number; readonly rows: number }[];
  /** Years that are named under the axis. */
  readonly named: readonly number[];
}

export function volumeChart({ years, named }: VolumeChartParts): Html {
  const { width, height, nameHeight } = TREND_SIZE;
  const marks = ticks(Math.max(...years.map(({ rows }) => rows)));
  const [first = 0, last = 0] = [years[0]?.year, years.at(-1)?.year];
  const x = { label: '', from: first - 0.5, to: last + 0.5, ticks: named };
  const plot = new Plot(width, height, x, { label: '', from: 0, to: marks.at(-1) ?? 1, ticks: marks, format: count });
  const bars = years.map(({ year, rows }) => {
    const [left, right] = [plot.atX(year - 0.4), plot.atX(year + 0.4)];
    const top = plot.atY(rows);
    return html`<rect class="fill" x="${px(left)}" y="${px(top)}" width="${px(right - left)}" height="${px(plot.atY(0) - top)}"/>`;
  });
  return chart({
    caption: 'Rows',
    alternative: 'Bars of the number of rows by year.',
    drawing: html`${plot.axes()}${bars}`,
    width,
    height: height - nameHeight,
    figures: table({
      caption: 'Rows by year',
      quietCaption: true,
      columns: [{ title: 'Year' }, { title: 'Rows', numeric: true }],
      rows: years.map(({ year, rows }) => [String(year), count(rows)]),
    }),
  });
}
