/** What must hold of the encoder in the package, measured on the real model. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dot } from '../../src/classify/space.js';
import type { Embedder } from '../../src/embed/embedder.js';
import { createOnnxEmbedder } from '../../src/embed/onnx-embedder.js';
import { normalise } from '../../src/text/normalise.js';

const VI = 'Chính phủ ban hành nghị định về chuyển đổi số trong cơ quan nhà nước.';
const FR = 'Le gouvernement publie un décret sur la transformation numérique des administrations.';
const EN = 'The government issues a decree on the digital transformation of public bodies.';
const OTHER = 'Heavy rain is forecast for the coast, and the cup final may be postponed until Sunday.';

let embedder: Embedder;
beforeAll(async () => {
  embedder = await createOnnxEmbedder({ threads: 2 });
});
afterAll(() => embedder.close());
const vector = async (text: string) => (await embedder.embed(text)).text;
const whole = (text: string) => ({ start: 0, end: text.length });

describe('the encoder', () => {
  it('gives vectors of length 1 and of the stated width', async () => {
    const { text, spans } = await embedder.embed(VI, [{ start: 0, end: 9 }]);
    for (const one of [text, ...spans]) {
      expect(one).toHaveLength(embedder.dimensions);
      expect(dot(one, one)).toBeCloseTo(1, 5);
    }
  });

  it('brings a sentence nearer to its translations than to another sentence', async () => {
    const [vi, fr, en, other] = await Promise.all([VI, FR, EN, OTHER].map(vector));
    for (const [a, b] of [
      [vi, fr],
      [vi, en],
      [fr, en],
    ] as const) {
      const near = dot(a as Float32Array, b as Float32Array);
      expect(near).toBeGreaterThan(dot(a as Float32Array, other as Float32Array));
      expect(near).toBeGreaterThan(dot(b as Float32Array, other as Float32Array));
    }
  });

  it('gives the same bits alone, beside others and whatever came before', async () => {
    const alone = await vector(VI);
    const [, beside] = await Promise.all([vector(OTHER.repeat(20)), vector(VI), vector(FR)]);
    expect(beside).toEqual(alone);
    expect(await vector(VI)).toEqual(alone);
  });

  it('gives a clause the same vector whatever other clauses are asked for', async () => {
    const clause = { start: 10, end: 30 };
    const { spans: one } = await embedder.embed(VI, [clause]);
    const { spans: many } = await embedder.embed(VI, [{ start: 0, end: 9 }, clause, whole(VI)]);
    expect(many[1]).toEqual(one[0]);
  });

  it('finds the tokens of a span behind emoji, which take two code units', async () => {
    const clause = 'lương công chức';
    const at = (text: string) => ({ start: text.indexOf(clause), end: text.indexOf(clause) + clause.length });
    const shifted = `🇻🇳👩🏽‍💻 Cải cách ${clause} năm nay`;
    const { spans } = await embedder.embed(shifted, [at(shifted), { start: 0, end: at(shifted).start }]);
    const plain = `Cải cách ${clause} năm nay`;
    const { spans: expected } = await embedder.embed(plain, [at(plain)]);
    const [found, before] = spans as [Float32Array, Float32Array];
    expect(dot(found, expected[0] as Float32Array)).toBeGreaterThan(dot(before, expected[0] as Float32Array));
    expect(dot(found, expected[0] as Float32Array)).toBeGreaterThan(0.9);
  });

  it('reads all of a text longer than one window', async () => {
    const start = `${OTHER} `.repeat(60);
    const { windows, tokens, text, spans } = await embedder.embed(`${start}${VI}`, [
      { start: start.length, end: start.length + VI.length },
    ]);
    expect(tokens).toBeGreaterThan(1000);
    expect(windows).toBe(Math.ceil(tokens / 510));
    expect(dot(spans[0] as Float32Array, await vector(VI))).toBeGreaterThan(
      dot(spans[0] as Float32Array, await vector(OTHER)),
    );
    expect(text).not.toEqual((await embedder.embed(start.trim())).text);
  });

  it('cuts ordinary pieces out of text that looks like the tokenizer’s marks', async () => {
    const { tokens } = await embedder.embed('<s> lương </s>');
    expect(tokens).toBeGreaterThanOrEqual(5);
  });

  it.each(['', ' ', '\ud800', '\u0000', '𝕏'.repeat(3), 'a'.repeat(20_000)])(
    'embeds %j without failing',
    async (text) => {
      const { text: embedded } = await embedder.embed(normalise(text).text);
      expect(dot(embedded, embedded)).toBeCloseTo(1, 5);
    },
  );

  it('frees its memory on close(), and refuses to work after it', async () => {
    const another = await createOnnxEmbedder({ threads: 1 });
    await another.embed(VI);
    await another.close();
    await another.close();
    await expect(another.embed(VI)).rejects.toMatchObject({ code: 'CLOSED' });
  });

  it.each([[{ start: 3, end: 3 }], [{ start: -1, end: 3 }], [{ start: 0, end: 999 }], [{ start: 0.5, end: 2 }]])(
    'refuses the span %j',
    async (span) => {
      await expect(embedder.embed(VI, [span])).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    },
  );
});
