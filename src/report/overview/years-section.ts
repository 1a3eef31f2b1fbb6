/** How the topics change over the years. */
import type { DatedFigures } from '../../batch/summary/summary.js';
import { ticks } from '../kit/charts/frame.js';
import type { Axis } from '../kit/charts/plot.js';
import { trendChart } from '../kit/charts/trend-chart.js';
import { type Html, html } from '../kit/html.js';
import { badge, type PageTopic } from '../kit/topics.js';
import { MOST_CHARTED } from './page-topics.js';
import { sharesTable } from './shares-table.js';
import { chartedYears, shownYears, type YearFigures } from './shown-years.js';
import { volumeChart } from './volume-chart.js';
import { count, counted, dateNotes, percent } from './words.js';

export function yearsSection(dates: DatedFigures, topics: readonly PageTopic[]): Html {
  const { years, earlier, later } = shownYears(dates.years);
  const charted = chartedYears(years);
  const left = years.filter((year) => !charted.includes(year));
  const beyond = [
    ...(earlier > 0 ? [`${counted(earlier, 'row')} from years before ${years[0]?.year}.`] : []),
    ...(later > 0 ? [`${counted(later, 'row')} from years after ${years.at(-1)?.year}.`] : []),
    ...(left.length > 0 ? [`Too few rows for the charts: ${left.map(({ year }) => year).join(', ')}.`] : []),
  ];
  return html`<section aria-labelledby="years"><h2 id="years">Year by year</h2>
${charted.length > 1 && charts(charted, topics)}
${years.length > 0 && yearTable(years, topics)}
<ul class="note">${[...dateNotes(dates), ...beyond].map((note) => html`<li>${note}</li>`)}</ul></section>`;
}

/** One scale for all, so that heights can be compared. */
function charts(years: readonly YearFigures[], topics: readonly PageTopic[]): Html {
  const shown = topics.slice(0, MOST_CHARTED);
  const highest = Math.max(...years.flatMap((year) => shown.map((_, i) => year.topics[i]?.share ?? 0)));
  const marks = ticks(Math.min(1, highest * 1.15)).filter((mark) => mark <= 1);
  const y: Axis = { label: '', from: 0, to: marks.at(-1) ?? 1, ticks: marks, format: wholePercent };
  const x = yearAxis(years);
  return html`<p class="note">Share of each year’s rows that carry the topic; the band is the 95 % interval. The scale is the same in all charts.</p>
<div class="charts">${shown.map((topic, i) =>
    trendChart({
      caption: html`${badge(topic)} <bdi>${topic.name}</bdi>`,
      name: topic.name,
      topic,
      x,
      y,
      format: percent,
      columns: ['Rows with it', 'Rows'],
      points: years.flatMap(({ year, rows, topics: shares }) => {
        const share = shares[i];
        return share
          ? [{ year, share: share.share, interval: share.interval, figures: [count(share.rows), count(rows)] }]
          : [];
      }),
    }),
  )}${volumeChart({ years, named: x.ticks })}</div>`;
}

/** Without decimals where the ticks need none. */
function wholePercent(share: number): string {
  return `${Number((100 * share).toPrecision(3))}\u202F%`;
}

/** At most six years are named. */
function yearAxis(years: readonly YearFigures[]): Axis {
  const from = years[0]?.year ?? 0;
  const to = years.at(-1)?.year ?? 0;
  const step = Math.max(1, Math.ceil((to - from) / 5));
  const named = Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step);
  return { label: '', from, to, ticks: named };
}

function yearTable(years: readonly YearFigures[], topics: readonly PageTopic[]): Html {
  return sharesTable({
    caption: 'Share of topics by year',
    title: 'Year',
    lines: years.map((year) => ({ ...year, name: String(year.year) })),
    topics,
  });
}
