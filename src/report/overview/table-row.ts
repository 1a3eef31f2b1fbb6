/** One row of the table that people search; drawn by the page for the first rows, and by its script for all. */
import type { Span } from '../../text/span.js';
import { type Html, html } from '../kit/html.js';
import { markedText } from '../kit/marked-text.js';
import { type PageTopic, topicName } from '../kit/topics.js';
import { languageAttribute } from './language-attribute.js';

/** As the page carries it. */
export interface TableRow {
  /** Where it stands in its file, and which that is; `file` is absent when there is one only. */
  readonly line: number;
  readonly file?: string;
  /** As written. */
  readonly date: string;
  /** What dates are sorted by: `2019-04-25`, `2019-04`, `2019`, or empty. */
  readonly sortable: string;
  readonly group: string;
  readonly language: string;
  readonly text: string;
  /** The place of each topic (`PageTopic.index`), its score and its evidence in the text. */
  readonly tags: readonly (readonly [topic: number, score: number, evidence: readonly Span[]])[];
  /** In words, when there is no topic. */
  readonly reason: string;
}

/** What the table shows beside text and topics. */
export interface TableShape {
  readonly hasDates: boolean;
  /** Name of the column of groups; absent when there is none. */
  readonly group?: string;
}

export function tableRow(row: TableRow, topics: readonly PageTopic[], { hasDates, group }: TableShape): Html {
  const { line, file, date, language, text, tags, reason } = row;
  const marked = tags.map(([topic, , evidence]) => ({ className: `topic-${topic}`, evidence }));
  return html`<tr><th scope="row" class="numeric">${file !== undefined && html`<bdi class="file">${file}</bdi> `}${line}</th>
${hasDates && html`<td class="date"><bdi>${date}</bdi></td>`}
${group !== undefined && html`<td class="group"><bdi>${row.group}</bdi></td>`}
<td class="language">${language}</td>
<td class="text"${languageAttribute(language)} dir="auto">${markedText(text, marked)}</td>
<td class="topics">${tags.length > 0 ? tags.map((tag) => tagLine(tag, topics)) : html`<span class="muted">${reason}</span>`}</td></tr>
`;
}

function tagLine([index, score]: TableRow['tags'][number], topics: readonly PageTopic[]): Html | undefined {
  const topic = topics.find((known) => known.index === index);
  return topic && html`<div>${topicName(topic)} <small class="muted">${score.toFixed(2)}</small></div>`;
}
