/** Precision by recall, and what scores are worth, of each topic. */
import { type CurvePoint, precisionRecallCurve } from '../../evaluate/average-precision.js';
import type { Calibration } from '../../evaluate/calibration.js';
import type { Evaluation } from '../../evaluate/evaluation.js';
import { share } from '../../evaluate/number-text.js';
import { measureAll, tagAt, type UntaggedRow } from '../../evaluate/thresholds.js';
import { lineChart } from '../kit/charts/line-chart.js';
import { shareAxis } from '../kit/charts/plot.js';
import { reliabilityDiagram } from '../kit/charts/reliability-diagram.js';
import { type Html, html } from '../kit/html.js';
import { table } from '../kit/table.js';
import { type PageTopic, topicName } from '../kit/topics.js';

/** @param rows in the order of `topics` */
export function curves(evaluation: Evaluation, rows: readonly UntaggedRow[], topics: readonly PageTopic[]): Html {
  const steps = measureSteps(rows, topics.length);
  return html`<section id="curves"><h2>Precision and recall</h2>
<p class="note">Each line shows what every threshold would give; the large dot is the threshold in use.</p>
<div class="charts">${topics.map((topic) => precisionRecall(evaluation, rows, topic, steps))}</div></section>`;
}

function precisionRecall(
  { topics, thresholds }: Evaluation,
  rows: readonly UntaggedRow[],
  topic: PageTopic,
  steps: readonly Step[],
): Html {
  const figures = topics[topic.id];
  const curve = precisionRecallCurve(
    rows.map(({ gold }) => gold[topic.index] as boolean),
    rows.map(({ scores }) => scores[topic.index] as number),
  );
  const used =
    figures && figures.tagged > 0 && figures.support > 0 ? [{ x: figures.recall, y: figures.precision }] : [];
  return lineChart({
    caption: html`${topicName(topic)} <span class="muted">AP ${share(figures?.averagePrecision ?? null)}</span>`,
    x: shareAxis('recall'),
    y: shareAxis('precision'),
    series: [{ name: topic.name, topic, points: thinOut(curve), marked: used }],
    dots: false,
    figures: stepTable(topic, thresholds[topic.id] ?? 0, steps),
  });
}

/** Shares nearer to one another than this are one point of a drawing of 300 pixels. */
const VISIBLE = 1 / 300;

/** Leaves out points that would be drawn over their neighbours. */
function thinOut(curve: readonly CurvePoint[]) {
  const points: { x: number; y: number }[] = [];
  for (const [index, { recall: x, precision: y }] of curve.entries()) {
    const last = points.at(-1);
    const isEnd = index === curve.length - 1;
    if (last && !isEnd && Math.abs(last.x - x) < VISIBLE && Math.abs(last.y - y) < VISIBLE) continue;
    points.push({ x, y });
  }
  return points;
}

/** Figures of all topics at one threshold. */
interface Step {
  readonly threshold: number;
  readonly topics: ReturnType<typeof measureAll>['topics'];
}

function measureSteps(rows: readonly UntaggedRow[], topics: number): Step[] {
  return Array.from({ length: 19 }, (_, step) => {
    const threshold = (step + 1) / 20;
    const tagged = tagAt(
      rows,
      Array.from({ length: topics }, () => threshold),
    );
    return { threshold, topics: measureAll(tagged).topics };
  });
}

function stepTable(topic: PageTopic, used: number, steps: readonly Step[]): Html {
  const figure = (value = Number.NaN) => (Number.isNaN(value) ? '–' : share(value));
  return html`${table({
    caption: `${topic.name} by threshold`,
    quietCaption: true,
    columns: ['Threshold', 'Precision', 'Recall', 'F1', 'Rows given it'].map((title) => ({ title, numeric: true })),
    rows: steps.map(({ threshold, topics }) => {
      const metrics = topics[topic.index];
      const { precision, recall, f1, tagged } = metrics ?? {};
      return [threshold.toFixed(2), figure(precision), figure(recall), figure(f1), String(tagged)];
    }),
  })}<p class="note">In use: ${share(used)}.</p>`;
}

export function reliability({ calibration }: Evaluation, topics: readonly PageTopic[]): Html {
  return html`<section id="calibration"><h2>What scores are worth</h2>
<p class="note">Of the rows with a score of 0.8, eight in ten should carry the topic: dots on the dashed line are right, below it scores claim too
much, above it too little. Larger dots stand for more rows. The expected calibration error is the mean distance from the line: ${share(calibration.error)} over
all topics.</p>
<div class="charts">
${topics.map((topic) => diagram(topic, calibration.topics[topic.id] as Calibration))}
</div></section>`;
}

function diagram(topic: PageTopic, { bins, error }: Calibration): Html {
  return reliabilityDiagram({
    caption: html`${topicName(topic)} <span class="muted">error ${share(error)}</span>`,
    topic,
    bins: bins.map(({ carrying, meanScore, ...bin }) => ({
      ...bin,
      meanScore: meanScore ?? undefined,
      share: carrying ?? undefined,
    })),
  });
}
