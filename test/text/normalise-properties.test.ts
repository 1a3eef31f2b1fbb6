/** Properties of offsets through normalisation, on strings of what is hardest to bring to NFC among any characters at all. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NormalisedText, normalise } from '../../src/text/normalise.js';
import type { Span } from '../../src/text/span.js';

const PIECES = [
  ...['a', 'ơ', 'e', 'u\u031b', '.', ' ', '\n', '\t', '\u0301', '\u0323', '\u0302', '\u0308', '\u212b', '\u1ecd'],
  ...['\u1112\u1161', '\u11ab', '\u0344', '\ufb1d', 'ſ\u0307', '中', '\u00a0', '\u3000', '\u00ad', '\u200b', '\ufeff'],
  ...[
    '\u202e',
    '\r\n',
    '\r',
    '\0',
    '\u0085',
    '\u2028',
    '\ud83d',
    '\udc4d',
    '👍',
    '🇻🇳',
    '𝅗𝅥',
    'tiếng',
    '\u2066',
    '\u1100',
  ],
];

/**
 * Without joiners and underscores, whose form depends on what stands further away: a joiner on what follows it, an underscore on
 * whether the text is Vietnamese.
 */
const texts = fc
  .string({ unit: fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 1 })), maxLength: 24 })
  .map((text) => text.replace(/\u200c|\u200d|_/g, ''));

/** A text, and two places in it as numbers, of which the rest counts when they are divided by its length. */
const cases = fc.tuple(texts, fc.nat(1000), fc.nat(1000));

/** The text, its normal form, a stretch of that, and where the stretch comes from. */
function stretch([original, a, b]: [string, number, number]) {
  const normal = normalise(original);
  const [one, other] = [a % (normal.text.length + 1), b % (normal.text.length + 1)];
  const span = { start: Math.min(one, other), end: Math.max(one, other) };
  return { original, normal, span, source: normal.toOriginal(span) };
}

const same = (left: Span, right: Span) => left.start === right.start && left.end === right.end;

/** The longest stretch that comes from the same place: of a letter with several accents all of them, of a surrogate pair both halves. */
function whole({ text, toOriginal }: NormalisedText, { start, end }: Span): Span {
  const source = toOriginal({ start, end });
  let [from, to] = [start, end];
  while (from > 0 && same(toOriginal({ start: from - 1, end: to }), source)) from--;
  while (to < text.length && same(toOriginal({ start: from, end: to + 1 }), source)) to++;
  return { start: from, end: to };
}

const RUNS = { numRuns: 20_000 };

describe('a span of the normal form, taken back to the original', () => {
  it('has there what alone comes to the same normal form', () => {
    fc.assert(
      fc.property(cases, (drawn) => {
        const { original, normal, span, source } = stretch(drawn);
        fc.pre(span.start < span.end);
        const { start, end } = whole(normal, span);
        expect(normalise(original.slice(source.start, source.end)).text).toBe(normal.text.slice(start, end));
      }),
      RUNS,
    );
  });

  it('lies inside the text, is not empty, and cuts no surrogate pair', () => {
    fc.assert(
      fc.property(cases, (drawn) => {
        const { original, span, source } = stretch(drawn);
        fc.pre(span.start < span.end);
        expect(0 <= source.start && source.start < source.end && source.end <= original.length).toBe(true);
        for (const offset of [source.start, source.end]) {
          expect(original.codePointAt(offset - 1) ?? 0).toBeLessThan(0x10000);
        }
      }),
      RUNS,
    );
  });
});
