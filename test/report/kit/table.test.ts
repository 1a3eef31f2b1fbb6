/** Specification of tables. */
import { expect, it } from 'vitest';
import { html } from '../../../src/report/kit/html.js';
import { table } from '../../../src/report/kit/table.js';

const columns = [
  { title: 'Topic', sortable: true },
  { title: 'F1', numeric: true },
];

it('has a caption, headings of columns, and the first cell of a row as its heading', () => {
  const { markup } = table({ caption: 'A & B', columns, rows: [['pay', 0.5]] });
  expect(markup).toContain('<caption>A &#38; B</caption>');
  expect(markup).toContain('<th scope="col" data-sortable>Topic</th><th scope="col" class="numeric">F1</th>');
  expect(markup).toContain('<tr><th scope="row">pay</th><td class="numeric">0.5</td></tr>');
});

it('takes markup, nothing, and what a cell is sorted by', () => {
  const rows = [
    [html`<b>x</b>`, { content: html`<i>9 %</i>`, sort: 0.09 }],
    ['y', undefined],
  ];
  const { markup } = table({ caption: 'c', columns, rows, rowClass: (i) => (i === 1 ? 'topic-3' : undefined) });
  expect(markup).toContain(
    '<tr><th scope="row"><b>x</b></th><td class="numeric" data-sort="0.09"><i>9 %</i></td></tr>',
  );
  expect(markup).toContain('<tr class="topic-3"><th scope="row">y</th><td class="numeric"></td></tr>');
});

it('leaves the caption to screen readers when asked to', () => {
  expect(table({ caption: 'c', columns, rows: [], quietCaption: true }).markup).toContain('<caption class="quiet">');
});
