/** Specification of how evidence is cut where it overlaps. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentsOf } from '../../../src/report/kit/segments.js';

const tag = (...spans: [number, number][]) => ({ evidence: spans.map(([start, end]) => ({ start, end })) });
/** Written as `start-end:tags`, with `!` where a clause begins. */
const shown = (text: string, ...tags: ReturnType<typeof tag>[]) =>
  segmentsOf(text, tags).map(
    ({ start, end, marks, begins }) =>
      `${start}-${end}:${marks.map(({ tag, clause }) => `${tag}.${clause}`)}${begins ? '!' : ''}`,
  );

const TEXT = '0123456789';

describe('segments', () => {
  it('of a text without evidence are the text', () => {
    expect(shown(TEXT)).toEqual(['0-10:']);
    expect(shown('')).toEqual([]);
  });

  it('are cut around a clause', () => {
    expect(shown(TEXT, tag([3, 6]))).toEqual(['0-3:', '3-6:0.0!', '6-10:']);
  });

  it('keep clauses that touch apart', () => {
    expect(shown(TEXT, tag([5, 10], [0, 5]))).toEqual(['0-5:0.1!', '5-10:0.0!']);
  });

  it('of crossing clauses belong to both where they overlap', () => {
    expect(shown(TEXT, tag([1, 6]), tag([4, 9]))).toEqual(['0-1:', '1-4:0.0!', '4-6:0.0,1.0!', '6-9:1.0', '9-10:']);
  });

  it('of a clause within another belong to both, and the outer goes on', () => {
    expect(shown(TEXT, tag([0, 10]), tag([4, 6]))).toEqual(['0-4:0.0!', '4-6:0.0,1.0!', '6-10:0.0']);
  });

  it('of the same clause of two tags are one', () => {
    expect(shown(TEXT, tag([2, 8]), tag([2, 8]))).toEqual(['0-2:', '2-8:0.0,1.0!', '8-10:']);
  });

  it('joined are the text, and those of a clause are the clause', () => {
    const span = fc
      .tuple(fc.nat(40), fc.nat(40))
      .map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b) + 1]);
    fc.assert(
      fc.property(fc.array(fc.array(span, { minLength: 1, maxLength: 4 }), { maxLength: 4 }), (evidence) => {
        const text = 'ắ👋e\u0301x'.repeat(10).slice(0, 41);
        const tags = evidence.map((spans) => tag(...spans));
        const segments = segmentsOf(text, tags);
        expect(segments.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
        tags.forEach((one, i) => {
          one.evidence.forEach(({ start, end }, j) => {
            const own = segments.filter(({ marks }) => marks.some(({ tag, clause }) => tag === i && clause === j));
            expect(own.map((segment) => text.slice(segment.start, segment.end)).join('')).toBe(text.slice(start, end));
            expect(own[0]).toMatchObject({ start, begins: true });
          });
        });
      }),
    );
  });
});
