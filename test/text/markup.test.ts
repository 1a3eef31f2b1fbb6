/** Checks that markup is taken out of a text and nothing else, with offsets that point at the original. */
import { describe, expect, it } from 'vitest';
import { withoutMarkup } from '../../src/text/markup.js';

const bare = (text: string) => withoutMarkup(text)?.text ?? text;

describe('withoutMarkup', () => {
  it.each([
    ['x < 5 and y > 3'],
    ['if a <b and c> d'],
    ['Write <name> and <your address> here.'],
    ['Q&A; R&D, AT&T; and &unknownentity; stay.'],
    ['Left open: <p class="x'],
    ['An arrow <-- and a comment <!-- without an end'],
    ['<3'],
  ])('leaves %j as it is', (text) => {
    expect(withoutMarkup(text)).toBeUndefined();
  });

  it('drops tags within a line, with their attributes', () => {
    expect(bare('The <b>pay</b> <a href="https://example.org/a?b=c" target=_blank>table</a> is new<br/>today.')).toBe(
      'The pay table is new\ntoday.',
    );
  });

  it('puts a blank line between paragraphs, whatever blanks stand between their tags', () => {
    expect(bare('<p>One.</p>\n\n\n<p>Two.</p><div>Three.</div>')).toBe('\n\nOne.\n\nTwo.\n\nThree.\n\n');
    expect(bare('One.<br>\n<br>Two.<br>\nThree.')).toBe('One.\n\nTwo.\nThree.');
  });

  it('puts a line break between items and between cells', () => {
    expect(bare('Fields:<br>\n<li>pay</li>\n<li>courses</li>')).toBe('Fields:\npay\ncourses\n');
    expect(bare('<tr><td>A</td><td>B</td></tr>')).toBe('\nA\nB\n');
  });

  it('drops scripts, styles and comments with what they hold', () => {
    const text =
      'Pay.<script type="text/javascript">if (a < b) { c("<p>") }</script><STYLE>p { x: y }</STYLE><!-- no -->Rises.';
    expect(bare(text)).toBe('Pay.\nRises.');
  });

  it('reads on where a script has no end', () => {
    expect(bare('The <script> tag loads a program.')).toBe('The \ntag loads a program.');
  });

  it('decodes entities by name and number, each once', () => {
    expect(bare('R&eacute;mun&#233;ration &amp;lt; A&#x1ED9;B&nbsp;C')).toBe('Rémunération &lt; AộB\u00a0C');
  });

  it('keeps the way back to the original', () => {
    const text = '<p>La r&eacute;forme</p>';
    const read = withoutMarkup(text);
    const start = read?.text.indexOf('réforme') as number;
    const { start: from, end: to } = read?.toOriginal({ start, end: start + 7 }) ?? { start: 0, end: 0 };
    expect(text.slice(from, to)).toBe('r&eacute;forme');
  });

  it.each([['<script>'], ['<!--'], ['<a b="'], ['<p> '], ['<p '], ['&eacute;'], ['&aaaaaaaa']])(
    'takes time in proportion to the length of %j repeated',
    (piece) => {
      const started = performance.now();
      withoutMarkup(piece.repeat(Math.ceil(400_000 / piece.length)));
      // A tenth of a second here; a search from every sign to the end of the text would take minutes.
      expect(performance.now() - started).toBeLessThan(5_000);
    },
  );
});
