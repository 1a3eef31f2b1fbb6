/** Specification of the filter: one line out for each line in, whatever is in it. */
import { Writable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FilterOptions, filterNdjson } from '../../src/batch/filter.js';
import { inThisThread } from '../../src/batch/pool/in-this-thread.js';
import { LONGEST_FIELD, LONGEST_RECORD } from '../../src/batch/table/limits.js';
import { fakeClassifier } from '../helpers/fake-classifier.js';
import { runCli } from '../helpers/run-cli.js';
import { Collector, chunks } from '../helpers/streams.js';

const openClassifier = async () => inThisThread(fakeClassifier());

async function filtered(
  input: string | Uint8Array,
  { size, ...options }: Partial<FilterOptions & { size: number }> = {},
) {
  const output = new Collector();
  const summary = await filterNdjson(chunks(input, size), output, { openClassifier, ...options });
  return { summary, text: output.text, lines: output.text.split('\n').slice(0, -1) };
}

const GOOD = '{"id":1,"text":"Pay. salary-reform:0.9"}';
const ANSWER =
  '{"id":1,"text":"Pay. salary-reform:0.9","language":"en","topics":["salary-reform"],"scores":[0.9],"evidence":["salary-reform:0.9"]}';

it('a line is answered with its object and its tags, wherever chunks end, and with or without a last line end', async () => {
  for (const end of ['\n', '\r\n', '']) {
    for (const size of [1, 7, 1000]) {
      expect((await filtered(`\ufeff${GOOD}${end}`, { size })).text).toBe(`${ANSWER}\n`);
    }
  }
  expect((await filtered('')).text).toBe('');
});

describe('a bad line between two good ones is answered with an error:', () => {
  it.each([
    ['blank', '', 'is blank'],
    ['nothing but white space', ' \t\r', 'is blank'],
    ['no JSON', '{"text":', 'is not JSON'],
    ['an array', '["text"]', 'is JSON, but not an object'],
    ['null', 'null', 'is JSON, but not an object'],
    ['without a text', '{"id":2}', 'should have a string in "text", but has nothing there'],
    ['a text that is a number', '{"text":5}', 'should have a string in "text", but has a number there'],
    ['a text inherited by name only', '{"__proto__":{"text":"Pay rises."}}', 'should have a string in "text"'],
    ['tagged already', '{"text":"Pay.","topics":[]}', 'already has members that tagging adds: "topics";'],
    ['an error already', '{"text":"Pay.","error":"?"}', 'already has members that tagging adds: "error";'],
    ['bytes that are no UTF-8', Buffer.from('{"text":"caf\xe9"}', 'latin1'), 'holds bytes that are no text'],
    ['a NUL', '{"text":"a\0b"}', 'holds a NUL'],
    ['half a surrogate pair in UTF-8', Buffer.from([0x7b, 0xed, 0xa0, 0x80, 0x7d]), 'holds bytes that are no text'],
    ['a text over the limit', `{"text":"${'a'.repeat(LONGEST_FIELD + 1)}"}`, 'has a text of more than'],
    ['a line over the limit', `{"text":"a"${' '.repeat(LONGEST_RECORD)}}`, 'is longer than'],
  ])('%s', async (_, bad, reason) => {
    const input = Buffer.concat([`${GOOD}\n`, bad, `\n${GOOD}\n`].map((part) => Buffer.from(part as string)));
    const { lines, summary } = await filtered(input);
    expect([lines[0], lines[2]]).toEqual([ANSWER, ANSWER]);
    expect(lines).toHaveLength(3);
    const answer = JSON.parse(lines[1] as string);
    expect(Object.keys(answer)).toEqual(['error']);
    expect(answer.error).toContain(`The row ${reason}`);
    expect(summary).toMatchObject({ rows: 2, rejects: 1 });
  });
});

it('the classifier failing on one text is answered with an error, too', async () => {
  const failing = {
    ...fakeClassifier(),
    classify: (async (text: string) => {
      if (text === 'fails') throw new Error('no such token');
      return fakeClassifier().classify(text);
    }) as never,
  };
  const { lines } = await filtered(`{"text":"fails"}\n${GOOD}\n`, {
    openClassifier: async () => inThisThread(failing),
  });
  expect(lines).toEqual(['{"error":"The classifier fails on this text: no such token."}', ANSWER]);
});

it('any bytes whatever get as many lines as they have, each of them one JSON object, the same in pieces', async () => {
  const line = fc.oneof(
    fc.uint8Array({ maxLength: 12 }).map((bytes) => Buffer.from(bytes.filter((byte) => byte !== 10))),
    fc.constantFrom(GOOD, '', '{}', '\ufeff', '{"text":"é"}').map((text) => Buffer.from(text)),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 8 }), fc.integer({ min: 1, max: 9 }), async (lines, size) => {
      const input = Buffer.concat(lines.flatMap((bytes) => [bytes, Buffer.from('\n')]));
      const whole = await filtered(input);
      expect(whole.lines).toHaveLength(lines.length);
      for (const answer of whole.lines) {
        const members = JSON.parse(answer);
        expect('error' in members).toBe(!('language' in members));
      }
      expect((await filtered(input, { size })).text).toBe(whole.text);
    }),
  );
});

it('an answer depends on nothing but its line, so that a part can be done again', async () => {
  const lines = [GOOD, 'x', '', '{"text":"training:0.7"}', GOOD, '{"id":2}'];
  const whole = (await filtered(`${lines.join('\n')}\n`)).lines;
  for (const [i, line] of lines.entries()) expect((await filtered(`${line}\n`)).lines).toEqual([whole[i]]);
});

it('each answer is written before the next line is read, when the next line waits for it', async () => {
  const seen: string[] = [];
  let answered: () => void = () => undefined;
  const output = new Writable({
    write(chunk, _, done) {
      seen.push(String(chunk));
      answered();
      done();
    },
  });
  async function* conversation() {
    for (const [i, line] of ['', GOOD, 'x', GOOD].entries()) {
      const answer = new Promise<void>((resolve) => {
        answered = resolve;
      });
      yield Buffer.from(`${line}\n`);
      await answer;
      expect(seen).toHaveLength(i + 1);
    }
  }
  await filterNdjson(conversation(), output, { openClassifier });
  expect(seen).toHaveLength(4);
});

describe('civic-topics tag - --format ndjson', () => {
  const argv = ['tag', '-', '--format', 'ndjson'];

  it('ends with 0 whatever is in the lines, and says on stderr how many were bad', async () => {
    const run = await runCli(argv, { input: `${GOOD}\n\nx\n` });
    expect(run).toMatchObject({ code: 0, created: [expect.objectContaining({ workers: 1 })] });
    expect(run.stdout.split('\n')).toHaveLength(4);
    expect(run.stderr).toContain('bad row at line 2: The row is blank.');
    expect(run.stderr).toContain('2 bad lines were answered with an error.');
    expect(run.stderr).not.toContain('left out');
  });

  it('takes workers, an encoding and a path to the text when they are given', async () => {
    const input = Buffer.from('{"a":{"b":"salaire modifi\xe9. salary-reform:0.9"}}\n', 'latin1');
    const options = ['--workers', '3', '--encoding', 'windows-1252', '--text-column', 'a.b'];
    const run = await runCli([...argv, ...options], { input });
    expect(JSON.parse(run.stdout)).toMatchObject({ a: { b: 'salaire modifié. salary-reform:0.9' }, language: 'fr' });
    expect(run.created).toEqual([expect.objectContaining({ workers: 3 })]);
  });

  it('stops at the first bad line when told to, with the lines before it answered', async () => {
    const run = await runCli([...argv, '--on-bad-row', 'stop'], { input: `${GOOD}\n\n${GOOD}\n` });
    expect(run).toMatchObject({ code: 1, stdout: `${ANSWER}\n` });
    expect(run.stderr).toContain('Stopped at line 2: The row is blank.');
  });

  it('is silent and ends with 0 when nobody reads its answers any more', async () => {
    const gone = Object.assign(new Error('write EPIPE'), { code: 'EPIPE', syscall: 'write' });
    for (const input of [`${GOOD}\n`, 'x\n']) {
      const stdout = new Writable({ write: (_chunk, _encoding, done) => done(gone) });
      expect(await runCli(argv, { input, stdout })).toMatchObject({ code: 0, stderr: '' });
    }
  });
});
