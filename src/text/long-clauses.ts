/** Finds where a clause that is too long to be evidence can be cut: at a dash or before the words that open a new thought. */
import type { Mark } from './clause-marks.js';
import { type ClauseLimits, CONNECTORS } from './clause-words.js';
import type { Span } from './span.js';
import { countWords } from './words.js';

/** UTF-16 units after a comma that are read for a connector. */
const CONNECTOR_SIGHT = 32;

/** The marks at which the long ones among `clauses` are cut, in order; `clauses` and `marks` are those of one sentence. */
export function longCuts(text: string, clauses: readonly Span[], marks: readonly Mark[], limits: ClauseLimits): Mark[] {
  const inner = marks.filter((mark) => opensThought(text, mark, limits));
  let next = 0;
  return clauses.flatMap((clause) => {
    const own: Mark[] = [];
    for (let mark = inner[next]; mark && mark.start < clause.end; mark = inner[++next]) {
      if (mark.start > clause.start) own.push(mark);
    }
    return halve(text, clause, own, limits);
  });
}

function opensThought(text: string, mark: Mark, limits: ClauseLimits): boolean {
  if (mark.kind !== 'comma') return mark.kind === 'dash' && limits.dashes;
  const words = text
    .slice(mark.end, mark.end + CONNECTOR_SIGHT)
    .toLowerCase()
    .split(/\s+/);
  return [1, 2, 3].some((length) => CONNECTORS.has(words.slice(0, length).join(' ')));
}

/** Cuts at the mark nearest the middle, and goes on with both sides. */
function halve(text: string, clause: Span, marks: readonly Mark[], limits: ClauseLimits): Mark[] {
  if (marks.length === 0 || countWords(text.slice(clause.start, clause.end)) <= limits.long) return [];
  const usable = farFromEnds(text, clause, marks, limits.side);
  const middle = (clause.start + clause.end) / 2;
  let best: Mark | undefined;
  for (const mark of usable) {
    if (!best || Math.abs(mark.start - middle) < Math.abs(best.start - middle)) best = mark;
  }
  if (!best) return [];
  const at = usable.indexOf(best);
  return [
    ...halve(text, { start: clause.start, end: best.start }, usable.slice(0, at), limits),
    best,
    ...halve(text, { start: best.end, end: clause.end }, usable.slice(at + 1), limits),
  ];
}

/** The marks with at least `side` words between them and each end of the clause. */
function farFromEnds(text: string, clause: Span, marks: readonly Mark[], side: number): Mark[] {
  const all = countWords(text.slice(clause.start, clause.end));
  let from = clause.start;
  let before = 0;
  return marks.filter((mark) => {
    before += countWords(text.slice(from, mark.start));
    from = mark.end;
    return before >= side && all - before >= side;
  });
}
