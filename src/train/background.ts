/** What is known of an encoder before any example: where each language lies in it, and how texts vary. */
import { readClassifierFile } from '../classify/classifier-file.js';
import type { TopicSpace } from '../classify/space.js';
import { builtInClassifierFile } from '../embed/built-in-model.js';
import type { Embedder } from '../embed/embedder.js';
import { CivicTopicsError } from '../errors.js';
import { covarianceOf } from './linear-algebra.js';
import { shrink, withUnitVariance } from './shrinkage.js';

/** Estimates from other texts than the examples. */
export interface Background {
  readonly centres: TopicSpace['centres'];
  /** By rows, scaled so that its mean variance is 1. */
  readonly covariance: Float64Array;
}

/** Five topics of public administration are not the world: only this share of their covariance is taken over, the rest is the identity. */
const SHARE_OF_COVARIANCE = 0.15;

/** The space of the classifier that ships in the package, when it was trained on this very encoder. */
export async function backgroundOf({ id, dimensions }: Embedder): Promise<Background | undefined> {
  try {
    const { embedder, space } = await readClassifierFile(builtInClassifierFile());
    return embedder.id === id && embedder.dimensions === dimensions ? toBackground(space, dimensions) : undefined;
  } catch (error) {
    // The package without its classifier can still train.
    if (error instanceof CivicTopicsError && /_NOT_FOUND$/.test(error.code)) return undefined;
    throw error;
  }
}

function toBackground({ centres, whitening }: TopicSpace, dimensions: number): Background {
  const covariance = withUnitVariance(covarianceOf(whitening, dimensions), dimensions);
  return { centres, covariance: shrink(covariance, dimensions, 1 - SHARE_OF_COVARIANCE) };
}
