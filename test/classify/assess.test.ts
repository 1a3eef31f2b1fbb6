/** Checks what is read of a text before it is scored, and how the parts of an article come together. */
import { describe, expect, it } from 'vitest';
import { FakeEmbedder } from '../helpers/fake-embedder.js';
import { smallClassifier, smallFile } from '../helpers/small-classifier.js';

const PAY = 'The bonus and the grade of the salary were discussed at length there.';
const WEAK_PAY = 'The bonus and the salary of the river were discussed at length there.';
const TRAINING = 'The course and the lesson of the workshop were discussed at length there.';
const NEITHER = 'The weather and the football of the river were discussed at length there, and the harvest too.';
const GERMAN = 'Das Ministerium hat gestern eine neue Verordnung über die Gehälter der Beamten veröffentlicht.';
const TITLE = 'The football';

const joined = (...parts: string[]) => parts.join('\r\n \r\n');

describe('a text of several paragraphs', () => {
  it('has the tags of all, with evidence that points into the whole text', async () => {
    const text = joined(TITLE, PAY, NEITHER, TRAINING);
    const { tags, language } = await (await smallClassifier()).classify(text);
    expect(language).toBe('en');
    expect(tags.map(({ topic }) => topic).sort()).toEqual(['pay', 'training']);
    for (const { topic, evidence } of tags) {
      const [{ start, end }] = evidence;
      expect(topic === 'pay' ? PAY : TRAINING).toBe(text.slice(start, end));
    }
  });

  it('has of each topic the highest score that a paragraph has alone, the highest first', async () => {
    const classifier = await smallClassifier();
    const { scores, classification } = await classifier.assess(joined(WEAK_PAY, TRAINING, PAY));
    const alone: (readonly number[])[] = [];
    for (const text of [WEAK_PAY, TRAINING, PAY]) alone.push((await classifier.assess(text)).scores);
    expect(alone[0]).not.toEqual(alone[2]);
    const highest = [0, 1].map((topic) => Math.max(...alone.map((of) => of[topic] as number)));
    expect(scores).toEqual(highest);
    expect(classification.tags.map(({ score }) => score)).toEqual(highest.sort((a, b) => b - a));
  });

  it('is embedded paragraph by paragraph, in order', async () => {
    const embedder = new FakeEmbedder();
    await (await smallClassifier(embedder)).classify(joined(NEITHER, PAY, TITLE));
    expect(embedder.seen).toEqual([NEITHER, PAY, TITLE]);
  });

  it('is explained by the paragraph where each topic scores highest', async () => {
    const classifier = await smallClassifier();
    const text = joined(NEITHER, TRAINING, PAY);
    const [pay, training] = (await classifier.assess(text, { nearest: 2 })).explanations ?? [];
    const alone = async (paragraph: string) => (await classifier.assess(paragraph, { nearest: 2 })).explanations ?? [];
    expect(pay?.nearest).toEqual((await alone(PAY))[0]?.nearest);
    expect(training?.nearest).toEqual((await alone(TRAINING))[1]?.nearest);
    expect(text.slice(pay?.clause?.start, pay?.clause?.end)).toBe(PAY);
  });

  it('has no tag when no paragraph has one, for the reason of the longest that was scored and in its language', async () => {
    const classifier = await smallClassifier();
    expect(await classifier.classify(joined(GERMAN, `${GERMAN} ${GERMAN}`))).toMatchObject({
      language: 'und',
      abstained: 'unsupported-language',
    });
    expect(await classifier.classify(joined(NEITHER, `${GERMAN} ${GERMAN}`))).toMatchObject({
      language: 'en',
      abstained: 'no-topic-near',
    });
  });

  it('gives others their turn between very many short paragraphs, and can be called off there', async () => {
    const classifier = await smallClassifier();
    const text = joined(PAY, TRAINING, ...new Array<string>(4000).fill('Football'));
    // What is loaded on first use would give others their turn, too.
    await classifier.classify(joined(PAY, TRAINING, 'Football'));
    const abort = new AbortController();
    setImmediate(() => abort.abort());
    await expect(classifier.classify(text, { signal: abort.signal })).rejects.toMatchObject({ code: 'ABORTED' });
  });

  it('is read whole when only one part has eight words, or no line between is blank', async () => {
    const embedder = new FakeEmbedder();
    const classifier = await smallClassifier(embedder);
    const texts = [`${TITLE}\n\n${NEITHER}`, `${NEITHER}\n${NEITHER}`];
    for (const text of texts) await classifier.classify(text);
    expect(embedder.seen).toEqual(texts);
  });
});

describe('a text without a tag', () => {
  it.each(['កម្ពុជា', '政府发布了关于公务员工资的新规定。', 'Правительство'])(
    'is in no language of ours: %s',
    async (text) => {
      expect(await (await smallClassifier()).classify(text)).toMatchObject({
        language: 'und',
        abstained: 'unsupported-language',
      });
    },
  );

  it('says so when it is Vietnamese without accents', async () => {
    const classifier = await smallClassifier();
    expect(await classifier.classify('Chinh phu ban hanh nghi dinh ve chuyen doi so')).toMatchObject({
      language: 'vi',
      abstained: 'no-accents',
    });
    expect(await classifier.classify('Chính phủ ban hành nghị định về chuyển đổi số')).toMatchObject({
      language: 'vi',
      abstained: 'no-topic-near',
    });
  });

  it('says so when minScore dropped the only tags, in any of its paragraphs', async () => {
    const strict = await smallClassifier(new FakeEmbedder(), { minScore: 1 });
    expect((await strict.classify(PAY)).abstained).toBe('below-min-score');
    expect((await strict.classify(NEITHER)).abstained).toBe('no-topic-near');
    expect((await strict.classify(joined(PAY, NEITHER))).abstained).toBe('below-min-score');
  });
});

describe('the encoder is given', () => {
  const seen = async (text: string) => {
    const embedder = new FakeEmbedder();
    const { tags } = await (await smallClassifier(embedder)).classify(text);
    return { given: embedder.seen[0], evidence: tags.map(({ evidence: [{ start, end }] }) => text.slice(start, end)) };
  };

  it('capitals in sentence case, while evidence points at the capitals', async () => {
    expect(await seen(PAY.toUpperCase())).toEqual({ given: PAY, evidence: [PAY.toUpperCase()] });
  });

  it('the words of simple HTML without tags and scripts, while evidence points at the source', async () => {
    const marked = PAY.replace('grade', '<b>gr&#97;de</b>');
    expect(await seen(`<style>p { x: y }</style><p>${marked}</p><script>let salary = 1 < 2;</script>`)).toEqual({
      given: `\n\n${PAY}\n\n`,
      evidence: [marked],
    });
  });

  it('a text with signs that HTML has too as it is', async () => {
    const text = `${PAY} There x < 5 & y > 3.`;
    expect((await seen(text)).given).toBe(text);
  });
});

it('the thresholds of the classifier in these tests leave room for minScore', () => {
  for (const { threshold } of smallFile.topics) expect(threshold).toBeLessThan(1);
});
