/** Says in a few sentences what stands out in a collection: no tie, and no change that chance may well have made. */
import type { Summary } from '../../batch/summary/summary.js';
import type { TopicShare } from '../../batch/summary/topic-tally.js';
import { type Html, html } from '../kit/html.js';
import { type PageTopic, topicName } from '../kit/topics.js';
import { chartedYears, shownYears, type YearFigures } from './shown-years.js';
import { counted, percent, range } from './words.js';

const MOST_CHANGES = 3;

export function findings(summary: Summary, topics: readonly PageTopic[]): Html | undefined {
  const sentences = [mostFrequent(summary, topics), ...changes(summary, topics), together(summary, topics)];
  const told = sentences.filter((sentence) => sentence !== undefined);
  return told.length === 0
    ? undefined
    : html`<ul class="findings">${told.map((sentence) => html`<li>${sentence}</li>`)}</ul>`;
}

function mostFrequent({ topics: [first, second] }: Summary, [topic]: readonly PageTopic[]): Html | undefined {
  if (first === undefined || topic === undefined || first.rows === second?.rows) return undefined;
  return html`${topicName(topic)} is the most frequent topic: ${percent(first.share)} of all rows (${range(first.interval)}).`;
}

/** From the first to the last year, where the intervals of the two do not overlap; the largest changes first. */
function changes({ dates }: Summary, topics: readonly PageTopic[]): Html[] {
  const years = chartedYears(shownYears(dates?.years ?? []).years);
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined || first === last) return [];
  const plain = topics.flatMap((topic, i) => {
    const [before, after] = [first.topics[i], last.topics[i]];
    return before && after && areApart(before, after) ? [{ topic, before, after }] : [];
  });
  return plain
    .sort((a, b) => Math.abs(b.after.share - b.before.share) - Math.abs(a.after.share - a.before.share))
    .slice(0, MOST_CHANGES)
    .map(({ topic, before, after }) => change(topic, before, after, first, last));
}

function change(topic: PageTopic, before: TopicShare, after: TopicShare, first: YearFigures, last: YearFigures): Html {
  const verb = after.share > before.share ? 'rose' : 'fell';
  return html`${topicName(topic)} ${verb} from ${percent(before.share)} of the rows of ${first.year} to ${percent(after.share)} of those of ${last.year}.`;
}

function areApart({ interval: a }: TopicShare, { interval: b }: TopicShare): boolean {
  return a[1] < b[0] || b[1] < a[0];
}

function together({ pairs: [pair, next] }: Summary, topics: readonly PageTopic[]): Html | undefined {
  const [a, b] = (pair?.topics ?? []).map((id) => topics.find((topic) => topic.id === id));
  if (pair === undefined || a === undefined || b === undefined || next === undefined || pair.rows === next.rows) {
    return undefined;
  }
  return html`${topicName(a)} and ${topicName(b)} stand together most often, in ${counted(pair.rows, 'row')}.`;
}
