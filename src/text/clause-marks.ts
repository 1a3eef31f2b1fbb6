/** Reads the punctuation of a sentence that may part its clauses, leaving brackets and quotations whole. */
import type { Span } from './span.js';

/** A punctuation mark with the blanks around it: what lies between two clauses and belongs to neither. */
export interface Mark extends Span {
  readonly kind: 'semicolon' | 'colon' | 'comma' | 'ellipsis' | 'dash';
}

/** A bracket or quotation wider than this, in UTF-16 units, is read like the rest of its sentence; so is a quotation with three semicolons. */
const WIDEST_WHOLE = 240;

const CLOSER_OF: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['“', '”'],
  ['«', '»'],
  ['"', '"'],
]);
const BRACKET = /[()[\]{}“”«»"]/g;

const KIND_OF: ReadonlyMap<string, Mark['kind']> = new Map([
  [';', 'semicolon'],
  [':', 'colon'],
  [',', 'comma'],
  ['-', 'dash'],
  ['–', 'dash'],
  ['—', 'dash'],
  ['·', 'semicolon'],
  ['•', 'semicolon'],
]);
/** A semicolon that ends an undecoded HTML entity (`&nbsp;`, `#39;`) is no mark. */
const SIGN = /(?<!#\d{1,5}|\b(?:nbsp|amp|quot|apos|lt|gt));|,|…|\.{3,}|:(?=\s|$)|(?<=\s)[-–—·•](?=\s)/g;

/** The marks inside `sentence`, in order; none within brackets and quotations, and no comma within a number. */
export function clauseMarks(text: string, sentence: Span): Mark[] {
  const marks: Mark[] = [];
  let from = sentence.start;
  for (const whole of [...wholes(text, sentence), { start: sentence.end, end: sentence.end }]) {
    if (whole.start < from) continue;
    for (const { index, 0: sign } of text.slice(from, whole.start).matchAll(SIGN)) {
      const at = from + index;
      if (sign === ',' && /^\d,\d$/.test(text.slice(at - 1, at + 2))) continue;
      marks.push({ kind: KIND_OF.get(sign) ?? 'ellipsis', ...withBlanks(text, at, at + sign.length, sentence) });
    }
    from = whole.end;
  }
  return isDashList(text, marks)
    ? marks.map((mark) => (mark.kind === 'dash' ? { ...mark, kind: 'semicolon' } : mark))
    : marks;
}

/** True when dashes, and nothing else, part three items or more; a hyphen joins compounds (`kinh tế - xã hội`). */
function isDashList(text: string, marks: readonly Mark[]): boolean {
  const isDash = ({ kind, start, end }: Mark) => kind === 'dash' && !text.slice(start, end).includes('-');
  return marks.filter(isDash).length > 2 && marks.every((mark) => mark.kind === 'colon' || isDash(mark));
}

/** Brackets and quotations that stay whole, in order of their openings; one without its partner is no bracket. */
function wholes(text: string, sentence: Span): Span[] {
  const open = new Map<string, number[]>();
  const found: Span[] = [];
  for (const { index, 0: sign } of text.slice(sentence.start, sentence.end).matchAll(BRACKET)) {
    const at = sentence.start + index;
    const start = open.get(sign)?.pop();
    const closer = CLOSER_OF.get(sign);
    if (start !== undefined) found.push({ start, end: at + 1 });
    else if (closer !== undefined) {
      if (!open.has(closer)) open.set(closer, []);
      open.get(closer)?.push(at);
    }
  }
  const isList = ({ start, end }: Span) =>
    /["“«]/.test(text.charAt(start)) && text.slice(start, end).split(';').length > 3;
  return found
    .filter((whole) => whole.end - whole.start <= WIDEST_WHOLE && !isList(whole))
    .sort((a, b) => a.start - b.start);
}

function withBlanks(text: string, from: number, to: number, within: Span): Span {
  let start = from;
  let end = to;
  while (start > within.start && /\s/.test(text.charAt(start - 1))) start--;
  while (end < within.end && /\s/.test(text.charAt(end))) end++;
  return { start, end };
}
