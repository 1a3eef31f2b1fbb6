/** The table of texts: search, filters, sorting and pages, all in the browser. */
import type { PageTopic } from '../../kit/topics.js';
import { type TableRow, type TableShape, tableRow } from '../../overview/table-row.js';
import { PAGE_ROWS } from '../../overview/table-values.js';
import { filterRows, type SearchedRow, searched } from './filters.js';
import { type Sorting, type SortKey, sortRows } from './sorting.js';

/** What the page carries for it. */
export interface TableData {
  readonly rows: readonly TableRow[];
  readonly topics: readonly PageTopic[];
  readonly shape: TableShape;
}

const numbers = new Intl.NumberFormat('en');
const element = <E extends HTMLElement>(id: string) => document.getElementById(id) as E;

export class TextTable {
  readonly #data: TableData;
  readonly #rows: readonly SearchedRow[];
  #found: readonly TableRow[];
  #sorting: Sorting | undefined;
  /** From 0. */
  #page = 0;

  constructor(data: TableData) {
    this.#data = data;
    this.#rows = searched(data.rows);
    this.#found = data.rows;
  }

  start(): void {
    const form = element<HTMLFormElement>('search');
    form.hidden = false;
    form.addEventListener('input', () => this.#search());
    form.addEventListener('submit', (event) => event.preventDefault());
    // The fields are cleared after the event.
    form.addEventListener('reset', () => setTimeout(() => this.#search()));
    for (const head of document.querySelectorAll<HTMLElement>('#texts th[data-key]')) this.#addSortButton(head);
    element('previous').addEventListener('click', () => this.#turn(-1));
    element('next').addEventListener('click', () => this.#turn(1));
    this.#search();
  }

  #addSortButton(head: HTMLElement): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.append(...head.childNodes);
    button.addEventListener('click', () => this.#sort(head));
    head.append(button);
  }

  #sort(head: HTMLElement): void {
    const key = head.dataset.key as SortKey;
    // Scores are first looked at from the highest, all else from the start.
    const descending = this.#sorting?.key === key ? !this.#sorting.descending : key === 'score';
    this.#sorting = { key, descending };
    for (const other of document.querySelectorAll('#texts th[aria-sort]')) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
    this.#search();
  }

  #search(): void {
    const value = (id: string) => (document.getElementById(id) as HTMLInputElement | null)?.value ?? '';
    const wanted = { words: value('words'), topic: value('topic'), year: value('year'), group: value('group') };
    const found = filterRows(this.#rows, wanted);
    this.#found = this.#sorting ? sortRows(found, this.#sorting) : found;
    this.#page = 0;
    this.#show();
  }

  #turn(by: number): void {
    const page = this.#page + by;
    if (page < 0 || page * PAGE_ROWS >= this.#found.length) return;
    this.#page = page;
    this.#show();
    element('texts').scrollIntoView({ block: 'start' });
  }

  #show(): void {
    const { topics, shape } = this.#data;
    const start = this.#page * PAGE_ROWS;
    const shown = this.#found.slice(start, start + PAGE_ROWS);
    const [body] = element<HTMLTableElement>('texts').tBodies;
    // Made by the same escaping templates as the rest of the page.
    if (body) body.innerHTML = shown.map((row) => tableRow(row, topics, shape).markup).join('');
    this.#tell(start, shown.length);
  }

  #tell(start: number, shown: number): void {
    const found = this.#found.length;
    const pages = Math.max(1, Math.ceil(found / PAGE_ROWS));
    const matching = found === 0 ? 'No row' : numbers.format(found);
    const place = pages > 1 ? `, ${numbers.format(start + 1)}–${numbers.format(start + shown)} shown` : '';
    element('found').textContent = `${matching} of ${counted(this.#rows.length)}${place}`;
    element('page').textContent = `Page ${numbers.format(this.#page + 1)} of ${numbers.format(pages)}`;
    element('pages').hidden = pages === 1;
    disable('previous', this.#page === 0);
    disable('next', this.#page === pages - 1);
  }
}

/** The button keeps the focus, which it would lose if it were really disabled. */
function disable(id: string, isDisabled: boolean): void {
  element(id).setAttribute('aria-disabled', String(isDisabled));
}

function counted(rows: number): string {
  return `${numbers.format(rows)} ${rows === 1 ? 'row' : 'rows'}`;
}
