/** The rows that went wrong, with what misled and the training examples nearest to it. */
import type { NearExample } from '../../classify/classification.js';
import type { Mistake, MistakenTopic, Mistakes } from '../../evaluate/mistakes.js';
import { share, signed } from '../../evaluate/number-text.js';
import { type Html, html } from '../kit/html.js';
import { badge, type PageTopic, topicName } from '../kit/topics.js';
import { topicList } from './parts.js';
import { shortMarkedText } from './short-marked-text.js';

export function wrongRows(
  { explained, total, hasExamples }: Mistakes,
  topics: readonly PageTopic[],
  place: (index: number) => string,
): Html {
  const hasGroups = explained.some(({ judgement }) => judgement.group !== undefined);
  return html`<section id="wrong"><h2>Rows that went wrong</h2>
<p class="note">${said(explained.length, total)}${
    total > 0 &&
    html` Marked in colour: the clauses that earned a false tag. Marked by a frame: the clause nearest to a missed topic. “Off by” is how far
the surest mistake of the row lies beyond the threshold. Look at the large ones first: in some, the topics that the row is said to carry may be wrong.${
      !hasExamples && ' This classifier keeps no training examples, so that none are named.'
    }`
  }</p>
${explained.length > 0 && rowsTable(explained, topics, hasGroups, place)}</section>`;
}

function said(shown: number, total: number): string {
  if (total === 0) return 'No row went wrong.';
  if (shown === total) return total === 1 ? 'One row.' : `${total} rows.`;
  return `${total} rows, of which the ${shown} surest mistakes are shown; the ${total - shown} others are left out here, evaluate --format json lists all.`;
}

/** Each row is a body of its own, so that what belongs together stays together when they are sorted. */
function rowsTable(
  mistakes: readonly Mistake[],
  topics: readonly PageTopic[],
  hasGroups: boolean,
  place: (index: number) => string,
): Html {
  return html`<div class="table-frame"><table class="wrong">
<caption class="quiet">Rows that went wrong</caption>
<thead><tr><th scope="col" class="numeric" data-sortable>Row</th><th scope="col" data-sortable>Missed</th><th scope="col" data-sortable>Falsely given</th>${
    hasGroups && html`<th scope="col" data-sortable>Group</th>`
  }<th scope="col" class="numeric" data-sortable aria-sort="descending">Off by</th></tr></thead>
${mistakes.map((mistake) => wrongRow(mistake, topics, hasGroups, place))}</table></div>`;
}

function wrongRow(
  { judgement, text, topics: mistaken, distance }: Mistake,
  topics: readonly PageTopic[],
  hasGroups: boolean,
  place: (index: number) => string,
): Html {
  const { row, group, language } = judgement;
  const ids = (kind: MistakenTopic['kind']) =>
    mistaken.filter((topic) => topic.kind === kind).map(({ topic }) => topic);
  const where = place(row - 1);
  return html`<tbody data-row="${row}"><tr class="facts"><th scope="rowgroup" class="numeric" data-sort="${row}">${row}</th>
<td data-sort="${ids('missed').join(' ')}">${topicList(ids('missed'), topics)}</td>
<td data-sort="${ids('false').join(' ')}">${topicList(ids('false'), topics)}</td>${hasGroups && html`<td><bdi>${group ?? ''}</bdi></td>`}
<td class="numeric" data-sort="${distance}">${share(distance)}</td></tr>
<tr><td colspan="${hasGroups ? 5 : 4}">
<p class="row-text" dir="auto"${language !== 'und' && html` lang="${language}"`}>${shortMarkedText(text, marksOf(mistaken, topics))}</p>
<details><summary>Scores and nearest examples <span class="quiet">of row ${row}</span></summary>
${where !== `row ${row}` && html`<p class="muted">This is <bdi>${where}</bdi>.</p>`}
<p>The row carries: ${topicList(judgement.gold, topics)}. It was given: ${topicList(
    judgement.tags.map(({ topic }) => topic),
    topics,
  )}.</p>
${mistaken.map((topic) => explanation(topic, text, topics))}</details></td></tr></tbody>
`;
}

function marksOf(mistaken: readonly MistakenTopic[], topics: readonly PageTopic[]) {
  return mistaken.map(({ topic: id, kind, spans }) => {
    const index = topics.findIndex((topic) => topic.id === id);
    return { evidence: spans, className: `topic-${index} ${kind}` };
  });
}

function explanation(mistaken: MistakenTopic, text: string, topics: readonly PageTopic[]): Html {
  const { topic: id, kind, score, threshold, spans, nearest, nearestOther } = mistaken;
  const topic = topics.find((known) => known.id === id) as PageTopic;
  const clause = spans[0] && shorten(text.slice(spans[0].start, spans[0].end));
  return html`<section class="mistaken topic-${topic.index}"><h3>${topicName(topic)} – ${kind === 'missed' ? 'missed' : 'falsely given'}</h3>
<p>Score ${share(score)}, threshold ${share(threshold)} (${signed(score - threshold)}).${
    clause !== undefined && html` ${kind === 'missed' ? 'Nearest clause' : 'Because of'}: <q dir="auto">${clause}</q>`
  }</p>
${nearest.length + nearestOther.length > 0 && html`<div class="side-by-side">${exampleList('Nearest examples that carry it', nearest, topics)}${exampleList('Nearest examples that do not', nearestOther, topics)}</div>`}</section>`;
}

/** Enough to know a clause again, in characters. */
const LONGEST_QUOTE = 160;

function shorten(clause: string): string {
  const characters = [...clause];
  return characters.length <= LONGEST_QUOTE ? clause : `${characters.slice(0, LONGEST_QUOTE).join('').trimEnd()}…`;
}

function exampleList(title: string, examples: readonly NearExample[], topics: readonly PageTopic[]): Html {
  const items = examples.map(
    (example) => html`<li><span class="similarity">${example.similarity.toFixed(2)}</span>
${example.topics.map((id) => topics.find((topic) => topic.id === id)).map((topic) => topic && badge(topic))}
<span lang="${example.language}" dir="auto">${example.text}</span>${named(example, topics)}</li>`,
  );
  return html`<div><h4>${title}</h4>${items.length > 0 ? html`<ol class="examples">${items}</ol>` : html`<p class="muted">none</p>`}</div>`;
}

/** What the letters in front of an example say to those who do not see them. */
function named({ topics: ids }: NearExample, topics: readonly PageTopic[]): Html {
  const names = ids.map((id) => topics.find((topic) => topic.id === id)?.name ?? id);
  return html` <span class="quiet">(${names.join(', ') || 'no topic'})</span>`;
}
