/** A text classifier that answers when the test says so. */
import type { TextClassifier } from '../../../src/batch/pool/text-classifier.js';
import type { Classification } from '../../../src/classify/classification.js';

export const classificationOf = (text: string): Classification => ({
  language: 'en',
  tags: [{ topic: text, score: 1, evidence: [{ start: 0, end: 1 }] }],
  truncated: false,
});

export class ManualClassifier implements TextClassifier {
  readonly width: number;
  /** Every text that it was asked for, in order. */
  readonly asked: string[] = [];
  closed = false;
  readonly #waiting: { text: string; resolve: (answer: Classification) => void; reject: (error: Error) => void }[] = [];

  constructor(width = 1) {
    this.width = width;
  }

  classify(text: string): Promise<Classification> {
    this.asked.push(text);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ text, resolve, reject });
    });
  }

  /** Answers the first of the waiting texts that is this one. */
  answer(text: string): void {
    this.#take(text)?.resolve(classificationOf(text));
  }

  fail(text: string, error: Error): void {
    this.#take(text)?.reject(error);
  }

  #take(text: string) {
    const index = this.#waiting.findIndex((waiting) => waiting.text === text);
    return this.#waiting.splice(index, 1)[0];
  }

  async close(): Promise<void> {
    this.closed = true;
  }
}

/** Answers at once. */
export class QuickClassifier extends ManualClassifier {
  override async classify(text: string): Promise<Classification> {
    this.asked.push(text);
    return classificationOf(text);
  }
}
