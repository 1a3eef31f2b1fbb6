/** Builds the library as ES module and CommonJS with types, and the command line as an ES module. */
import { defineConfig } from 'tsup';

/** Bundled: its many small files take 30 ms to load one by one, and CommonJS cannot require it on every Node 20. */
const noExternal = ['htmlparser2'];

export default defineConfig([
  {
    entry: ['src/index.ts'],
    format: ['esm', 'cjs'],
    dts: true,
    target: 'node20',
    shims: true,
    splitting: false,
    noExternal,
  },
  { entry: ['src/cli.ts'], format: ['esm'], target: 'node20', shims: true, splitting: true, noExternal },
]);
