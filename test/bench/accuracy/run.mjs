/** Prints every accuracy figure of the model card: `npm run build && node test/bench/accuracy/run.mjs [civic-dev|fixtures|ordinary|sure|ntrex|sib200]…`. */
import { createClassifier, createOnnxEmbedder, evaluate, formatEvaluation, train } from '../../../dist/index.js';
import { formatCalibration } from './calibration.mjs';
import { civicDev, evaluationFixtures, LANGUAGES, ntrex, setAside, sib200 } from './sources.mjs';

const per = (part, whole) => `${((100 * part) / whole).toFixed(2)} % (${part} of ${whole})`;

async function civic(classifier) {
  await report(classifier, await civicDev());
}

async function fixtures(classifier) {
  console.log(formatEvaluation(await evaluate(classifier, await evaluationFixtures('kind'))));
  await report(classifier, await evaluationFixtures('language'));
}

async function report(classifier, rows) {
  const evaluation = await evaluate(classifier, rows);
  console.log(formatEvaluation(evaluation));
  console.log(formatCalibration(evaluation.calibration));
}

async function ordinary(classifier) {
  const { falselyTagged, untagged, right, tags, found, truth } = count(await answers(classifier, await setAside()), 0);
  console.log(`Lines without a topic that get a tag  ${per(falselyTagged, untagged)}`);
  console.log(`Tags that are right                   ${per(right, tags)}`);
  console.log(`Truth that is found                   ${per(found, truth)}`);
}

/** What `--min-score` brings. */
async function sure(classifier) {
  const sets = {
    'civic-dev': await civicDev(),
    fixtures: await evaluationFixtures('kind'),
    ordinary: await setAside(),
  };
  for (const [name, rows] of Object.entries(sets)) {
    const given = await answers(classifier, rows);
    for (const least of [0, 0.6, 0.8, 0.9, 0.95]) {
      const { right, tags, found, truth } = count(given, least);
      console.log(`${name}, at least ${least}: right ${per(right, tags)}, found ${per(found, truth)}`);
    }
  }
}

async function answers(classifier, rows) {
  const result = [];
  for (const { text, topics, doubtful = [] } of rows)
    result.push({ topics, doubtful, tags: (await classifier.classify(text)).tags });
  return result;
}

/** Tags of at least this score; doubtful topics count neither for nor against. */
function count(rows, least) {
  const sums = { untagged: 0, falselyTagged: 0, tags: 0, right: 0, truth: 0, found: 0 };
  for (const { topics, doubtful, tags } of rows) {
    const given = tags.filter(({ topic, score }) => score >= least && !doubtful.includes(topic));
    const right = given.filter(({ topic }) => topics.includes(topic)).length;
    sums.tags += given.length;
    sums.right += right;
    sums.found += right;
    sums.truth += topics.length;
    if (topics.length > 0) continue;
    sums.untagged++;
    if (given.length > 0) sums.falselyTagged++;
  }
  return sums;
}

async function consistency(classifier) {
  const lines = ntrex();
  let same = 0;
  let tagged = 0;
  for (let i = 0; i < lines.en.length; i++) {
    const topics = [];
    for (const language of LANGUAGES) {
      const { tags } = await classifier.classify(lines[language][i]);
      topics.push(
        tags
          .map((tag) => tag.topic)
          .sort()
          .join('|'),
      );
    }
    if (new Set(topics).size === 1) same++;
    if (topics.some(Boolean)) tagged++;
  }
  console.log(
    `Lines with the same topics in all three languages  ${per(same, lines.en.length)}; with a tag in any: ${tagged}`,
  );
}

/** Nearest centroid by cosine over all languages' training sentences together, each language's mean taken away. */
async function sib() {
  const embedder = await createOnnxEmbedder();
  const embed = async (rows) =>
    Promise.all(rows.map(async ({ text, category }) => ({ category, vector: (await embedder.embed(text)).text })));
  const minus = (vector, centre) => vector.map((value, i) => value - centre[i]);
  const mean = (vectors) =>
    vectors[0].map((_, i) => vectors.reduce((sum, vector) => sum + vector[i], 0) / vectors.length);
  const cosine = (a, b) => a.reduce((sum, value, i) => sum + value * b[i], 0) / Math.hypot(...a) / Math.hypot(...b);
  const points = {};
  const centres = {};
  for (const language of LANGUAGES) {
    const train = await embed(await sib200(language, 'train'));
    centres[language] = mean(train.map(({ vector }) => vector));
    for (const { category, vector } of train) {
      points[category] ??= [];
      points[category].push(minus(vector, centres[language]));
    }
  }
  const centroids = Object.entries(points).map(([category, vectors]) => ({ category, centroid: mean(vectors) }));
  for (const language of LANGUAGES) {
    const test = await embed(await sib200(language, 'test'));
    const right = test.filter(({ category, vector }) => {
      const point = minus(vector, centres[language]);
      return (
        centroids.reduce((a, b) => (cosine(point, b.centroid) > cosine(point, a.centroid) ? b : a)).category ===
        category
      );
    });
    console.log(`SIB-200 ${language}, plain centroids  ${per(right.length, test.length)}`);
  }
  await sibTrained(embedder);
  await embedder.close();
}

/** The same by this package's own `train`: centroids in the whitened space, the highest score wins. */
async function sibTrained(embedder) {
  const examples = [];
  for (const language of LANGUAGES)
    for (const { text, category } of await sib200(language, 'train'))
      examples.push({ text, topics: [category], language });
  const trained = await createClassifier({
    ...(await train(examples, { embedder, untaggedShare: 0 })),
    embedder,
  });
  for (const language of LANGUAGES) {
    const test = await sib200(language, 'test');
    let right = 0;
    for (const { text, category } of test) {
      const { scores } = await trained.assess(text);
      if (trained.topics[scores.indexOf(Math.max(...scores))] === category) right++;
    }
    console.log(`SIB-200 ${language}, as trained       ${per(right, test.length)}`);
  }
}

const PARTS = { 'civic-dev': civic, fixtures, ordinary, sure, ntrex: consistency, sib200: sib };
const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(PARTS);
const classifier = await createClassifier();
for (const name of wanted) {
  console.log(`\n== ${name}`);
  await PARTS[name](classifier);
}
await classifier.close();
