/** What scores are worth: the share of right tags by the score they were given, beside the diagonal where both agree. */
import { type Html, html, type Insertion } from '../html.js';
import { table } from '../table.js';
import type { PageTopic } from '../topics.js';
import { chart } from './frame.js';
import { Plot, shareAxis } from './plot.js';

/** Scores that lie near one another. */
export interface ReliabilityBin {
  /** Ends of the bin, in [0, 1]. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean score and share that carries the topic; undefined when the bin is empty. */
  readonly meanScore: number | undefined;
  readonly share: number | undefined;
}

export interface ReliabilityParts {
  readonly caption: Insertion;
  readonly bins: readonly ReliabilityBin[];
  readonly topic?: PageTopic | undefined;
}

/** Pixels; square in its plane. */
const WIDTH = 340;
const HEIGHT = 330;

export function reliabilityDiagram({ caption, bins, topic }: ReliabilityParts): Html {
  const plot = new Plot(WIDTH, HEIGHT, shareAxis('mean score'), shareAxis('share that carries the topic'));
  const filled = bins.flatMap(({ meanScore, share, count }) =>
    meanScore === undefined || share === undefined ? [] : [{ x: meanScore, y: share, count }],
  );
  const largest = Math.max(...filled.map(({ count }) => count), 1);
  const drawing = html`${plot.axes()}${plot.path(
    [
      { x: 0, y: 0 },
      { x: 1, y: 1 },
    ],
    'diagonal',
  )}
<g class="${topic ? `topic-${topic.index}` : 'plain'} series">${plot.path(filled, 'curve')}
${filled.map((point) => plot.dot(point, 2.5 + 5.5 * Math.sqrt(point.count / largest)))}</g>`;
  return chart({
    caption,
    alternative: 'Reliability diagram: on the diagonal scores mean what they say; larger dots stand for more texts.',
    drawing,
    width: WIDTH,
    height: HEIGHT,
    figures: binTable(caption, bins),
  });
}

function binTable(caption: Insertion, bins: readonly ReliabilityBin[]): Html {
  const columns = ['Scores', 'Texts', 'Mean score', 'Share that carries the topic'].map((title, i) => ({
    title,
    numeric: i > 0,
  }));
  const rows = bins.map(({ from, to, count, meanScore, share }) => [
    `${from.toFixed(1)}–${to.toFixed(1)}`,
    count,
    meanScore?.toFixed(3) ?? '–',
    share?.toFixed(3) ?? '–',
  ]);
  return table({ caption, columns, rows, quietCaption: true });
}
