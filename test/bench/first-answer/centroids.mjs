/** Writes the centroids that the peers compare with: the mean vector of some training paragraphs of each topic. */
import { writeFileSync } from 'node:fs';
import { open } from '../contenders/transformers.mjs';
import { PEER_CENTROIDS } from '../places.mjs';
import { trainingRows } from '../texts.mjs';

const EXAMPLES = 8;

const rows = trainingRows();
const topics = [...new Set(rows.flatMap((row) => row.topics))].sort();
const { one } = await open({ threads: 2, dtype: 'q8' });
const centroids = {};
for (const topic of topics) {
  const texts = rows.filter((row) => row.topics.includes(topic)).map((row) => row.text);
  const sum = new Float64Array(384);
  for (let i = 0; i < EXAMPLES; i++) {
    const { data } = await one(texts[Math.floor((i * texts.length) / EXAMPLES)]);
    for (let j = 0; j < sum.length; j++) sum[j] += data[j];
  }
  const length = Math.hypot(...sum);
  centroids[topic] = Array.from(sum, (value) => value / length);
}
writeFileSync(PEER_CENTROIDS, JSON.stringify(centroids));
