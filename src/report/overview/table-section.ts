/** The table of rows with its search and filters; without a script its first rows can be read. */
import { LEFT_OUT } from '../../batch/summary/shorten.js';
import { type Html, html } from '../kit/html.js';
import type { PageTopic } from '../kit/topics.js';
import { type TableRow, type TableShape, tableRow } from './table-row.js';
import { NONE, PAGE_ROWS } from './table-values.js';
import { count } from './words.js';

export interface TableSectionParts {
  readonly rows: readonly TableRow[];
  /** Rows of the whole collection. */
  readonly all: number;
  readonly topics: readonly PageTopic[];
  readonly shape: TableShape;
}

export function tableSection({ rows, all, topics, shape }: TableSectionParts): Html | undefined {
  if (rows.length === 0) return undefined;
  const isSample = rows.length < all;
  const explained = isSample
    ? `A sample of ${count(rows.length)} of the ${count(all)} rows, drawn so that every topic${shape.hasDates ? ' and year' : ''} is seen: it is no measure of how many there are.`
    : 'All rows of the collection.';
  const isShortened = rows.some(({ text }) => text.includes(LEFT_OUT));
  return html`<section aria-labelledby="rows"><h2 id="rows">Texts to search</h2>
<p class="note">${explained} Words are looked for in any order, without regard to case and accents; “in quotation marks” as they stand.${isShortened && ` Of long texts, which end in ${LEFT_OUT}, only what is shown is searched.`}</p>
<form id="search" role="search" hidden>${filters(rows, topics, shape)}</form>
<p id="found" class="found" role="status"></p>
<noscript><p class="note">Without scripts only the first ${count(Math.min(PAGE_ROWS, rows.length))} of these rows can be shown.</p></noscript>
<div class="table-frame"><table id="texts" class="texts"><caption class="quiet">Texts with their topics</caption>
<thead><tr>${heads(shape)}</tr></thead>
<tbody>${rows.slice(0, PAGE_ROWS).map((row) => tableRow(row, topics, shape))}</tbody></table></div>
<nav id="pages" aria-label="Pages of the table" hidden><button type="button" id="previous">Previous</button> <span id="page"></span> <button type="button" id="next">Next</button></nav></section>`;
}

function filters(rows: readonly TableRow[], topics: readonly PageTopic[], { hasDates, group }: TableShape): Html {
  const carried = new Set(rows.flatMap(({ tags }) => tags.map(([topic]) => topic)));
  const topicOptions = topics
    .filter(({ index }) => carried.has(index))
    .map(({ index, name, letter }) => [String(index), `${letter} ${name}`] as const);
  const years = [...new Set(rows.map(({ sortable }) => sortable.slice(0, 4)))].sort();
  const groups = frequentGroups(rows);
  const named = (values: readonly string[]) =>
    values.filter((value) => value !== '').map((value) => [value, value] as const);
  return html`<label class="words">Search <input type="search" id="words" autocomplete="off" spellcheck="false"></label>
${select('topic', 'Topic', 'All topics', topicOptions, rows.some(({ tags }) => tags.length === 0) && 'No topic')}
${hasDates && select('year', 'Year', 'All years', named(years), years.includes('') && 'No year')}
${group !== undefined && select('group', group, 'All', named(groups), groups.includes('') && '(blank)')}
<button type="reset">Clear</button>`;
}

/** A list of thousands is of no help; the search finds the others. */
const MOST_GROUPS = 200;

/** In the order of the alphabet. */
function frequentGroups(rows: readonly TableRow[]): string[] {
  const counts = new Map<string, number>();
  for (const { group } of rows) counts.set(group, (counts.get(group) ?? 0) + 1);
  const frequent = [...counts].sort((a, b) => b[1] - a[1]).slice(0, MOST_GROUPS);
  return frequent.map(([group]) => group).sort(new Intl.Collator('en', { numeric: true }).compare);
}

function select(
  id: string,
  title: string,
  all: string,
  options: readonly (readonly [value: string, text: string])[],
  none: string | false,
): Html {
  return html`<label><bdi>${title}</bdi> <select id="${id}"><option value="">${all}</option>
${none !== false && html`<option value="${NONE}">${none}</option>`}${options.map(([value, text]) => html`<option value="${value}">${text}</option>`)}</select></label>
`;
}

function heads({ hasDates, group }: TableShape): Html {
  const columns = [
    ['line', 'Line', 'numeric'],
    ...(hasDates ? [['sortable', 'Date', '']] : []),
    ...(group === undefined ? [] : [['group', group, '']]),
    ['language', 'Language', ''],
    ['text', 'Text', ''],
    ['score', 'Topics', ''],
  ] as const;
  return html`${columns.map(([key, title, className]) => html`<th scope="col" data-key="${key}"${className !== '' && html` class="${className}"`}><bdi>${title}</bdi></th>`)}`;
}
