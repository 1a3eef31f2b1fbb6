/** How this run differs from the baseline. */
import type { ChangedRow, Comparison, Difference } from '../../evaluate/comparison.js';
import type { McNemar } from '../../evaluate/mcnemar.js';
import { interval, probability, share, signed } from '../../evaluate/number-text.js';
import { type Html, html, type Insertion } from '../kit/html.js';
import { type Cell, table } from '../kit/table.js';
import { type PageTopic, topicName } from '../kit/topics.js';
import { topicList, verdict } from './parts.js';
import { shortMarkedText } from './short-marked-text.js';

export function comparisonSection(
  comparison: Comparison,
  topics: readonly PageTopic[],
  texts: readonly string[],
): Html {
  const compared = topics.filter(({ id }) => comparison.comparedTopics.includes(id));
  return html`<section id="comparison"><h2>Against the baseline</h2>
${comparison.leftOutTopics.length > 0 && html`<p>Only one of the two runs knows ${comparison.leftOutTopics.join(', ')}: left out of this comparison.</p>`}
${differences(comparison, compared)}
<p class="note">The interval of a difference comes from measuring both runs on the same resampled rows. McNemar’s test looks at the rows on which
only one of the two is right: p is how often chance alone would make them differ at least so much.</p>
${changedRows(comparison.changed, compared, texts)}</section>`;
}

function differences({ macroF1, microF1, exactMatch, mcnemar, topics }: Comparison, compared: readonly PageTopic[]) {
  return table({
    caption: 'Figures of both runs',
    quietCaption: true,
    columns: [
      { title: 'Figure; of topics F1' },
      { title: 'Baseline', numeric: true },
      { title: 'Now', numeric: true },
      { title: 'Difference', numeric: true },
      { title: 'Interval', numeric: true },
      { title: 'Verdict' },
      { title: 'Right only before', numeric: true },
      { title: 'Right only now', numeric: true },
      { title: 'McNemar’s p', numeric: true },
    ],
    rows: [
      differenceRow('Macro F1', macroF1),
      differenceRow('Micro F1', microF1),
      differenceRow('Exact match', exactMatch, mcnemar),
      ...compared.map((topic) => {
        const { f1, mcnemar: test } = topics[topic.id] as Comparison['topics'][string];
        return differenceRow(html`<span class="quiet">F1 of </span>${topicName(topic)}`, f1, test);
      }),
    ],
  });
}

function differenceRow(
  name: Insertion,
  { baseline, now, difference, interval: bounds }: Difference,
  test?: McNemar,
): Cell[] {
  return [
    name,
    share(baseline),
    share(now),
    html`<b>${signed(difference)}</b>`,
    interval(bounds, signed),
    verdict(bounds),
    test && String(test.rightOnlyBefore),
    test && String(test.rightOnlyNow),
    test &&
      html`${probability(test.pValue)} <small class="muted">${test.test === 'chi-square' ? 'χ²' : 'exact'}</small>`,
  ];
}

/** How many of the rows that changed are shown. */
const MOST_SHOWN = 300;

const CHANGES = { worse: '▼ worse', better: '▲ better', neither: '◆ neither' } as const;

function changedRows(changed: readonly ChangedRow[], topics: readonly PageTopic[], texts: readonly string[]): Html {
  const count = (change: ChangedRow['change']) => changed.filter((row) => row.change === change).length;
  const order = Object.keys(CHANGES);
  const sorted = [...changed].sort((a, b) => order.indexOf(a.change) - order.indexOf(b.change));
  const shown = sorted.slice(0, MOST_SHOWN);
  return html`<h3>Rows that changed</h3>
<p>${count('better')} with fewer wrong topics, ${count('worse')} with more, ${count('neither')} with as many.${
    shown.length < changed.length && ` The first ${shown.length} are shown; evaluate --format json lists all.`
  }</p>
${shown.length > 0 && html`<details><summary>Show them</summary>${changedTable(shown, topics, texts)}</details>`}`;
}

function changedTable(rows: readonly ChangedRow[], topics: readonly PageTopic[], texts: readonly string[]): Html {
  return table({
    caption: 'Rows with other tags than in the baseline',
    quietCaption: true,
    columns: [
      { title: 'Row', numeric: true, sortable: true },
      { title: 'Change', sortable: true },
      { title: 'Carries' },
      { title: 'Before' },
      { title: 'Now' },
      { title: 'Text' },
    ],
    rows: rows.map(({ row, change, gold, baselineTags, tags }) => [
      String(row),
      html`<span class="verdict ${change}">${CHANGES[change]}</span>`,
      topicList(gold, topics),
      topicList(baselineTags, topics),
      topicList(tags, topics),
      html`<div class="row-text" dir="auto">${shortMarkedText(texts[row - 1] as string, [])}</div>`,
    ]),
  });
}
