/** Prints the topics of one text, through the library. */
import { createClassifier } from '../../../dist/index.js';

const [text, threads] = process.argv.slice(2);
const classifier = await createClassifier({ threads: Number(threads) });
const { tags } = await classifier.classify(text);
console.log(tags.map((tag) => tag.topic).join(' ') || 'none');
await classifier.close();
