/** Builds the library as ES module and CommonJS with types, the command line and the worker threads' file as ES modules. */
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
  {
    // The worker by a name of its own: the pool looks for it beside the file that it is built into, here and in the library.
    entry: { cli: 'src/cli.ts', worker: 'src/batch/pool/worker.ts' },
    format: ['esm'],
    target: 'node20',
    shims: true,
    splitting: true,
    noExternal,
  },
]);
