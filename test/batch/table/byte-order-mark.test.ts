/** Specification of taking off a byte order mark. */
import { expect, it } from 'vitest';
import { takeByteOrderMark } from '../../../src/batch/table/byte-order-mark.js';
import { all } from '../../helpers/streams.js';
import { parts } from './pieces.js';

const cases: [title: string, given: string[], mark: boolean, text: string][] = [
  ['at the beginning', ['\ufeffa', 'b'], true, 'ab'],
  ['in a piece of its own, behind empty ones', ['', '', '\ufeff', 'a'], true, 'a'],
  ['only once', ['\ufeff\ufeffa'], true, '\ufeffa'],
  ['not amid the text', ['a\ufeff', '\ufeffb'], false, 'a\ufeff\ufeffb'],
  ['not from an empty text', [], false, ''],
  ['from a text with nothing else', ['\ufeff'], true, ''],
];
it.each(cases)('a byte order mark is taken off %s', async (_, given, mark, text) => {
  const { byteOrderMark, pieces } = await takeByteOrderMark(parts(given));
  expect({ byteOrderMark, text: (await all(pieces)).join('') }).toEqual({ byteOrderMark: mark, text });
});

it('the source is closed when no more is asked for', async () => {
  let closed = false;
  async function* source() {
    try {
      yield 'a';
      yield 'b';
    } finally {
      closed = true;
    }
  }
  const { pieces } = await takeByteOrderMark(source());
  let seen = '';
  for await (const piece of pieces) {
    seen += piece;
    if (seen === 'ab') break;
  }
  expect(closed).toBe(true);
});
