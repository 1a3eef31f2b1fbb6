/** Figures and facts of a collection in words, for pages and terminals alike. */
import type { GroupsFigures } from '../../batch/summary/group-tally.js';
import type { DatedFigures, Summary } from '../../batch/summary/summary.js';
import type { RestFigures } from '../../batch/summary/tally-by-name.js';
import { ABSTENTION_WORDS, isAbstention } from '../kit/abstention-words.js';

const grouped = new Intl.NumberFormat('en');

/** With thousands apart: 12,345. */
export function count(number: number): string {
  return grouped.format(number);
}

/** `1 row`, `12,345 rows`. */
export function counted(number: number, thing: string): string {
  return `${count(number)} ${thing}${number === 1 ? '' : 's'}`;
}

/** A share of one in per cent with one decimal, without the sign; a few rows among very many are told from none. */
export function perCent(share: number): string {
  const text = (100 * share).toFixed(1);
  return share > 0 && text === '0.0' ? '<0.1' : text;
}

/** The same with the sign, behind a narrow no-break space. */
export function percent(share: number): string {
  return `${perCent(share)}\u202F%`;
}

/** An interval of shares in per cent. */
export function range([lower, upper]: readonly [number, number]): string {
  return `${perCent(lower)}–${percent(upper)}`;
}

/** A name from the rows, or what stands for one in which there is nothing to see. */
export function shownName(name: string): string {
  return /[^\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/u.test(name) ? name : '(blank)';
}

/** Codes of languages in English. */
export function languageName(code: string): string {
  return LANGUAGES.get(code) ?? shownName(code);
}

const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ['vi', 'Vietnamese'],
  ['fr', 'French'],
  ['en', 'English'],
  ['und', 'none of the three'],
]);

/** Why a row has no topic. */
export function reasonName(reason: string): string {
  return isAbstention(reason) ? ABSTENTION_WORDS[reason] : shownName(reason);
}

/** What the names that are not told of are called. */
export function restName({ names }: RestFigures): string {
  return names === null ? 'all others' : names === 1 ? '1 other' : `${count(names)} others`;
}

/** What is in no figure, or not shown: one sentence each. */
export function leftOutNotes({
  badRows,
  empty,
  otherTags,
  unclearEvidence,
  topics,
}: Pick<Summary, 'badRows' | 'empty' | 'otherTags' | 'unclearEvidence' | 'topics'>): string[] {
  return [
    ...(badRows > 0 ? [`${counted(badRows, 'row')} that could not be read; in no figure.`] : []),
    ...(empty > 0 ? [`${counted(empty, 'row')} without a text; in no figure.`] : []),
    ...(otherTags > 0 ? [`${counted(otherTags, 'tag')} of topics beyond the first ${count(topics.length)}.`] : []),
    ...(unclearEvidence > 0
      ? [`${counted(unclearEvidence, 'row')} with evidence that holds a |, which is not shown.`]
      : []),
  ];
}

/** What became of the dates, one sentence each. */
export function dateNotes({ column, dated, dayNumbers, blank, unreadable, examples, order }: DatedFigures): string[] {
  const quoted = examples.map((example) => JSON.stringify(example)).join(', ');
  const such = unreadable > examples.length ? `, such as ${quoted}` : `: ${quoted}`;
  return [
    `${counted(dated, 'row')} with a year in the column ${JSON.stringify(column)}.`,
    ...(dayNumbers > 0
      ? [`${counted(dayNumbers, 'date')} read as a day number of Excel: 43831 is 1 January 2020.`]
      : []),
    ...(blank > 0 ? [`${counted(blank, 'row')} without a date; in no year.`] : []),
    ...(unreadable > 0
      ? [`${counted(unreadable, 'row')} with a date that cannot be read${such}; in no year.`, ...DATE_FORMS]
      : []),
    ...(ORDER_NOTES[order] ?? []),
  ];
}

/** Lines for a terminal of 80 columns. */
const DATE_FORMS = [
  'Dates look like 2019, 2019-04, 2019-04-25, 25/04/2019, 25/04/19 or 5 March 2019.',
  'Day numbers of Excel are read where most cells are such; no year after the next.',
];

/** What should be known of the names of groups, one sentence each. */
export function groupNotes({ alike }: Pick<GroupsFigures, 'alike'>): string[] {
  return alike.map((names) => {
    const quoted = names.map((name) => JSON.stringify(name)).join(' and ');
    return `${quoted} differ only in case and are counted apart.`;
  });
}

const ORDER_NOTES: Readonly<Partial<Record<DatedFigures['order'], readonly string[]>>> = {
  unclear: ['Nothing tells whether 03/04/2019 is in March or April here; only the years of such dates are used.'],
  mixed: [
    'Some dates are day/month/year and some month/day/year; of those that could be either only the year is used.',
  ],
  'month-day': ['Dates are read as month/day/year, as some of them can only be.'],
};
