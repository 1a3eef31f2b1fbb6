/** Lines with points on two axes, such as precision by recall. */
import { type Html, html, type Insertion } from '../html.js';
import { table } from '../table.js';
import { badge, type PageTopic } from '../topics.js';
import { chart, svgText } from './frame.js';
import { type Axis, Plot, type Point } from './plot.js';

export interface Series {
  readonly name: string;
  /** Gives colour, dashes and letter; without it the line is in the colour of the text. */
  readonly topic?: PageTopic | undefined;
  readonly points: readonly Point[];
  /** Points that count more than others, such as the threshold in use; drawn large. */
  readonly marked?: readonly Point[];
}

export interface LineChartParts {
  readonly caption: Insertion;
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly Series[];
  /** Draws each point as a dot; default when no series has more than `MOST_DOTS`. */
  readonly dots?: boolean;
  /** Table in place of the one of the points, where another says more. */
  readonly figures?: Html;
}

/** Pixels at full size, which fits a telephone. */
const WIDTH = 380;
const HEIGHT = 280;

/** Dots of more points than this run into one another. */
const MOST_DOTS = 30;

/** Longest table of figures under a chart; longer series are thinned out in it, not in the drawing. */
const ROWS = 40;

export function lineChart(parts: LineChartParts): Html {
  const { caption, x, y, series } = parts;
  const { dots = series.every(({ points }) => points.length <= MOST_DOTS) } = parts;
  const plot = new Plot(WIDTH, HEIGHT, x, y);
  const drawing = html`${plot.axes()}${series.map((line) => drawLine(plot, line, dots))}`;
  const names = series.map(({ name }) => name).join(', ');
  return chart({
    caption,
    alternative: `Line chart of ${y.label} by ${x.label}: ${names}.`,
    drawing,
    width: WIDTH,
    height: HEIGHT,
    below: series.length > 1 ? lineLegend(series) : undefined,
    figures: parts.figures ?? figures(parts),
  });
}

function drawLine(plot: Plot, { topic, points, marked = [] }: Series, dots: boolean): Html {
  const last = points.at(-1);
  const className = topic ? `topic-${topic.index} series dash-${topic.index % 5}` : 'series plain';
  return html`<g class="${className}">${plot.path(points, 'curve')}
${(dots || points.length === 1) && points.map((point) => plot.dot(point))}
${marked.map((point) => plot.dot(point, 5.5, 'dot marked'))}
${topic && last && svgText(Math.min(plot.atX(last.x) + 5, plot.width - 10), plot.atY(last.y) - 5, topic.letter, 'start', 'letter')}</g>`;
}

function lineLegend(series: readonly Series[]): Html {
  return html`<ul class="legend inline">${series.map(
    ({ name, topic }) => html`<li>${topic && badge(topic)} <bdi>${name}</bdi></li>`,
  )}</ul>`;
}

function figures({ caption, x, y, series }: LineChartParts): Html {
  const rows = series.flatMap(({ name, points }) =>
    thinned(points).map((point) => [name, point.x.toFixed(3), point.y.toFixed(3)]),
  );
  const columns = [{ title: 'Line' }, { title: x.label, numeric: true }, { title: y.label, numeric: true }];
  return table({ caption, columns, rows, quietCaption: true });
}

/** At most ROWS of the points, the first and the last among them. */
function thinned(points: readonly Point[]): readonly Point[] {
  if (points.length <= ROWS) return points;
  const at = (i: number) => Math.round((i * (points.length - 1)) / (ROWS - 1));
  return Array.from({ length: ROWS }, (_, i) => points[at(i)] as Point);
}
