/** Tests that take minutes or need tools of the system: memory, network, package. Run in CI after the others. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/slow/**/*.test.ts'],
    testTimeout: 900_000,
    fileParallelism: false,
  },
});
