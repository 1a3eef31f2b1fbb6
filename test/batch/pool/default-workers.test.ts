/** Specification of how many workers and threads there are unless the user says. */
import { describe, expect, it } from 'vitest';
import { defaultThreads, defaultWorkers } from '../../../src/batch/pool/default-workers.js';

describe('by default there', () => {
  it.each([
    [1, 1],
    [2, 2],
    [8, 8],
    [64, 8],
  ])('are on %i cores %i workers', (cores, workers) => {
    expect(defaultWorkers(cores)).toBe(workers);
  });

  it.each([
    [1, 2, 2],
    [1, 16, 4],
    [2, 2, 1],
    [3, 8, 2],
    [8, 8, 1],
    [8, 16, 2],
    [16, 2, 1],
  ])('has each of %i workers on %i cores %i threads', (workers, cores, threads) => {
    expect(defaultThreads(workers, cores)).toBe(threads);
  });
});
