/** Specification of markup that cannot be broken out of; that a browser reads it back is tested in test/pages. */
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { escapeText, Html, html, jsonScript } from '../../../src/report/kit/html.js';

/** What an HTML parser, not ours, reads. */
function parsed(markup: string) {
  const seen = { text: '', attributes: [] as Record<string, string>[], tags: [] as string[] };
  const parser = new Parser({
    onopentag: (name, attributes) => {
      seen.tags.push(name);
      seen.attributes.push(attributes);
    },
    ontext: (text) => {
      seen.text += text;
    },
  });
  parser.end(markup);
  return seen;
}

const HOSTILE = [
  '</script><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '&lt;b&gt; &amp; &#60;',
  '<!-- --><![CDATA[',
  'line\r\nline\rline\nline',
  '\u202Eright to left\u2066',
];

describe('a value in a template', () => {
  it.each(HOSTILE)('is text and nothing else: %j', (text) => {
    const { tags, attributes, text: read } = parsed(html`<p title="${text}">${text}</p>`.markup);
    expect(tags).toEqual(['p']);
    expect(attributes).toEqual([{ title: text }]);
    expect(read).toBe(text);
  });

  it('is markup only when it came from a template', () => {
    expect(html`<p>${html`<b>${'<'}</b>`}</p>`.markup).toBe('<p><b>&#60;</b></p>');
    expect(html`${new Html('<hr>')}`.markup).toBe('<hr>');
  });

  it('may be a number, or a list, whose members are joined', () => {
    expect(html`${0}${[1, 'a&b', html`<i>c</i>`, [html`<hr>`]]}`.markup).toBe('0' + '1a&#38;b<i>c</i><hr>');
  });

  it.each([undefined, null, false] as const)('that is %s leaves nothing', (value) => {
    expect(html`<p${value}>${value}</p>`.markup).toBe('<p></p>');
  });

  it('keeps a carriage return, which a parser would otherwise make a line feed', () => {
    expect(escapeText('a\rb')).toBe('a&#13;b');
  });
});

describe('data for the script', () => {
  it.each(HOSTILE)('come back as they were, and cannot end their element: %j', (text) => {
    const { markup } = jsonScript('rows', { text });
    const [, content = ''] = /^<script type="application\/json" id="rows">(.*)<\/script>$/s.exec(markup) ?? [];
    expect(content).not.toContain('<');
    expect(JSON.parse(content)).toEqual({ text });
  });
});
