/** Prints the nearest of five centroids to one text: the least that a program on transformers.js does for an answer. */
import { readFileSync } from 'node:fs';
import { open } from '../contenders/transformers.mjs';
import { PEER_CENTROIDS } from '../places.mjs';

const [text, threads, dtype] = process.argv.slice(2);
const centroids = Object.entries(JSON.parse(readFileSync(PEER_CENTROIDS, 'utf8')));
const { one } = await open({ threads: Number(threads), dtype });
const vector = (await one(text)).data;
const similarity = (centroid) => centroid.reduce((sum, value, i) => sum + value * vector[i], 0);
const [topic] = centroids.reduce((best, next) => (similarity(next[1]) > similarity(best[1]) ? next : best));
console.log(topic);
