/** The collection at a glance: a few figures, and what stands out. */
import type { Summary } from '../../batch/summary/summary.js';
import { type Html, html } from '../kit/html.js';
import type { PageTopic } from '../kit/topics.js';
import { topicBars } from './bars.js';
import { findings } from './findings.js';
import { shownYears } from './shown-years.js';
import { count, counted, leftOutNotes, percent } from './words.js';

export function glance(summary: Summary, topics: readonly PageTopic[]): Html {
  const { rows, tagged, dates, groups } = summary;
  const years = shownYears(dates?.years ?? []).years.map(({ year }) => year);
  const standsOut = findings(summary, topics);
  const leftOut = leftOutNotes(summary);
  const [first, last] = [years[0], years.at(-1)];
  return html`<section aria-label="At a glance"><dl class="figures">${figure('rows', count(rows))}
${rows > 0 && figure(`with a topic: ${counted(tagged, 'row')}`, percent(tagged / rows))}
${first !== undefined && figure(first === last ? 'year' : 'years', first === last ? String(first) : `${first}–${last}`)}
${groups && figure(`different in ${groups.column}`, groupCount(groups))}</dl>
<div class="beside story"><div><h2>What it is about</h2>${topicBars(summary, topics)}</div>${standsOut && html`<div><h2>What stands out</h2>${standsOut}</div>`}</div>
${leftOut.length > 0 && html`<p class="note">${leftOut.join(' ')}</p>`}</section>`;
}

/** How many different groups there are. */
function groupCount({ named, rest }: NonNullable<Summary['groups']>): string {
  if (rest === undefined) return count(named.length);
  return rest.names === null ? `over ${count(named.length)}` : count(named.length + rest.names);
}

function figure(name: string, value: string): Html {
  return html`<div><dt><bdi>${name}</bdi></dt><dd>${value}</dd></div>
`;
}
