/** Checks the visible text of simple HTML, what its elements are for, and where their source stands. */
import { describe, expect, it } from 'vitest';
import { type ParagraphKind, splitParagraphs } from '../../src/text/paragraphs.js';

function read(html: string): [ParagraphKind, string][] {
  return splitParagraphs(html, { format: 'html' }).map(({ kind, text }) => [kind, text]);
}

describe('HTML', () => {
  it('gives a paragraph for each block element, entities decoded and tags removed', () => {
    const html =
      '<div><p>Un d&eacute;cret &amp; <b>deux</b> arr&#234;t&eacute;s.</p>Texte <i>nu</i> suit.<blockquote>Cité.</blockquote></div><table><tr><td>Un.</td><td>Deux.</td></tr></table>';
    expect(read(html).map(([, text]) => text)).toEqual([
      ...['Un décret & deux arrêtés.', 'Texte nu suit.', 'Cité.', 'Un.', 'Deux.'],
    ]);
  });

  it('passes over what is not shown', () => {
    const html =
      '<html><head><title>Titre</title><style>p{}</style></head><body><!-- note --><script>var a="<p>b</p>"</script><noscript>c</noscript><template>d</template><p>Seul texte.</p></body></html>';
    expect(read(html)).toEqual([['body', 'Seul texte.']]);
  });

  it('takes h1 for the headline and other headings for headings', () => {
    expect(read('<h2>Rubrique</h2><h1>Titre</h1><p>Texte.</p><h3>Partie</h3><p>Fin.</p>')).toEqual([
      ['heading', 'Rubrique'],
      ['headline', 'Titre'],
      ['body', 'Texte.'],
      ['heading', 'Partie'],
      ['body', 'Fin.'],
    ]);
  });

  it('takes the first heading for the headline where there is no h1', () => {
    expect(read('<h2>Titre</h2><p>Texte.</p><h2>Partie</h2><p>Fin.</p>').map(([kind]) => kind)).toEqual([
      ...['headline', 'body', 'heading', 'body'],
    ]);
  });

  it('marks navigation, forms and asides as furniture and figures as captions', () => {
    const html =
      '<nav><a>Actualités récentes</a></nav><p>Texte.</p><figure><img src="a.png"><figcaption>La salle du conseil</figcaption></figure><aside><p>Autre sujet du jour.</p></aside><button>Fermer</button><footer>Contact presse</footer>';
    expect(read(html)).toEqual([
      ['furniture', 'Actualités récentes'],
      ['body', 'Texte.'],
      ['caption', 'La salle du conseil'],
      ['furniture', 'Autre sujet du jour.'],
      ['furniture', 'Fermer'],
      ['furniture', 'Contact presse'],
    ]);
  });

  it('takes one br for a line break and two for the end of the paragraph', () => {
    expect(read('<p>Một.<br>Hai.<br/> <br>Ba.</p>').map(([, text]) => text)).toEqual(['Một.\nHai.', 'Ba.']);
  });

  it('keeps short list items with their introduction and long ones apart', () => {
    const long = 'Le chef de service répond chaque année de la formation de ses agents.';
    expect(read(`<p>Le plan :</p><ul><li>paie<li>congés<li>${long}</ul>`)).toEqual([
      ['body', 'Le plan :\npaie\ncongés'],
      ['body', long],
    ]);
  });

  it('gives spans that hold the source of each paragraph', () => {
    const html = '<p class="a">  L&rsquo;<em>État</em>\n paie. </p><p>&Eacute;galit&eacute;</p>';
    const sources = splitParagraphs(html, { format: 'html' }).map(({ span }) => html.slice(span.start, span.end));
    expect(sources).toEqual(['L&rsquo;<em>État</em>\n paie.', '&Eacute;galit&eacute;']);
  });

  it('reads broken HTML to its end', () => {
    expect(read('<p>Un <b>gras<p>Deux</div></p> trois &bogus; <').map(([, text]) => text)).toEqual([
      ...['Un gras', 'Deux', 'trois &bogus; <'],
    ]);
  });
});
