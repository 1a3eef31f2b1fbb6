import { describe, expect, it } from 'vitest';
import { fromPipeline } from '../../../src/embed/transformers/from-pipeline.js';
import { CivicTopicsError } from '../../../src/errors.js';
import { cutWords, type FakePipelineOptions, fakePipeline } from '../../helpers/fake-pipeline.js';

const spanOf = (text: string, part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
/** Marks point along the first axis, the prefix along the second, all other tokens along the third. */
const vectorOf = (token: string) => (/<|>/.test(token) ? [1, 0, 0] : /q|:/.test(token) ? [0, 1, 0] : [0, 0, 1]);
/** Of length 1, by hand. */
const unit = (...sum: readonly number[]) => sum.map((value) => value / Math.hypot(...sum));
const close = (vector: Float32Array | undefined, expected: readonly number[]) => {
  expect(vector).toHaveLength(expected.length);
  expected.forEach((value, i) => {
    expect(vector?.[i]).toBeCloseTo(value, 6);
  });
};
/** The runs after the trial that `fromPipeline` makes. */
const make = async (pipeline: FakePipelineOptions, options: Parameters<typeof fromPipeline>[1] = {}) => {
  const fake = fakePipeline(pipeline);
  const embedder = await fromPipeline(fake, options);
  fake.runs.length = 0;
  return { embedder, runs: fake.runs, fake };
};

describe('the vector of a text', () => {
  it('is the mean of all tokens, marks included', async () => {
    const { embedder, runs } = await make({ vectorOf });
    const { text, tokens, windows } = await embedder.embed('one two six');
    expect(runs).toEqual([['<s>', '▁one', '▁two', '▁six', '</s>']]);
    close(text, unit(2, 0, 3));
    expect({ tokens, windows, dimensions: embedder.dimensions }).toEqual({ tokens: 3, windows: 1, dimensions: 3 });
  });

  it('is the first token with pooling cls, and the last with last-token', async () => {
    const ends = (token: string) => (token === '<s>' ? [3, 0] : token === '</s>' ? [0, 5] : [1, 1]);
    const cls = await make({ vectorOf: ends }, { pooling: 'cls' });
    close((await cls.embedder.embed('one two')).text, [1, 0]);
    const last = await make({ vectorOf: ends }, { pooling: 'last-token' });
    close((await last.embedder.embed('one two')).text, [0, 1]);
  });

  it('is that of the marks alone for an empty text, and of length 0 where the model has no marks', async () => {
    close((await (await make({ vectorOf })).embedder.embed('')).text, [1, 0, 0]);
    const { embedder, runs } = await make({ vectorOf, marks: [[], []] });
    expect(await embedder.embed('')).toMatchObject({ text: new Float32Array(3), tokens: 0, windows: 1 });
    expect(runs).toEqual([]);
  });
});

describe('the vector of a span', () => {
  it('is the mean of its tokens, each read within the whole text', async () => {
    // A token says which it is and how many are read with it.
    const inContext = (token: string, all: readonly string[]) => [token === '▁two' ? 1 : 0, all.length];
    const { embedder, runs } = await make({ vectorOf: inContext });
    expect(embedder.lateChunking).toBe(true);
    const text = 'one two six';
    const { spans } = await embedder.embed(text, [spanOf(text, 'two'), spanOf(text, 'two six')]);
    expect(runs).toHaveLength(1);
    close(spans[0], unit(1, 5));
    close(spans[1], unit(1, 10));
  });

  it('is that of a text of its own with pooling cls, prefix and all', async () => {
    const { embedder, runs } = await make({ vectorOf }, { pooling: 'cls', prefix: 'q: ' });
    expect(embedder.lateChunking).toBe(false);
    await embedder.embed('one two six', [spanOf('one two six', 'two six')]);
    expect(runs.map((run) => run.join(' '))).toEqual(['<s> ▁q : ▁one ▁two ▁six </s>', '<s> ▁q : ▁two ▁six </s>']);
  });

  it('is that of a text of its own where tokens cannot be found in the text, and says so', async () => {
    const cut = (text: string) => [`${text.length}`, ...cutWords(text)];
    const { embedder, runs } = await make({ cut });
    expect(embedder.lateChunking).toBe(false);
    await embedder.embed('one two', [spanOf('one two', 'two')]);
    expect(runs.map((run) => run.join(' '))).toEqual(['<s> 7 ▁one ▁two </s>', '<s> 3 ▁two </s>']);
    await expect(fromPipeline(fakePipeline({ cut }), { lateChunking: true })).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
    });
  });

  it('has length 0 in a text without tokens', async () => {
    const { spans } = await (await make({ vectorOf })).embedder.embed(' ', [{ start: 0, end: 1 }]);
    expect(spans).toEqual([new Float32Array(3)]);
  });
});

describe('the prefix', () => {
  const text = 'one two';
  const spans = [spanOf(text, 'one')];

  it('is put before the text, counts in its mean and never in a span', async () => {
    const { embedder, runs } = await make({ vectorOf }, { prefix: 'q: ' });
    const embedding = await embedder.embed(text, spans);
    expect(runs[0]?.join(' ')).toBe('<s> ▁q : ▁one ▁two </s>');
    close(embedding.text, unit(2, 2, 2));
    close(embedding.spans[0], [0, 0, 1]);
    expect(embedding.tokens).toBe(2);
  });

  it('can be left out of the mean', async () => {
    const { embedder } = await make({ vectorOf }, { prefix: 'q: ', prefixInMean: false });
    close((await embedder.embed(text, spans)).text, unit(2, 0, 2));
  });

  it('leaves a token that it shares with the text to the text', async () => {
    const { embedder } = await make({}, { prefix: 'ab' });
    expect((await embedder.embed('cd ef')).tokens).toBe(2); // ▁abcd ▁ef
  });
});

describe('a text longer than the model reads at once', () => {
  const text = 'a b c d e f g';

  it('is read in windows that end where a span begins, each with marks and prefix', async () => {
    const { embedder, runs } = await make({ vectorOf }, { prefix: 'q: ', maxTokens: 8 });
    const { windows, tokens } = await embedder.embed(text, [spanOf(text, 'a b c'), spanOf(text, 'd e f g')]);
    expect({ windows, tokens }).toEqual({ windows: 2, tokens: 7 });
    expect(runs.map((run) => run.slice(3, -1).join(' '))).toEqual(['▁a ▁b ▁c', '▁d ▁e ▁f ▁g']);
    for (const run of runs) expect([...run.slice(0, 3), run.at(-1)]).toEqual(['<s>', '▁q', ':', '</s>']);
  });

  it('has the mean of its windows by tokens, and a span that of its parts', async () => {
    const halves = (token: string) => ('▁a▁b▁c▁d▁e'.includes(token) ? [1, 0] : [0, 1]);
    const { embedder, runs } = await make({ vectorOf: halves, marks: [[], []] }, { maxTokens: 5 });
    const { spans, ...whole } = await embedder.embed(text, [spanOf(text, 'b c d e f g')]);
    expect(runs.map((run) => run.length)).toEqual([5, 2]);
    close(whole.text, unit(5, 2));
    close(spans[0], unit(4, 2));
  });

  it('is longer than 512 tokens, or the limit of tokenizer or model where that is lower', async () => {
    const long = 'a '.repeat(510);
    const windowsOf = async (options: FakePipelineOptions) =>
      (await (await make(options)).embedder.embed(long)).windows;
    expect(await windowsOf({})).toBe(1);
    expect(await windowsOf({ maxLength: 1e30 })).toBe(1);
    expect(await windowsOf({ maxLength: 257 })).toBe(2);
    expect(await windowsOf({ config: { max_position_embeddings: 172 } })).toBe(3);
  });
});

describe('the id', () => {
  const idOf = async (pipeline: FakePipelineOptions, options = {}) => (await make(pipeline, options)).embedder.id;

  it('names the model, the kind of its weights and every choice that changes vectors', async () => {
    const named = { config: { _name_or_path: 'intfloat/e5', model_type: 'bert' }, dtype: 'q8' };
    expect(await idOf(named)).toBe('intfloat/e5 q8, mean, late chunking');
    expect(await idOf(named, { prefix: 'q: ' })).toBe('intfloat/e5 q8, mean, prefix "q: ", late chunking');
    expect(await idOf(named, { prefix: 'x', prefixInMean: false })).toBe(
      'intfloat/e5 q8, mean, prefix "x" outside the mean, late chunking',
    );
    expect(await idOf(named, { pooling: 'cls' })).toBe('intfloat/e5 q8, cls, spans alone');
    expect(await idOf(named, { lateChunking: false })).toBe('intfloat/e5 q8, mean, spans alone');
  });

  it('takes the name that is given, or the architecture where the model says no name', async () => {
    expect(await idOf({ config: { model_type: 'bert' }, vectorOf })).toBe('bert of 3 dimensions, mean, late chunking');
    expect(await idOf({ config: { model_type: 'bert' } }, { id: 'ours' })).toBe('ours, mean, late chunking');
  });
});

describe('closing', () => {
  it('leaves the pipeline to whoever made it, unless it is owned', async () => {
    const { embedder, fake } = await make({});
    await embedder.close();
    expect(fake.disposals).toBe(0);
    const owned = await make({}, { ownsPipeline: true });
    await owned.embedder.close();
    await owned.embedder.close();
    expect(owned.fake.disposals).toBe(1);
    await expect(owned.embedder.embed('one')).rejects.toMatchObject({ code: 'CLOSED' });
  });

  it('waits for the run that is under way', async () => {
    let finish: () => void = () => undefined;
    let ready = Promise.resolve();
    const { embedder, fake } = await make({ ready: () => ready }, { ownsPipeline: true });
    ready = new Promise((resolve) => {
      finish = resolve;
    });
    const running = embedder.embed('one');
    await new Promise(setImmediate);
    const closing = embedder.close();
    await new Promise(setImmediate);
    expect(fake.disposals).toBe(0);
    finish();
    await Promise.all([running, closing]);
    expect(fake.disposals).toBe(1);
  });
});

describe('refusals', () => {
  it.each([
    ['an embedder with a bad pooling', { pooling: 'max' as never }],
    ['a prefix that is no string', { prefix: 3 as never }],
    ['no room for tokens', { maxTokens: 0 }],
    ['a prefix that leaves no room for the text', { prefix: 'a b c d ', maxTokens: 6 }],
    ['late chunking of anything but means', { pooling: 'cls', lateChunking: true }],
  ] as const)('%s', async (_, options) => {
    await expect(fromPipeline(fakePipeline(), options)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  });

  it.each([
    ['nothing', undefined],
    ['a promise of a pipeline', Promise.resolve(fakePipeline())],
    ['a pipeline for images', { ...fakePipeline(), tokenizer: null }],
  ])('%s in place of a pipeline', async (_, pipeline) => {
    const refusal = await fromPipeline(pipeline as never).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(CivicTopicsError);
    expect(refusal).toMatchObject({ code: 'INVALID_ARGUMENT', message: expect.stringContaining('tokenizer') });
  });

  it.each<[string, FakePipelineOptions]>([
    [
      'one vector for a text',
      { output: ({ data }) => ({ last_hidden_state: { type: 'float32', dims: [1, 2], data } }) },
    ],
    ['nothing by a known name', { output: (tensor) => ({ sentence_embedding: tensor }) }],
    ['numbers that are not finite', { vectorOf: () => [Number.NaN, 1] }],
    [
      'numbers of another kind',
      { output: ({ dims }) => ({ logits: { type: 'float16', dims, data: new Uint16Array(64) } }) },
    ],
    [
      'an error',
      {
        output: () => {
          throw new Error('boom');
        },
      },
    ],
    ['vectors for a tokenizer without tokens', { cut: () => [] }],
  ])('a model that gives %s', async (_, pipeline) => {
    await expect(fromPipeline(fakePipeline(pipeline))).rejects.toMatchObject({ code: 'MODEL_INVALID' });
  });

  it('a span outside the text, and work whose signal is aborted', async () => {
    const { embedder } = await make({});
    await expect(embedder.embed('one', [{ start: 2, end: 4 }])).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    await expect(embedder.embed('one', [], { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'ABORTED' });
  });
});
