import { describe, expect, it } from 'vitest';
import { CivicTopicsError } from '../src/errors.js';

describe('CivicTopicsError', () => {
  it('knows an error of another copy of the class, as the other entries of the package throw it', () => {
    class Copy extends Error {
      override readonly name = 'CivicTopicsError';
      readonly code = 'CLOSED';
    }
    expect(new Copy()).toBeInstanceOf(CivicTopicsError);
    expect(new CivicTopicsError('CLOSED', '')).toBeInstanceOf(CivicTopicsError);
  });

  it.each([new Error('x'), { name: 'CivicTopicsError' }, null, undefined])('does not know %j', (value) => {
    expect(value).not.toBeInstanceOf(CivicTopicsError);
  });
});
