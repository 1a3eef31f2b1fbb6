/** A classifier of two topics trained on a few made-up sentences with the fake embedder: fast, and exact about what it must say. */
import { type ClassifierOptions, createClassifier } from '../../src/classify/create-classifier.js';
import type { Example } from '../../src/train/example.js';
import { train } from '../../src/train/train.js';
import { FakeEmbedder } from './fake-embedder.js';

const words = {
  pay: ['salary', 'allowance', 'bonus', 'grade'],
  training: ['course', 'lesson', 'teacher', 'workshop'],
  none: ['river', 'football', 'weather', 'harvest'],
};

function sentence(subject: keyof typeof words, i: number): string {
  return `The ${words[subject][i % 4]} and the ${words[subject][(i + 1) % 4]} of number ${'abcdefghijklmnop'[i]} were discussed there.`;
}

/** Twelve sentences about pay, twelve about training, twelve about neither. */
export const smallExamples: readonly Example[] = Array.from({ length: 12 }, (_, i) => i).flatMap((i): Example[] => [
  { text: sentence('pay', i), topics: ['pay'], language: 'en' },
  { text: sentence('training', i), topics: ['training'], language: 'en' },
  { text: sentence('none', i), topics: [], language: 'en' },
]);

export const smallTrained = await train(smallExamples, { embedder: new FakeEmbedder(), untaggedShare: 0.3 });
export const smallFile = smallTrained.classifier;

export function smallClassifier(embedder = new FakeEmbedder(), options: ClassifierOptions = {}) {
  return createClassifier({ ...smallTrained, embedder, ...options });
}
