/** Specification of opening what a run reads: a file, a pipe, or bytes from anywhere. */
import { execFileSync, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openSource } from '../../../src/batch/input/open-source.js';
import { FIRST_SAMPLE_BYTES } from '../../../src/batch/input/sample-size.js';
import { all } from '../../helpers/streams.js';

const folder = mkdtempSync(join(tmpdir(), 'source-'));
afterAll(() => rmSync(folder, { recursive: true }));
const MEBIBYTE = 1024 * 1024;
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

function file(name: string, content: Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

async function* given(...chunks: string[]) {
  for (const chunk of chunks) yield Buffer.from(chunk);
}

describe('a file', () => {
  it('gives all its bytes, and says how far it is', async () => {
    const content = randomBytes(200_000);
    const source = await openSource(file('small', content), 1);
    expect(source.progress).toEqual({ done: 0, total: 200_000 });
    expect(content.equals(Buffer.concat(await all(source.bytes)))).toBe(true);
    expect(source.progress).toEqual({ done: 200_000, total: 200_000 });
    await source.close();
  });

  it.each([0, 1, 1000, MEBIBYTE, MEBIBYTE + 1, MEBIBYTE + 65_536])('of %d bytes is its own sample', async (size) => {
    const content = randomBytes(size);
    const source = await openSource(file('sampled', content), 1);
    expect(content.equals(Buffer.concat(source.samples))).toBe(true);
    await source.close();
  });

  it('that is larger is sampled at its start, at its end and between', async () => {
    // Each byte tells in which MiB it stands.
    const content = Buffer.concat(Array.from({ length: 20 }, (_, i) => Buffer.alloc(MEBIBYTE, i)));
    const source = await openSource(file('large', content), 1);
    const [first, ...others] = source.samples as [Uint8Array, ...Uint8Array[]];
    expect(first).toHaveLength(FIRST_SAMPLE_BYTES);
    expect(others.map((sample) => sample.length)).toEqual(Array(16).fill(65_536));
    const places = others.map((sample) => sample[0] as number);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(new Set(places).size).toBeGreaterThanOrEqual(15);
    expect([first[0], places[0], others.at(-1)?.at(-1)]).toEqual([0, 1, 19]);
    await source.close();
  });

  it('has the fingerprint of its content, which is that of what was read', async () => {
    const content = randomBytes(3 * MEBIBYTE + 5);
    const source = await openSource(file('hashed', content), 1);
    const fingerprint = { bytes: content.length, sha256: sha256(content) };
    expect(await source.file?.fingerprint()).toEqual(fingerprint);
    await all(source.bytes);
    expect(source.file?.fingerprintSoFar()).toEqual(fingerprint);
    await source.close();
  });

  it('is read as long as it was when it was opened', async () => {
    const path = file('growing', Buffer.from('one\n'));
    const source = await openSource(path, 1);
    appendFileSync(path, 'two\n');
    expect(Buffer.concat(await all(source.bytes)).toString()).toBe('one\n');
    expect((await source.file?.fingerprint())?.bytes).toBe(4);
    await source.close();
  });

  it('that changes while it is read has another fingerprint', async () => {
    const path = file('changing', Buffer.from('one\n'));
    const source = await openSource(path, 1);
    const before = await source.file?.fingerprint();
    writeFileSync(path, 'two\n');
    await all(source.bytes);
    expect(source.file?.fingerprintSoFar()).not.toEqual(before);
    await source.close();
  });

  it('is not read on when the signal is aborted', async () => {
    const abort = new AbortController();
    const source = await openSource(file('aborted', randomBytes(200_000)), 1, abort);
    const chunks = source.bytes[Symbol.asyncIterator]();
    await chunks.next();
    abort.abort();
    await expect(chunks.next()).rejects.toMatchObject({ code: 'ABORTED' });
    await source.close();
  });

  it('that is none is named', async () => {
    await expect(openSource(join(folder, 'none'), 1)).rejects.toMatchObject({ code: 'INPUT_UNREADABLE' });
    await expect(openSource(folder, 1)).rejects.toThrow(/^Cannot read .*: it is a folder\. Name a file\.$/);
  });
});

describe('a stream', () => {
  it('gives all its bytes, the sampled ones too, has no fingerprint, and nobody knows its size', async () => {
    const source = await openSource(given('one,', 'two,', 'three'), 5);
    expect(source.samples.map(String)).toEqual(['one,two,']);
    expect(source.progress).toEqual({ done: 0 });
    expect((await all(source.bytes)).map(String)).toEqual(['one,', 'two,', 'three']);
    expect(source.progress).toEqual({ done: 13 });
    expect(source.file).toBeUndefined();
  });

  it('is waited for only as long as the sample needs', async () => {
    async function* endless() {
      yield Buffer.from('first\n');
      await new Promise(() => undefined);
    }
    expect((await openSource(endless(), 3)).samples.map(String)).toEqual(['first\n']);
  });

  it('may be empty', async () => {
    const source = await openSource(given(), 3);
    expect(source.samples.map(String)).toEqual(['']);
    expect(await all(source.bytes)).toEqual([]);
  });

  it.runIf(process.platform !== 'win32')('may be a pipe with a name', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    spawn('sh', ['-c', `printf 'text\\nabcd\\n' > '${pipe}'`]);
    const source = await openSource(pipe, 3);
    expect(source.file).toBeUndefined();
    expect(Buffer.concat(await all(source.bytes)).toString()).toBe('text\nabcd\n');
    await source.close();
  });
});
