/** Rows that could not be judged are refused by number, before anything is classified. */
import { describe, expect, test } from 'vitest';
import { checkedRows, type LabelledRow } from '../../src/evaluate/labelled-rows.js';

const KNOWN = ['salary-reform', 'training'];
const GOOD: LabelledRow = { text: 'Wages rise in spring.', topics: ['salary-reform'] };
const read = (rows: readonly unknown[], signal?: AbortSignal) => checkedRows(rows as LabelledRow[], KNOWN, signal);

test('rows come back in order, from an array or from a stream', async () => {
  const rows = [GOOD, { text: 'Nothing here.', topics: [], group: 'en' }];
  async function* stream() {
    yield* rows;
  }
  expect(await read(rows)).toEqual(rows);
  expect(await checkedRows(stream(), KNOWN, undefined)).toEqual(rows);
});

test('an unknown topic is refused with its row, the topic, the known topics and what to do', async () => {
  await expect(read([GOOD, { text: 'Pay.', topics: ['training', 'salery'] }])).rejects.toMatchObject({
    code: 'INPUT_INVALID',
    message:
      'Row 2 names the topic "salery"; this classifier knows salary-reform, training. ' +
      'Correct the row, or evaluate with a classifier that was trained on that topic.',
  });
});

test('a name that every object has is no topic', async () => {
  await expect(read([{ text: 'Pay.', topics: ['constructor'] }])).rejects.toMatchObject({ code: 'INPUT_INVALID' });
});

test('no rows are refused', async () => {
  await expect(read([])).rejects.toMatchObject({
    code: 'INPUT_INVALID',
    message: expect.stringMatching('at least one labelled row, got none'),
  });
});

describe('a malformed row is refused by number and field', () => {
  test.each([
    [{ text: 5, topics: [] }, 'Expected text of row 2 to be a string, got the number 5. Correct that row.'],
    [{ text: 'Pay.' }, 'Expected topics of row 2 to be an array of topic ids, got undefined. Correct that row.'],
    [
      { text: 'Pay.', topics: 'training' },
      'Expected topics of row 2 to be an array of topic ids, got the string "training". Correct that row.',
    ],
    [{ text: 'Pay.', topics: [], group: null }, 'Expected group of row 2 to be a string, got null. Correct that row.'],
  ])('%j', async (row, message) => {
    await expect(read([GOOD, row])).rejects.toMatchObject({ code: 'INPUT_INVALID', message });
  });
});

test('an aborted signal stops the reading and closes the source', async () => {
  const controller = new AbortController();
  let closed = false;
  async function* endless() {
    try {
      for (;;) {
        yield GOOD;
        controller.abort();
      }
    } finally {
      closed = true;
    }
  }
  await expect(checkedRows(endless(), KNOWN, controller.signal)).rejects.toMatchObject({ code: 'ABORTED' });
  expect(closed).toBe(true);
});
