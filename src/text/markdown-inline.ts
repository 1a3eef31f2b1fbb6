/** Takes the Markdown marks out of a line and leaves what a reader sees. */

const IMAGE = /!\[([^\][]*)\](?:\([^()\s]*(?:\s+"[^"]*")?\)|\[[^\][]*\])/g;
const LINK = /\[([^\][]+)\](?:\([^()\s]*(?:\([^()\s]*\))?[^()\s]*(?:\s+"[^"]*")?\)|\[[^\][]*\])/g;
const ADDRESS = /<((?:https?|mailto):[^<>\s]+)>/g;
const TAG = /<!--.{0,400}?-->|<\/?[a-z][a-z0-9]*(?:\s+[a-z-]+="[^"<>]*")*\s*\/?>/gi;
const CODE = /(`+)([^`]+)\1/g;
/** Pairs only, close to their words, so that `2 * 3` and `snake_case` stay; bounded, so that an unpaired mark costs little. */
const STRONG = /(\*\*|__|~~)(?=\S)([^\n]{1,400}?)(?<=\S)\1/g;
const EMPHASIS = /(?<![\p{L}\p{N}*_\\])([*_])(?=[^\s*_])([^\n*_]{1,400})(?<=\S)\1(?![\p{L}\p{N}*_])/gu;
const ESCAPE = /\\([!-/:-@[-`{-~])/g;

export function inlineText(line: string): string {
  return line
    .replace(IMAGE, '$1')
    .replace(LINK, '$1')
    .replace(ADDRESS, '$1')
    .replace(TAG, '')
    .replace(CODE, '$2')
    .replace(STRONG, '$2')
    .replace(EMPHASIS, '$2')
    .replace(ESCAPE, '$1')
    .replace(/[ \t]+/g, ' ')
    .trim();
}
