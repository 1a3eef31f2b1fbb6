/** How often topics, languages and reasons are, as bars. */
import type { Summary } from '../../batch/summary/summary.js';
import { barTable } from '../kit/charts/bar-table.js';
import { type Html, html } from '../kit/html.js';
import { type PageTopic, topicName } from '../kit/topics.js';
import { count, counted, languageName, percent, range, reasonName, restName } from './words.js';

export function mixSection(summary: Summary): Html | undefined {
  if (summary.rows === 0) return undefined;
  return html`<section aria-labelledby="mix"><h2 id="mix">Languages, and rows without a topic</h2>
<div class="beside">${languageBars(summary)}${reasonBars(summary)}</div></section>`;
}

/** Which topics there are, and how often. */
export function topicBars({ rows, topics: figures }: Summary, topics: readonly PageTopic[]): Html {
  if (topics.length === 0) return html`<p>${rows === 0 ? 'There are no rows.' : 'No row carries a topic.'}</p>`;
  const further = figures.length - topics.length;
  return html`${barTable({
    caption: 'Share of all rows that carry the topic, with its 95 % interval; a row may carry several.',
    titles: ['Topic', 'Share'],
    bars: topics.flatMap((topic, i) => {
      const share = figures[i];
      if (share === undefined) return [];
      const figure = html`${percent(share.share)} <small class="muted">${range(share.interval)}; ${counted(share.rows, 'row')}</small>`;
      return [{ name: topicName(topic), value: share.share, interval: share.interval, topic: topic.index, figure }];
    }),
  })}${further > 0 && html`<p class="note">${counted(further, 'further topic')} with fewer rows: the figures of all are in the JSON output.</p>`}`;
}

function languageBars({ rows, languages: { named, rest } }: Summary): Html | undefined {
  const languages = named.map(({ name, rows: count }) => ({ name: languageName(name), rows: count }));
  if (rest !== undefined) languages.push({ name: restName(rest), rows: rest.rows });
  return plainBars('Language of the rows', ['Language', 'Share'], languages, rows);
}

function reasonBars({ rows, abstained }: Summary): Html | undefined {
  const reasons = abstained.map(({ reason, rows: without }) => ({ name: reasonName(reason), rows: without }));
  return plainBars('Why rows have no topic', ['Reason', 'Share'], reasons, rows);
}

function plainBars(
  caption: string,
  titles: readonly [string, string],
  bars: readonly { readonly name: string; readonly rows: number }[],
  all: number,
): Html | undefined {
  if (bars.length === 0) return undefined;
  return barTable({
    caption,
    titles,
    most: 1,
    bars: bars.map(({ name, rows }) => ({
      name: html`<bdi>${name}</bdi>`,
      value: rows / all,
      figure: html`${percent(rows / all)} <small class="muted">${count(rows)}</small>`,
    })),
  });
}
