/** Markup that cannot be broken out of: what is put into an `html` template is escaped unless it came from one. */

/** Markup that may stand in a page as it is. */
export class Html {
  constructor(readonly markup: string) {}

  toString(): string {
    return this.markup;
  }
}

/** What a template takes: lists are joined, nothing at all for undefined, null and false. */
export type Insertion = Html | string | number | undefined | null | false | readonly Insertion[];

/** Builds markup; values are escaped for text and for attributes in double quotes, the only places where they may stand. */
export function html(strings: TemplateStringsArray, ...values: readonly Insertion[]): Html {
  return new Html(strings.reduce((markup, piece, index) => markup + insert(values[index - 1]) + piece));
}

function insert(value: Insertion): string {
  if (value === undefined || value === null || value === false) return '';
  if (value instanceof Html) return value.markup;
  if (typeof value === 'string' || typeof value === 'number') return escapeText(String(value));
  return value.map(insert).join('');
}

/**
 * The text for element content or a quoted attribute. A page reads back the same text, carriage returns too; only NUL and
 * lone surrogates, which no page can hold, come back as U+FFFD.
 */
export function escapeText(text: string): string {
  return text.replace(/[&<>"'\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Data for the page's script, read back by its id; holds no `<`, so that no text can end it. */
export function jsonScript(id: string, data: unknown): Html {
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return html`<script type="application/json" id="${id}">${new Html(json)}</script>`;
}
