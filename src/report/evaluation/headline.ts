/** The first things to know of an evaluation: four figures, then each topic's. */
import type { Interval } from '../../evaluate/bootstrap.js';
import type { Difference } from '../../evaluate/comparison.js';
import type { Evaluation } from '../../evaluate/evaluation.js';
import { interval, percent, share, signed } from '../../evaluate/number-text.js';
import { type Html, html } from '../kit/html.js';
import { table } from '../kit/table.js';
import { type PageTopic, topicName } from '../kit/topics.js';
import { shareCell, verdict } from './parts.js';

export function headline(evaluation: Evaluation): Html {
  const { macroF1, microF1, exactMatch, falseTagRate, intervals, bootstrap, comparison } = evaluation;
  return html`<section aria-label="In short">
<dl class="headline">
${figure('Macro F1', macroF1, intervals.macroF1, 'mean of the topics', comparison?.macroF1)}
${figure('Micro F1', microF1, intervals.microF1, 'over all pairs of row and topic', comparison?.microF1)}
${figure('Exact match', exactMatch, intervals.exactMatch, 'rows with exactly the right tags', comparison?.exactMatch)}
${figure('False tags', falseTagRate, intervals.falseTagRate, 'rows without a topic that got a tag')}
</dl>
<p class="note">In brackets: ${percent(bootstrap.level)} intervals, from ${bootstrap.resamples} resamples of the rows.</p>
</section>`;
}

function figure(
  name: string,
  value: number | null,
  bounds: Interval | null,
  meaning: string,
  change?: Difference,
): Html {
  return html`<div><dt>${name}</dt><dd><b>${share(value)}</b> <span>${interval(bounds)}</span>
<small class="muted">${meaning}</small>${change && html`<small>${signed(change.difference)} against the baseline: ${verdict(change.interval)}</small>`}</dd></div>`;
}

export function topicFigures(evaluation: Evaluation, topics: readonly PageTopic[]): Html {
  const { intervals, thresholds } = evaluation;
  const rows = topics.map((topic) => {
    const figures = evaluation.topics[topic.id];
    const bounds = intervals.topics[topic.id];
    return [
      { content: topicName(topic), sort: topic.name },
      shareCell(figures?.precision ?? null, bounds?.precision),
      shareCell(figures?.recall ?? null, bounds?.recall),
      shareCell(figures?.f1 ?? null, bounds?.f1),
      share(figures?.averagePrecision ?? null),
      String(figures?.support ?? 0),
      String(figures?.tagged ?? 0),
      share(thresholds[topic.id] ?? null),
    ];
  });
  return html`<section id="topics"><h2>Topics</h2>
${table({
  caption: 'Precision, recall and F1 of each topic',
  quietCaption: true,
  columns: [
    { title: 'Topic', sortable: true },
    { title: 'Precision', sortable: true },
    { title: 'Recall', sortable: true },
    { title: 'F1', sortable: true },
    { title: 'Average precision', numeric: true, sortable: true },
    { title: 'Carried by', numeric: true, sortable: true },
    { title: 'Given to', numeric: true, sortable: true },
    { title: 'Threshold', numeric: true, sortable: true },
  ],
  rows,
  rowClass: (index) => `topic-${index}`,
})}
<p class="note">Precision: of the rows given the topic, the share that carries it. Recall: of the rows that carry it, the share that
was given it. F1: their harmonic mean. Average precision: how well the scores rank the rows, whatever the threshold. Carried by, given to: numbers of rows.</p></section>`;
}
