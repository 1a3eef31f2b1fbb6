/** Tests that take minutes or need tools of the system, one file after the other. Run in CI after the others. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    include: ['test/slow/**/*.test.ts'],
    globalSetup: 'test/helpers/run-folder.ts',
    testTimeout: 900_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
