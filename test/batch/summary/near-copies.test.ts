/** Texts that differ in a few words are told from texts that only share a subject. */
import { expect, it } from 'vitest';
import { areNearCopies, shinglesOf } from '../../../src/batch/summary/near-copies.js';

const isCopy = (a: string, b: string) => areNearCopies(shinglesOf(a), shinglesOf(b));
const REPORT =
  'The ministry said on Monday that teachers in remote districts will get a monthly allowance from July, and that the first payments are due in August.';

it.each([
  ['the same text', REPORT],
  ['other case and punctuation', REPORT.toUpperCase().replaceAll(',', ';')],
  ['another day', REPORT.replace('Monday', 'Tuesday')],
  ['a dateline before and a credit behind', `HANOI (Wire) – ${REPORT} Reporting by our correspondent.`],
  ['its first half', REPORT.slice(0, 75)],
  ['decomposed letters', REPORT.normalize('NFD')],
])('is a near copy: %s', (_, other) => {
  expect(isCopy(REPORT, other)).toBe(true);
  expect(isCopy(other, REPORT)).toBe(true);
});

it.each([
  [
    'another text on the subject',
    'Teachers in remote districts asked for a monthly allowance in a letter to the ministry.',
  ],
  ['nothing in common', 'Trời mưa to suốt đêm ở các tỉnh miền Trung, nhiều tuyến đường bị ngập.'],
])('is none: %s', (_, other) => {
  expect(isCopy(REPORT, other)).toBe(false);
});

it('short texts are compared as a whole', () => {
  expect(isCopy('Pay rise!', 'pay rise')).toBe(true);
  expect(isCopy('Pay rise', 'Pay cut')).toBe(false);
});
