/** The figures that other thresholds would give; the page's script moves them. */
import type { Evaluation } from '../../evaluate/evaluation.js';
import { share } from '../../evaluate/number-text.js';
import { type Html, html } from '../kit/html.js';
import { table } from '../kit/table.js';
import { type PageTopic, topicName } from '../kit/topics.js';

/** The figures as they are; sliders and button are for the script to enable. */
export function explorer(evaluation: Evaluation, topics: readonly PageTopic[]): Html {
  const { macroF1, microF1, exactMatch, falseTagRate, thresholds } = evaluation;
  const figure = (name: string, key: string, value: number | null) =>
    html`<div><dt>${name}</dt><dd><b data-figure="${key}"${key === 'macroF1' && html` role="status"`}>${share(value)}</b> <small class="muted" data-change="${key}"></small></dd></div>`;
  return html`<section id="thresholds"><h2>Other thresholds</h2>
<p class="note">Move a slider to see what another threshold would give on these rows. A threshold chosen by looking at these rows flatters
their figures: choose on other rows than you report on. A classifier file holds its thresholds in <code>topics[].threshold</code>.</p>
<dl class="headline figures">
${figure('Macro F1', 'macroF1', macroF1)}${figure('Micro F1', 'microF1', microF1)}
${figure('Exact match', 'exactMatch', exactMatch)}${figure('False tags', 'falseTagRate', falseTagRate)}
</dl>
${table({
  caption: 'Thresholds and the figures that they give',
  quietCaption: true,
  columns: [
    { title: 'Topic' },
    { title: 'Threshold' },
    ...['Precision', 'Recall', 'F1', 'Rows given it'].map((title) => ({ title, numeric: true })),
  ],
  rows: [
    ['All topics', slider('all', 'Shift of all thresholds', 0, -1), '', '', '', ''],
    ...topics.map((topic) => topicRow(topic, thresholds[topic.id] as number, evaluation)),
  ],
  rowClass: (index) => (index === 0 ? 'all' : `topic-${index - 1}`),
})}
<p><button type="button" id="reset" disabled>Back to the thresholds in use</button></p>
<noscript><p class="note">The sliders need the page's script, which is switched off here.</p></noscript></section>`;
}

function topicRow(topic: PageTopic, threshold: number, { topics }: Evaluation) {
  const figures = topics[topic.id];
  const cell = (key: string, text: string) =>
    html`<span data-topic="${topic.index}" data-figure="${key}">${text}</span>`;
  return [
    topicName(topic),
    slider(String(topic.index), `Threshold of ${topic.name}`, threshold, 0),
    cell('precision', share(figures?.precision ?? null)),
    cell('recall', share(figures?.recall ?? null)),
    cell('f1', share(figures?.f1 ?? null)),
    cell('tagged', String(figures?.tagged ?? 0)),
  ];
}

/** Any value is allowed, so that the threshold in use is hit exactly; arrow keys move by a hundredth of the range. */
function slider(key: string, name: string, value: number, least: number): Html {
  return html`<span class="slider"><input type="range" data-slider="${key}" aria-label="${name}" min="${least}" max="1" step="any" value="${value}" disabled>
<span data-threshold="${key}">${key === 'all' ? '±0' : share(value)}</span></span>`;
}
