/** A page with one of everything in the page kit, for tests of the kit alone. */
import { barTable } from '../../src/report/kit/charts/bar-table.js';
import { ticks } from '../../src/report/kit/charts/frame.js';
import { heatTable } from '../../src/report/kit/charts/heat-table.js';
import { lineChart } from '../../src/report/kit/charts/line-chart.js';
import { shareAxis } from '../../src/report/kit/charts/plot.js';
import { reliabilityDiagram } from '../../src/report/kit/charts/reliability-diagram.js';
import { html } from '../../src/report/kit/html.js';
import { page } from '../../src/report/kit/page.js';
import { table } from '../../src/report/kit/table.js';
import { legend, pageTopics, topicName } from '../../src/report/kit/topics.js';

export const GALLERY_TOPICS = pageTopics(['salary-reform', 'training', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']);

/** @param foreign put wherever a page takes text from outside */
export function kitGallery(foreign = 'Thuế & lệ phí'): string {
  const wave = (i: number) => 0.5 + 0.4 * Math.sin(i);
  const main = html`<section><h2>Topics</h2>${legend(GALLERY_TOPICS, ({ index }) => html`<span class="muted">${index} rows</span>`)}
${table({
  caption: `Rows, ${foreign}`,
  columns: [
    { title: 'Text', sortable: true },
    { title: 'Score', numeric: true, sortable: true },
  ],
  rows: [
    [foreign, { content: '90 %', sort: 0.9 }],
    ['b', { content: '8 %', sort: 0.08 }],
    ['c', ''],
  ],
})}
${barTable({
  caption: foreign,
  titles: ['Topic', 'F1'],
  bars: GALLERY_TOPICS.map((topic) => ({
    name: topicName(topic),
    value: wave(topic.index),
    interval: [wave(topic.index) - 0.08, wave(topic.index) + 0.05],
    topic: topic.index,
    figure: `${(100 * wave(topic.index)).toFixed(1)} %`,
  })),
  most: 1,
})}</section>
<section><h2>Charts</h2><div class="charts">
${lineChart({
  caption: `Precision by recall, ${foreign}`,
  x: shareAxis('recall'),
  y: shareAxis('precision'),
  series: GALLERY_TOPICS.slice(0, 5).map((topic) => ({
    name: topic.name,
    topic,
    points: Array.from({ length: 12 }, (_, i) => ({ x: i / 11, y: 1 - (i / 14) ** (topic.index + 2) })),
    marked: [{ x: 0.5, y: wave(topic.index) }],
  })),
})}
${reliabilityDiagram({
  caption: 'Reliability',
  topic: GALLERY_TOPICS[1],
  bins: [0, 1, 2, 3, 4].map((i) => ({
    from: i / 5,
    to: (i + 1) / 5,
    count: i * 10,
    meanScore: i === 0 ? undefined : i / 5 + 0.1,
    share: i === 0 ? undefined : (i / 5) ** 1.3,
  })),
})}
</div>
${heatTable({
  caption: 'Topics found together',
  rowTitle: 'Topic',
  rows: GALLERY_TOPICS.map(({ name }) => name),
  columns: GALLERY_TOPICS.map(({ letter }) => letter),
  values: GALLERY_TOPICS.map((_, i) => GALLERY_TOPICS.map((_, j) => (i === j ? undefined : (i * j) % 17))),
})}
<p>${ticks(87).join(', ')}</p></section>`;
  return page({
    title: foreign,
    subtitle: html`From <bdi>${foreign}</bdi>`,
    main,
    name: 'article',
    topicCount: 10,
    data: { rows: [foreign] },
  });
}
