/** Builds the library as ES module and CommonJS with types, and the command line as an ES module. */
import { defineConfig } from 'tsup';

export default defineConfig([
  { entry: ['src/index.ts'], format: ['esm', 'cjs'], dts: true, clean: true, target: 'node20', shims: true, splitting: false },
  { entry: ['src/cli.ts'], format: ['esm'], target: 'node20', shims: true, splitting: true },
]);
