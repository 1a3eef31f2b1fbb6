import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { openStreamOutput } from '../../../src/batch/output/stream-output.js';
import { Collector } from '../../helpers/streams.js';

const start = { head: 'text\n', topics: ['pay'], notify: () => undefined };
const ANSWER = { language: 'en', tags: [], abstained: 'no-topic-near', truncated: false } as const;

it('writes each row at once, counts bad ones, and leaves the stream open', async () => {
  const stream = new Collector();
  const output = await openStreamOutput(stream, 'standard output', start);
  await output.row('abcd\n', ANSWER);
  expect(stream.text).toBe('text\nabcd\n');
  await output.reject({ kind: 'bad', line: 3, reason: 'The row is odd.', raw: 'x' });
  await output.finish();
  expect(output.tally).toMatchObject({ rows: 1, rejects: 1 });
  expect([stream.text, stream.writableEnded]).toEqual(['text\nabcd\n', false]);
});

it('waits for a slow reader', async () => {
  let take: () => void = () => undefined;
  const slow = new Writable({
    write: (_chunk, _encoding, done) => {
      take = done;
    },
  });
  const opening = openStreamOutput(slow, 'standard output', start);
  take();
  let isWritten = false;
  const writing = (await opening).row('abcd\n', ANSWER).then(() => {
    isWritten = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  expect(isWritten).toBe(false);
  take();
  await writing;
});

it.each([
  ['ENOSPC', { code: 'OUTPUT_UNWRITABLE', message: 'Cannot write standard output: the disk is full.' }],
  ['EPIPE', { code: 'EPIPE' }],
])('fails with %s in words, but with EPIPE as it is', async (code, expected) => {
  const stream = new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })) });
  stream.on('error', () => undefined);
  await expect(openStreamOutput(stream, 'standard output', start)).rejects.toMatchObject(expected);
});
