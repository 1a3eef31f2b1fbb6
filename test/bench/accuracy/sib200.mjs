/** Measures `train` on topics it was never made for, SIB-200 (Adelani et al. 2024): `npm run build && node test/bench/accuracy/sib200.mjs [--python FILE]`. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createClassifier, createOnnxEmbedder, evaluate, train } from '../../../dist/index.js';
import { LANGUAGES, sib200 } from './sources.mjs';

/** Zero-shot accuracy of GPT-4 in per cent, from the answer logs that the authors of SIB-200 published. */
const GPT_4 = { vi: 79.4, fr: 83.3, en: 81.4 };
const FEW = 8;
const DRAWS = 5;

const { values } = parseArgs({ options: { python: { type: 'string', default: process.env.BENCH_PEER_PYTHON } } });
const taxonomy = JSON.parse(readFileSync(new URL('sib200-taxonomy.json', import.meta.url), 'utf8'));
const embedder = remembering(await createOnnxEmbedder());
const examples = await perLanguage(async (language) =>
  (await sib200(language, 'train')).map(({ text, category }) => ({ text, topics: [category], language })),
);
const tests = await perLanguage(async (language) =>
  (await sib200(language, 'test')).map(({ text, category }) => ({ text, topics: [category] })),
);
const all = LANGUAGES.flatMap((language) => examples[language]);

console.log('Accuracy in per cent (the topic of the highest score), in brackets macro-F1 of the tags\n');
line('trained on', LANGUAGES);
for (const language of LANGUAGES) line(`${language}, 701 sentences`, await measure(examples[language]));
line('all three', await measure(all));
line(`${FEW} a topic in each language, definitions`, await measureDraws(LANGUAGES));
line(`${FEW} a topic in English, definitions`, await measureDraws(['en']));
line('definitions alone', await measure([]));
line('definitions, unlabelled sentences', await measure([], all));
line(
  'GPT-4, zero-shot, as published',
  LANGUAGES.map((language) => GPT_4[language].toFixed(1)),
);
if (values.python) await comparePlainCentroids();
else console.log('\nNot compared with scikit-learn: give --python FILE, a Python that has it.');
await embedder.close();

/** [accuracy, macro-F1] on each test set. */
async function figures(trainingExamples, unlabelled) {
  const own = trainingExamples.length > 0 && trainingExamples.length === 701;
  const options = { embedder, untaggedShare: 0, ...(!own && { taxonomy }), ...(unlabelled && { unlabelled }) };
  const classifier = await createClassifier({ ...(await train(trainingExamples, options)), embedder });
  const results = [];
  for (const language of LANGUAGES) {
    let right = 0;
    for (const { text, topics } of tests[language]) {
      const { scores } = await classifier.assess(text);
      if (classifier.topics[scores.indexOf(Math.max(...scores))] === topics[0]) right++;
    }
    results.push([
      right / tests[language].length,
      (await evaluate(classifier, tests[language], { resamples: 39 })).macroF1,
    ]);
  }
  return results;
}

async function measure(trainingExamples, unlabelled) {
  return (await figures(trainingExamples, unlabelled)).map(format);
}

/** Mean over draws of a few examples: the sentences of a topic by a seeded shuffle, the same sentences in every language. */
async function measureDraws(languages) {
  const draws = [];
  for (let seed = 1; seed <= DRAWS; seed++) {
    const rows = drawn(seed);
    draws.push(await figures(languages.flatMap((language) => rows.map((row) => examples[language][row]))));
  }
  const mean = (place, figure) => draws.reduce((sum, draw) => sum + draw[place][figure], 0) / DRAWS;
  return LANGUAGES.map((_, place) => format([mean(place, 0), mean(place, 1)]));
}

function drawn(seed) {
  const counts = new Map();
  return shuffled(examples.en.length, seed).filter((row) => {
    const [topic] = examples.en[row].topics;
    const count = counts.get(topic) ?? 0;
    counts.set(topic, count + 1);
    return count < FEW;
  });
}

/** Fisher–Yates with a linear congruential generator (Numerical Recipes): the same on every machine. */
function shuffled(count, seed) {
  let state = seed;
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const j = Math.floor((state / 2 ** 32) * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

function format([accuracy, macroF1]) {
  return `${(100 * accuracy).toFixed(1)} [${macroF1.toFixed(2)}]`;
}

function line(name, cells) {
  console.log(`${name.padEnd(44)}${cells.map((cell) => cell.padEnd(14)).join('')}`.trimEnd());
}

async function perLanguage(read) {
  return Object.fromEntries(await Promise.all(LANGUAGES.map(async (language) => [language, await read(language)])));
}

/** Embeds each text once. */
function remembering(inner) {
  const known = new Map();
  const embed = (text, spans = []) => {
    const key = JSON.stringify([text, spans]);
    if (!known.has(key)) known.set(key, inner.embed(text, spans));
    return known.get(key);
  };
  return { id: inner.id, dimensions: inner.dimensions, embed, close: () => inner.close() };
}

/** scikit-learn on the same vectors, each language's mean taken away; its NearestCentroid must predict what plain centroids here do. */
async function comparePlainCentroids() {
  const rows = await perLanguage(async (language) => {
    const [learnt, asked] = [await vectorsOf(examples[language]), await vectorsOf(tests[language])];
    const centre = mean(learnt.map(({ vector }) => vector));
    const centred = (list) => list.map(({ topic, vector }) => ({ topic, vector: vector.map((x, i) => x - centre[i]) }));
    return { train: centred(learnt), test: centred(asked) };
  });
  for (const trained of [...LANGUAGES, 'all']) {
    const learnt = (trained === 'all' ? LANGUAGES : [trained]).flatMap((language) => rows[language].train);
    const centroids = taxonomy.topics.map(({ id }) => {
      const vectors = learnt.filter(({ topic }) => topic === id).map(({ vector }) => vector);
      return { id, centroid: mean(vectors) };
    });
    for (const language of LANGUAGES)
      for (const row of rows[language].test) row[`plain-${trained}`] = nearest(row.vector, centroids);
  }
  const folder = mkdtempSync(join(tmpdir(), 'sib200-'));
  writeFileSync(join(folder, 'rows.json'), JSON.stringify(rows));
  const script = new URL('sib200_scikit_learn.py', import.meta.url).pathname;
  console.log(execFileSync(values.python, [script, join(folder, 'rows.json')], { encoding: 'utf8' }));
  rmSync(folder, { recursive: true });
}

async function vectorsOf(rows) {
  const embeddings = await Promise.all(rows.map(({ text }) => embedder.embed(text)));
  return rows.map(({ topics }, i) => ({ topic: topics[0], vector: [...embeddings[i].text] }));
}

function mean(vectors) {
  return vectors[0].map((_, i) => vectors.reduce((sum, vector) => sum + vector[i], 0) / vectors.length);
}

/** By Euclidean distance, as NearestCentroid does by default. */
function nearest(vector, centroids) {
  const distance = ({ centroid }) => vector.reduce((sum, x, i) => sum + (x - centroid[i]) ** 2, 0);
  return centroids.reduce((best, next) => (distance(next) < distance(best) ? next : best)).id;
}
