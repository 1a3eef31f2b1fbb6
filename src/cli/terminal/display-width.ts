/** How many cells of a terminal a text takes: none for marks, two for East Asian characters and emoji. */

/** What a reader takes for one character, such as a letter with all its marks. */
export interface Glyph {
  readonly text: string;
  /** Cells: 0, 1 or 2. */
  readonly width: number;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Nothing is drawn: controls, marks, formatting characters. Marks of direction would turn the line around. */
const INVISIBLE = /^[\p{Cc}\p{Cf}\p{M}\u2028\u2029]+$/u;

/** Blocks of East Asian Width W and F, Unicode 16, and what is drawn as emoji. */
const WIDE =
  /^[\u1100-\u115F\u2329\u232A\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6B\uFF01-\uFF60\uFFE0-\uFFE6\u{16FE0}-\u{18D08}\u{1AFF0}-\u{1B2FB}\u{1F200}-\u{1F265}\u{20000}-\u{3FFFD}]|^\p{Emoji_Presentation}|^\p{Extended_Pictographic}\uFE0F/u;

/** The glyphs of a text in order; joined they are the text. */
export function* glyphsOf(text: string): Generator<Glyph> {
  for (const { segment } of graphemes.segment(text)) yield { text: segment, width: glyphWidth(segment) };
}

/** Cells of the whole text. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const glyph of glyphsOf(text)) width += glyph.width;
  return width;
}

function glyphWidth(glyph: string): number {
  if (INVISIBLE.test(glyph)) return 0;
  return WIDE.test(glyph) ? 2 : 1;
}
