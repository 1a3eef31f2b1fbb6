/** Specification of what cannot be opened. */
import { expect, it } from 'vitest';
import { openTextClassifier } from '../../../src/batch/pool/open-text-classifier.js';

it.each([0, 1.5, -1, 257, Number.NaN])('refuses %d workers', async (workers) => {
  await expect(openTextClassifier({ workers })).rejects.toMatchObject({
    code: 'INVALID_ARGUMENT',
    message: `Expected workers to be a whole number from 1 to 256, got ${workers}.`,
  });
});

it('names a classifier file that is not there', async () => {
  await expect(openTextClassifier({ workers: 1, classifier: '/no/such.json' })).rejects.toMatchObject({
    code: 'CLASSIFIER_NOT_FOUND',
  });
});

it('leaves options alone that are not its own, as tagFile hands them over', async () => {
  const options = { workers: 1, classifier: '/no/such.json', onBadRow: 'stop', restart: true };
  await expect(openTextClassifier(options)).rejects.toMatchObject({ code: 'CLASSIFIER_NOT_FOUND' });
});
