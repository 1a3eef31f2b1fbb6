/** Checks what a reader sees of Markdown and what each block is for. */
import { describe, expect, it } from 'vitest';
import { inlineText } from '../../src/text/markdown-inline.js';
import { type ParagraphKind, splitParagraphs } from '../../src/text/paragraphs.js';

function read(markdown: string): [ParagraphKind, string][] {
  return splitParagraphs(markdown, { format: 'markdown' }).map(({ kind, text }) => [kind, text]);
}

describe('Markdown', () => {
  it('has headings with # and underlined ones, the first of the first level being the headline', () => {
    expect(read('# Title #\n\nText\nwrapped.\n\nPart one\n--------\nMore.\n\n### Deep\nEnd.')).toEqual([
      ['headline', 'Title'],
      ['body', 'Text wrapped.'],
      ['heading', 'Part one'],
      ['body', 'More.'],
      ['heading', 'Deep'],
      ['body', 'End.'],
    ]);
    expect(read('Tiêu đề\n=======\n\nNội dung.')[0]).toEqual(['headline', 'Tiêu đề']);
  });

  it('marks front matter and code as furniture', () => {
    expect(read('---\ntitle: a\n---\nText.\n\n```js\nlet a = 1;\n\nlet b;\n```\nEnd.')).toEqual([
      ['furniture', 'title: a'],
      ['body', 'Text.'],
      ['furniture', 'let a = 1;\nlet b;'],
      ['body', 'End.'],
    ]);
  });

  it('keeps short items with their introduction and long ones apart, quotations joined', () => {
    const long = 'Every manager will attend one course on fair appraisal each year.';
    expect(read(`Topics:\n\n* pay\n* leave\n\n- ${long}\n\n> A quoted\n> line.`)).toEqual([
      ['body', 'Topics:\npay\nleave'],
      ['body', long],
      ['body', 'A quoted line.'],
    ]);
  });

  it('takes an image alone for a caption and a table row for body', () => {
    expect(read('![The council hall](hall.png)\n\n| Grade | Pay |\n|---|---|\n| A | 900 euros |')).toEqual([
      ['caption', 'The council hall'],
      ['body', 'Grade | Pay'],
      ['body', 'A | 900 euros'],
    ]);
  });

  it('reads an unclosed code fence and an unclosed front matter to the end', () => {
    expect(read('```\nlet a').map(([, text]) => text)).toEqual(['let a']);
    expect(read('```\n``` not closed\n```\nEnd.').map(([, text]) => text)).toEqual(['``` not closed', 'End.']);
    expect(read('---\nText.').map(([, text]) => text)).toEqual(['Text.']);
  });

  it('gives spans that hold the source of each paragraph', () => {
    const markdown = '# A\n\n> Some *text*\n> here.\n\n- [link](https://a.org) item\n';
    const sources = splitParagraphs(markdown).map(({ span }) => markdown.slice(span.start, span.end));
    expect(sources).toEqual(['# A', '> Some *text*\n> here.', '- [link](https://a.org) item']);
  });
});

describe('inlineText', () => {
  it.each([
    ['a [link](https://a.org/x_(y) "t") and [ref][1]', 'a link and ref'],
    ['**bold**, *it*, __b__, _i_, ~~old~~, `co_de`', 'bold, it, b, i, old, co_de'],
    ['2 * 3 * 4 and snake_case_name stay', '2 * 3 * 4 and snake_case_name stay'],
    ['***both*** and **bold *nested* text**', 'both and bold nested text'],
    ['\\*not\\* <b>tag</b> <https://a.org> ![alt](x.png)', '*not* tag https://a.org alt'],
    ['a < b and c > d, x <y and z> w', 'a < b and c > d, x <y and z> w'],
    ['see<!-- note --> <a href="x">this</a>', 'see this'],
  ])('shows %j as %j', (line, text) => {
    expect(inlineText(line)).toBe(text);
  });
});
