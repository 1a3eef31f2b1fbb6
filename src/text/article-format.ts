/** Tells HTML and Markdown from plain text, by signs that plain text does not have by chance. */

/** UTF-16 units of the article that are looked at. */
const SIGHT = 50_000;

const BLOCK_END = /<\/(?:p|div|h[1-6]|li|ul|ol|table|blockquote|article|section|main|body|html|figure)\s*>/gi;

export function articleFormat(article: string): 'text' | 'html' | 'markdown' {
  const sample = article.slice(0, SIGHT);
  if (isHtml(sample)) return 'html';
  return isMarkdown(sample) ? 'markdown' : 'text';
}

/** A document, or elements closed by their end tags: one when the text begins with a tag, three when words come first. */
function isHtml(sample: string): boolean {
  if (/^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html)\b/i.test(sample)) return true;
  const ends = sample.match(BLOCK_END)?.length ?? 0;
  return ends > 2 || (ends > 0 && /^\s*<(?:!--|[a-z])/i.test(sample));
}

/** One sign that only Markdown has, or two that plain text may have. */
function isMarkdown(sample: string): boolean {
  const fences = sample.match(/^```/gm)?.length ?? 0;
  return fences > 1 || STRONG.some((sign) => sign.test(sample)) || WEAK.filter((sign) => sign.test(sample)).length > 1;
}

/** Front matter, a link or image, the rule below a table's head, a heading underlined with `=`. */
const STRONG: readonly RegExp[] = [
  /^---\r?\n(?:[\w-]+:.*\r?\n)+---\s/,
  /!?\[[^\][\n]+\]\((?:https?:|mailto:|[/#.])[^\s)]*\)/,
  /^ {0,3}\|?[ \t]*:?-{3,}:?[ \t]*\|[ \t:|-]*$/m,
  /^\S.*\r?\n={3,}[ \t]*$/m,
];
/** A heading apart from the text, one of a lower level, strong emphasis, a quotation. */
const WEAK: readonly RegExp[] = [
  /^#{1,6} \S.*\r?\n[ \t]*\r?$/m,
  /^#{2,6} \p{L}/mu,
  /(?<![\p{L}\p{N}*])\*\*\p{L}[^*\n]*\*\*(?![\p{L}\p{N}*])/u,
  /^> \p{L}/mu,
];
