/** Takes simple HTML out of a text: tags, comments, scripts and styles are nothing to read, entities stand for a character. */
import { Parser } from 'htmlparser2';
import { type MappedText, MappedTextBuilder } from './mapped-text.js';

// Only names that HTML has, and attributes that have a value or are known to need none: "x < 5", "a <b and c>" and "<name>" are text.
const NAME =
  'a|abbr|acronym|address|article|aside|b|big|blockquote|body|br|button|caption|center|cite|code|col|colgroup|dd|del|details|' +
  'dfn|div|dl|dt|em|fieldset|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|' +
  'legend|li|link|main|mark|meta|nav|noscript|o:p|ol|option|p|pre|q|s|script|section|select|small|source|span|strike|strong|' +
  'style|sub|summary|sup|table|tbody|td|tfoot|th|thead|time|title|tr|tt|u|ul|video|wbr';
const VALUE = '"[^"<>]*"|\'[^\'<>]*\'|[^\\s"\'<>]+';
const ATTRIBUTE = `\\s+(?:[\\w:.-]+\\s*=\\s*(?:${VALUE})|allowfullscreen|async|checked|defer|disabled|hidden|nowrap)`;
const TAG = `<\\/?(?:${NAME})(?:${ATTRIBUTE})*\\s*\\/?>|<!doctype[^<>]*>`;
const ENTITY = '&(?:#\\d{1,7}|#x[\\da-f]{1,6}|[a-z][a-z\\d]{1,30});';
const SIGN = new RegExp(`<!--|${TAG}|${ENTITY}`, 'gi');

const PARAGRAPH =
  /^<\/?(?:article|blockquote|div|[dou]l|figure|footer|form|h[1-6]|header|hr|main|nav|p|pre|section|table)\b/i;
const LINE = /^<\/?(?:address|button|caption|d[dt]|figcaption|li|option|script|style|t[dhr])\b/i;

/** Nothing is shown of what stands from the one to the other. */
const HIDING: readonly (readonly [opens: RegExp, closes: RegExp])[] = [
  [/^<!--/, /-->/g],
  [/^<script\b/i, /<\/script\s*>/gi],
  [/^<style\b/i, /<\/style\s*>/gi],
];

/**
 * The text without its markup; undefined when it has none, as nearly every text. A blank line comes between paragraphs and after two
 * line breaks, a line break between items and cells; other tags leave nothing.
 */
export function withoutMarkup(original: string): MappedText | undefined {
  const reader = new Reader(original);
  const hiddenEnd = hiddenEnds(original);
  for (const { 0: sign, index } of original.matchAll(SIGN)) {
    if (index < reader.read) continue;
    const end = hiddenEnd(sign, index);
    if (sign.startsWith('&')) reader.replace(sign, index);
    else if (end !== undefined || sign !== '<!--') reader.dropTag(sign, index, end ?? index + sign.length);
  }
  return reader.finish();
}

/** Where what a sign hides ends, if it hides anything; each end is looked for once, so that a hostile text takes no longer. */
function hiddenEnds(text: string): (sign: string, index: number) => number | undefined {
  const missing = new Set<RegExp>();
  return (sign, index) => {
    const closes = HIDING.find(([opens]) => opens.test(sign))?.[1];
    if (!closes || missing.has(closes)) return undefined;
    const close = new RegExp(closes);
    close.lastIndex = index + sign.length;
    if (close.test(text)) return close.lastIndex;
    missing.add(closes);
    return undefined;
  };
}

/** What has been read of the original, and how many line breaks it ends with. */
class Reader {
  read = 0;
  readonly #original: string;
  readonly #built: MappedTextBuilder;
  #breaks = 0;
  /** Blanks after a break that a tag made say nothing. */
  #isAfterTagBreak = false;

  constructor(original: string) {
    this.#original = original;
    this.#built = new MappedTextBuilder(original.length);
  }

  replace(entity: string, start: number): void {
    const shown = decode(entity);
    if (shown === entity) return;
    const end = start + entity.length;
    this.#keepUntil(start);
    this.read = end;
    this.#built.append(shown, start, end);
    this.#breaks = 0;
    this.#isAfterTagBreak = false;
  }

  /** Leaves the line breaks that a tag stands for, and nothing of what it may hide. */
  dropTag(tag: string, start: number, end: number): void {
    this.#keepUntil(start);
    this.read = end;
    const breaks = /^<\/?br\b/i.test(tag) ? this.#breaks + 1 : PARAGRAPH.test(tag) ? 2 : LINE.test(tag) ? 1 : 0;
    if (breaks === 0) return;
    for (; this.#breaks < Math.min(2, breaks); this.#breaks++) this.#built.append('\n', start, end);
    this.#isAfterTagBreak = true;
  }

  finish(): MappedText | undefined {
    if (this.read === 0) return undefined;
    this.#keepUntil(this.#original.length);
    return this.#built;
  }

  #keepUntil(end: number): void {
    const between = this.#original.slice(this.read, end);
    const isBlank = between.trim() === '';
    const from = this.#isAfterTagBreak ? between.length - between.trimStart().length : 0;
    this.#built.keep(between.slice(from), this.read + from);
    if (isBlank && this.#isAfterTagBreak) return;
    const ending = between.slice(between.trimEnd().length);
    this.#breaks = (isBlank ? this.#breaks : 0) + (ending.match(/\n/g)?.length ?? 0);
    this.#isAfterTagBreak = false;
  }
}

/** The character that an entity stands for; an unknown one stands for itself. */
function decode(entity: string): string {
  let decoded = '';
  const parser = new Parser({
    ontext(text) {
      decoded += text;
    },
  });
  parser.end(entity);
  return decoded;
}
