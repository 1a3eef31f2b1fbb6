/** Specification of the article view as a document; what a browser makes of it is tested in test/pages. */
import { DomHandler, Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { articlePage } from '../../../src/report/article/article-page.js';
import type { PartOfArticle } from '../../../src/report/article/part-of-article.js';
import { ARTICLE_TOPICS, PARTS, partOf, tagOf } from '../../helpers/article-parts.js';

// biome-ignore lint/suspicious/noExplicitAny: nodes of htmlparser2, whose types are those of another package.
type Node = any;

function render(parts: readonly PartOfArticle[], topicNames: Readonly<Record<string, string>> = {}): Node {
  const handler = new DomHandler();
  new Parser(handler).end(articlePage({ source: 'a.html', parts, topics: ARTICLE_TOPICS, topicNames }));
  return { children: handler.root.children };
}

function all(node: Node, wanted: (node: Node) => boolean): Node[] {
  return (node.children ?? []).flatMap((child: Node) => [...(wanted(child) ? [child] : []), ...all(child, wanted)]);
}
const byClass = (node: Node, name: string) => all(node, ({ attribs }) => attribs?.class?.split(' ').includes(name));
const byTag = (node: Node, tag: string) => all(node, ({ name }) => name === tag);
const textOf = (node: Node): string => node.data ?? node.children.map(textOf).join('');
const marksOf = (part: Node) =>
  byClass(part, 'clause').map((clause) => ({
    text: textOf(clause),
    topics: byTag(clause, 'mark').map(({ attribs }) => attribs.class),
  }));

describe('each paragraph', () => {
  const page = render(PARTS);
  const parts = byClass(page, 'part');

  it('holds its text and nothing else, unchanged', () => {
    expect(parts.map((part) => byClass(part, 'text').map(textOf))).toEqual(
      PARTS.map(({ paragraph }) => [paragraph.text]),
    );
  });

  it('is a headline, heading or paragraph, in its language', () => {
    const elements = parts.map((part) => byClass(part, 'text')[0]);
    expect(elements.map(({ name }) => name)).toEqual(['p', 'h2', 'p', 'h3', 'p', 'p', 'p', 'p', 'p']);
    expect(elements.map(({ attribs }) => attribs.lang)).toEqual([
      undefined,
      'vi',
      undefined,
      'vi',
      'vi',
      'vi',
      'vi',
      'fr',
      '',
    ]);
  });

  it('says what it is when it was not read, and quietly why it has no topic', () => {
    expect(parts.map((part) => byClass(part, 'said').map(textOf).join())).toEqual([
      'page furniture',
      '',
      'caption',
      'about none of the topics',
      '',
      '',
      'about none of the topics',
      '',
      'about none of the topics',
    ]);
  });

  it('has a button for each tag, with name and score', () => {
    expect(parts.map((part) => byClass(part, 'tag').map(textOf))).toEqual([
      [],
      ['A Pay 0.81'],
      [],
      [],
      ['A Pay 0.93', 'B Training 0.71'],
      ['A Pay 0.60', 'B Training 0.60', 'C Ethics 0.60'],
      [],
      ['B Training 0.99'],
      [],
    ]);
  });

  it('shows crossing evidence as both topics where they overlap', () => {
    expect(marksOf(parts[4])).toEqual([
      { text: 'Lương tăng cho ai ', topics: ['topic-0'] },
      { text: 'học xong', topics: ['topic-0', 'topic-1'] },
      { text: ' khóa bồi dưỡng', topics: ['topic-1'] },
      { text: 'mọi người', topics: ['topic-1'] },
    ]);
    expect(marksOf(parts[5])).toEqual([{ text: 'cùng một mệnh đề', topics: ['topic-0', 'topic-1', 'topic-2'] }]);
  });

  it('begins a clause once, where the keyboard stops', () => {
    const begins = byClass(parts[4], 'clause').map(({ attribs }) => 'data-begins' in attribs);
    expect(begins).toEqual([true, true, false, true]);
  });
});

describe('the explanation', () => {
  const [card] = byClass(render(PARTS), 'why').filter(({ attribs }) => attribs.id === 'why-5');

  it('gives score, threshold and evidence of each tag', () => {
    const sections = byClass(card, 'why-tag').map(textOf);
    expect(sections).toHaveLength(2);
    expect(sections[0]).toMatch(/A Pay\s+score 0\.93, given from 0\.50\s+Evidence: Lương tăng cho ai học xong/);
    expect(sections[1]).toMatch(/Evidence: học xong khóa bồi dưỡng mọi người/);
  });

  it('names the nearest training examples in their language with their similarity', () => {
    const items = byTag(card, 'li').map((item: Node) => [
      textOf(byClass(item, 'similarity')[0]),
      byClass(item, 'example')[0].attribs.lang,
      textOf(byClass(item, 'example')[0]),
    ]);
    expect(items).toEqual([
      ['0.91', 'vi', 'Tiền lương mới'],
      ['−0.05', 'en', 'Pay & allowances'],
    ]);
  });

  it('says nothing of examples where there are none', () => {
    expect(textOf(byClass(card, 'why-tag')[1])).not.toContain('examples');
  });

  it('is opened by the buttons of its paragraph without a script', () => {
    const [part] = byClass(render(PARTS), 'part').slice(4);
    expect(byClass(part, 'tag').map(({ attribs }) => attribs.popovertarget)).toEqual(['why-5', 'why-5']);
    expect(card.attribs).toHaveProperty('popover');
  });
});

describe('the page', () => {
  it('counts what was read, in the singular too', () => {
    expect(textOf(byClass(render(PARTS), 'subtitle')[0])).toBe(
      '4 of 7 paragraphs carry a topic. 2 captions and pieces of page furniture were not read.',
    );
    expect(textOf(byClass(render([partOf('a'), partOf('b', [], { kind: 'caption' })]), 'subtitle')[0])).toBe(
      '0 of 1 paragraph carries a topic. 1 caption or piece of page furniture was not read.',
    );
  });

  it('has a key with the paragraphs of each topic as links', () => {
    const items = byTag(byClass(render(PARTS, { pay: 'Public pay' }), 'legend')[0], 'li');
    expect(items.map((item: Node) => textOf(item).replace(/\s+/g, ' '))).toEqual([
      'A Public pay 3 paragraphs: paragraph 2paragraph 5paragraph 6',
      'B Training 3 paragraphs: paragraph 5paragraph 6paragraph 8',
      'C Ethics 1 paragraph: paragraph 6',
      'D Gender not found',
    ]);
    expect(byTag(items[0], 'a').map(({ attribs }: Node) => attribs.href)).toEqual(['#p2', '#p5', '#p6']);
  });

  it('is in the language of most of its text', () => {
    expect(byTag(render(PARTS), 'article')[0].attribs.lang).toBe('vi');
    const french = partOf('Une longue phrase en français, plus longue que le reste.', [], { language: 'fr' });
    expect(byTag(render([partOf('Ngắn'), french]), 'article')[0].attribs.lang).toBe('fr');
    expect(byTag(render([partOf('?', [], { language: 'und' })]), 'article')[0].attribs).not.toHaveProperty('lang');
  });

  it('of nothing says so', () => {
    expect(textOf(byClass(render([]), 'subtitle')[0])).toBe('0 of 0 paragraphs carry a topic.');
  });

  it('holds hostile texts as texts', () => {
    const text = '</p></article></script><script>alert(1)</script>"\'&amp;\r\n<b>';
    const hostile = partOf(text, [
      tagOf(text, 'pay', 0.9, ['<script>alert'], [{ text, topics: [], language: 'en', similarity: 1 }]),
    ]);
    const page = render([hostile], { pay: text });
    expect(textOf(byClass(page, 'text')[0])).toBe(text);
    expect(textOf(byClass(page, 'example')[0])).toBe(text);
    expect(byTag(page, 'script')).toHaveLength(1);
    expect(byTag(page, 'b').map(textOf)).toEqual(['0.90']);
  });
});
