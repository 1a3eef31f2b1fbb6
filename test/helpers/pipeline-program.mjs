/**
 * In a project with civic-topics and a package of transformers.js: embeds, trains and classifies with a pipeline, and prints what came of it as
 * JSON. Standard input holds `{ texts: [{ text, spans }], examples, topics }`.
 *
 * Usage: node PROGRAM PACKAGE FOLDER, with the model `encoder` in FOLDER
 */
import { readFileSync } from 'node:fs';
import { createClassifier, train } from 'civic-topics';
import { fromModel, fromPipeline } from 'civic-topics/transformers';

const [name, folder] = process.argv.slice(2);
const { texts, examples, topics } = JSON.parse(readFileSync(0, 'utf8'));
const { env, pipeline } = await import(name);
env.allowRemoteModels = false;
env.localModelPath = folder;
const code = (promise) => promise.then(() => 'none').catch((error) => error.code);

const extract = await pipeline('feature-extraction', 'encoder', { dtype: 'fp32', quantized: false });
const embedder = await fromPipeline(extract, { id: 'encoder' });
const { id, lateChunking, dimensions } = embedder;
const embeddings = [];
for (const { text, spans } of texts) {
  const embedding = await embedder.embed(text, spans);
  embeddings.push({ ...embedding, text: [...embedding.text], spans: embedding.spans.map((span) => [...span]) });
}

const prefixed = await fromPipeline(extract, { id: 'encoder', prefix: 'query: ' });
const own = await extract(`query: ${texts[0].text}`, { pooling: 'mean', normalize: true });
const ours = await prefixed.embed(texts[0].text);

const { classifier: file } = await train(examples, { topics, embedder });
const classifier = await createClassifier({ classifier: file, embedder });
const tags = (await classifier.classify(texts.map(({ text }) => text))).map((answer) => answer.tags);
const refusal = await code(createClassifier({ classifier: file, embedder: prefixed }));

const loaded = await fromModel('encoder', { dtype: 'fp32' });
const alike = await loaded.embed(texts[0].text);
const missing = await code(fromModel('no-such-model'));
await loaded.close();
const closed = await code(loaded.embed('x'));
await embedder.close();
const open = (await extract('still there')).dims.length;
await extract.dispose();

process.stdout.write(
  JSON.stringify({
    ...{ id, lateChunking, dimensions, embeddings, tags, refusal, missing, closed, open },
    prefixed: { id: prefixed.id, own: [...own.data], ours: [...ours.text] },
    loaded: { id: loaded.id, same: alike.text.every((value, i) => value === Math.fround(embeddings[0].text[i])) },
  }),
);
