import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CachedEmbedder } from '../../src/embed/embedding-cache.js';
import { FakeEmbedder } from '../helpers/fake-embedder.js';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cache-'));
  path = join(folder, 'examples.csv.embeddings');
});
afterEach(() => rmSync(folder, { recursive: true }));

const TEXT = 'The salary and the course.';
const SPANS = [
  { start: 0, end: 10 },
  { start: 11, end: 26 },
];

/** Embeds some texts and saves, as one training does; gives what had to be embedded. */
async function session(texts: readonly string[], { id = 'fake', dimensions = 16, keepUnused = false } = {}) {
  const inner = new FakeEmbedder(id, dimensions);
  const cached = await CachedEmbedder.open(path, inner);
  const embeddings = [];
  for (const text of texts) embeddings.push(await cached.embed(text, text === TEXT ? SPANS : []));
  const failure = await cached.save(keepUnused);
  return { embeddings, seen: inner.seen, notice: cached.notice, failure };
}

describe('a cached embedder', () => {
  it('answers from the file as the embedder answered', async () => {
    const first = await session([TEXT, 'Another text.']);
    const second = await session([TEXT, 'Another text.']);
    expect(first.seen).toEqual([TEXT, 'Another text.']);
    expect(second).toEqual({ ...first, seen: [] });
  });

  it('embeds anew a text whose clauses are cut elsewhere', async () => {
    await session([TEXT]);
    const inner = new FakeEmbedder();
    await (await CachedEmbedder.open(path, inner)).embed(TEXT, SPANS.slice(1));
    expect(inner.seen).toEqual([TEXT]);
  });

  it('does not touch the file when nothing is new', async () => {
    await session([TEXT]);
    const before = statSync(path).mtimeMs;
    await new Promise((resolve) => setTimeout(resolve, 20));
    await session([TEXT]);
    expect(statSync(path).mtimeMs).toBe(before);
  });

  it('forgets what is no longer asked for, unless it is told to keep it', async () => {
    await session(['one', 'two']);
    await session(['two', 'three'], { keepUnused: true });
    expect((await session(['one', 'two', 'three'])).seen).toEqual([]);
    await session(['four']);
    expect((await session(['one', 'four'])).seen).toEqual(['one']);
  });

  it.each([
    ['another encoder', { id: 'other' }],
    ['vectors of another length', { dimensions: 8 }],
  ])('ignores the embeddings of %s, says so, and writes the file anew', async (_, other) => {
    await session(['one'], other);
    const run = await session(['one']);
    expect(run.seen).toEqual(['one']);
    expect(run.notice).toMatch(/examples\.csv\.embeddings are another encoder's/);
    expect((await session(['one'])).notice).toBeUndefined();
  });

  it('ignores a damaged file wherever it is damaged, says so, and writes it anew', async () => {
    await session(['one', TEXT]);
    const whole = readFileSync(path);
    const damaged = [0, 10, 30, 60, 200].map((length) => whole.subarray(0, length));
    for (const at of [30, 100, whole.length - 1]) {
      const flipped = Buffer.from(whole);
      flipped[at] = (flipped[at] as number) ^ 1;
      damaged.push(flipped);
    }
    damaged.push(Buffer.concat([whole, Buffer.from('x')]));
    for (const bytes of damaged) {
      writeFileSync(path, bytes);
      const run = await session(['one', TEXT]);
      expect(run.seen).toEqual(['one', TEXT]);
      expect(run.notice).toMatch(/are damaged/);
      expect(readFileSync(path).equals(whole)).toBe(true);
    }
  });

  it('leaves a file alone that is none of its own', async () => {
    writeFileSync(path, 'my own notes');
    const run = await session(['one']);
    expect(run.notice).toMatch(/holds something else than embeddings and is left alone/);
    expect(readFileSync(path, 'utf8')).toBe('my own notes');
  });

  it('says when the file cannot be read or written, and embeds', async () => {
    mkdirSync(path);
    const run = await session(['one']);
    expect(run.notice).toMatch(/cannot be read \(EISDIR/);
    expect(run.failure).toMatch(/could not be kept in .*examples\.csv\.embeddings \(/);
    expect(run.embeddings).toHaveLength(1);
    expect(readdirSync(folder)).toEqual(['examples.csv.embeddings']);
  });

  it('says when the folder is missing, and leaves nothing behind', async () => {
    path = join(folder, 'missing', 'examples.csv.embeddings');
    expect((await session(['one'])).failure).toMatch(/could not be kept/);
    expect(existsSync(join(folder, 'missing'))).toBe(false);
  });

  it('closes the embedder that it was given', async () => {
    const inner = new FakeEmbedder();
    await (await CachedEmbedder.open(path, inner)).close();
    expect(inner.closed).toBe(true);
  });
});
