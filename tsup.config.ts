/** Builds the library as ES module and CommonJS with types, the command line and the worker threads' file as ES modules, and what the pages hold. */
import { defineConfig } from 'tsup';

/**
 * Bundled. The many small files of htmlparser2 take 30 ms to load one by one, and CommonJS cannot require it on every Node 20; n3 is
 * loaded only when a taxonomy is read, and most of n3 is left out.
 */
const noExternal = ['htmlparser2', 'n3'];

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
    // An entry by itself, so that its types stand alone and it shares nothing that would load the built-in encoder.
    entry: ['src/transformers.ts'],
    format: ['esm', 'cjs'],
    dts: true,
    target: 'node20',
    splitting: false,
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
  {
    // Put into pages by src/report/kit/page.ts.
    entry: ['src/report/browser/*.ts', 'src/report/browser/*.css'],
    outDir: 'dist/pages',
    format: ['iife'],
    outExtension: () => ({ js: '.js' }),
    platform: 'browser',
    target: 'es2022',
    minify: true,
    tsconfig: 'src/report/browser/tsconfig.json',
  },
]);
