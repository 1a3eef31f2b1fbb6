/** What is in a collection, as plain text for a terminal of 80 columns. */

import type { Summary } from '../batch/summary/summary.js';
import type { FiguresByName } from '../batch/summary/tally-by-name.js';
import type { TopicFigures, TopicShare } from '../batch/summary/topic-tally.js';
import { formatTable, printable } from '../evaluate/text-table.js';
import { collectionTopics } from '../report/overview/collection-topics.js';
import { count, dateNotes, groupNotes, leftOutNotes, perCent, restName } from '../report/overview/words.js';
import { beginning } from './beginning.js';

/** So many topics fit beside one another; the JSON has all. */
const MOST_COLUMNS = 8;
const MOST_PAIRS = 10;
/** Of each group, the latest ones. */
const MOST_YEARS = 10;
const MOST_TEXTS = 3;

/** Aligned tables; no colour, ends with a newline. */
export function formatSummary(summary: Summary): string {
  const sections = [
    headline(summary),
    topicTable(summary),
    yearTable(summary),
    groupTable(summary),
    groupYearTable(summary),
    languageTable(summary),
    pairTable(summary),
    typicalTexts(summary),
    notes(summary),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

function headline({ rows, tagged, abstained }: Summary): string[] {
  const reasons = abstained.map(({ reason, rows: without }) => [
    `  ${printable(reason)}`,
    count(without),
    shareOf(without, rows),
  ]);
  return formatTable([
    ['Rows', count(rows), '%'],
    ['With a topic', count(tagged), shareOf(tagged, rows)],
    ['Without', count(rows - tagged), shareOf(rows - tagged, rows)],
    ...reasons,
  ]);
}

function topicTable({ topics }: Summary): string[] {
  if (topics.length === 0) return [];
  const letters = lettersOf(topics);
  const rows = topics.map(({ topic, rows: carrying, share, interval }, i) => [
    `${letters[i]}  ${printable(topic)}`,
    count(carrying),
    perCent(share),
    `[${perCent(interval[0])}, ${perCent(interval[1])}]`,
  ]);
  return formatTable([['   Topic', 'Rows', '%', '95 % interval'], ...rows]);
}

function yearTable({ dates }: Summary): string[] {
  return sharesTable(['Year'], dates?.years.map((year) => [[String(year.year)], year]) ?? []);
}

function groupTable({ groups }: Summary): string[] {
  return groups === undefined ? [] : sharesTable([groups.column], byName(groups));
}

function groupYearTable({ groups }: Summary): string[] {
  const lines = (groups?.named ?? []).flatMap(({ name, years = [] }) =>
    years.slice(-MOST_YEARS).map((year): Line => [[name, String(year.year)], year]),
  );
  return sharesTable([groups?.column ?? '', 'Year'], lines);
}

function languageTable({ languages }: Summary): string[] {
  return sharesTable(['Language'], byName(languages));
}

/** What stands at its beginning, and its figures. */
type Line = readonly [names: readonly string[], figures: TopicFigures];

function byName({ named, rest }: FiguresByName): Line[] {
  const told = named.map((figures): Line => [[figures.name], figures]);
  return rest === undefined ? told : [...told, [[restName(rest)], rest]];
}

/** In per cent of the rows of the line. */
function sharesTable(titles: readonly string[], lines: readonly Line[]): string[] {
  if (lines.length === 0) return [];
  const shown = lines[0]?.[1].topics.slice(0, MOST_COLUMNS) ?? [];
  const header = [...titles, 'Rows', 'Any %', ...lettersOf(shown).map((letter) => `${letter} %`)];
  const rows = lines.map(([names, { rows: all, tagged, topics }]) => [
    ...names,
    count(all),
    shareOf(tagged, all),
    ...topics.slice(0, MOST_COLUMNS).map(({ share }) => perCent(share)),
  ]);
  return formatTable([header, ...rows]);
}

function pairTable({ pairs }: Summary): string[] {
  if (pairs.length === 0) return [];
  const rows = pairs.slice(0, MOST_PAIRS).map(({ topics, rows: both }) => [topics.join(' + '), count(both)]);
  return formatTable([['Together in a row', 'Rows'], ...rows]);
}

function typicalTexts({ typical }: Summary): string[] {
  const found = typical.filter(({ texts }) => texts.length > 0);
  return found.flatMap(({ topic, texts }) => [
    `Most typical of ${printable(topic)}`,
    ...texts.slice(0, MOST_TEXTS).map(({ score, text, evidence: [clause] }) => {
      const quoted = clause === undefined ? text : text.slice(clause.start, clause.end);
      return `  ${score.toFixed(3)}  « ${beginning(printable(quoted), SHOWN)} »`;
    }),
  ]);
}

/** With score and quotation marks it fits a terminal of 80 columns. */
const SHOWN = 66;

function notes(summary: Summary): string[] {
  const { topics, dates, groups, pairs } = summary;
  const mostYears = Math.max(0, ...(groups?.named ?? []).map(({ years = [] }) => years.length));
  const most = (all: number, shown: number, things: string) =>
    all > shown ? [`${count(shown)} of ${count(all)} ${things} are shown; --format json has all.`] : [];
  return [
    ...(dates === undefined ? [] : dateNotes(dates).map(printable)),
    ...(groups === undefined ? [] : groupNotes(groups).map(printable)),
    ...leftOutNotes(summary),
    ...most(topics.length, MOST_COLUMNS, 'topics'),
    ...most(mostYears, MOST_YEARS, `years by ${printable(groups?.column ?? '')}`),
    ...most(pairs.length, MOST_PAIRS, 'pairs of topics'),
    'Shares are of the rows of their line; 95 % intervals by Wilson’s formula.',
  ];
}

function lettersOf(topics: readonly TopicShare[]): string[] {
  return collectionTopics(topics.map(({ topic }) => topic)).map(({ letter }) => letter);
}

function shareOf(part: number, all: number): string {
  return all === 0 ? '–' : perCent(part / all);
}
