/** Reads a model folder, trusting nothing in it before its size and sha256 have been checked against the manifest. */
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { CivicTopicsError } from '../errors.js';

/** A manifest is a page of JSON; ours has 3 kB. */
const MAX_MANIFEST_BYTES = 1024 ** 2;
/** Tokenizers of 250,000 pieces take 17 MB. */
const MAX_TOKENIZER_BYTES = 64 * 1024 ** 2;
/** Room for a base-sized encoder in float32, and small enough to be held in memory twice on an office laptop. */
const MAX_MODEL_BYTES = 1536 * 1024 ** 2;
/** Longest window that a manifest may ask for: attention takes memory by its square. */
const MAX_WINDOW_TOKENS = 8192;
/** Two marks, and at least two tokens of the text. */
const MIN_WINDOW_TOKENS = 4;
/** Widest vectors of common sentence models have 4,096 entries. */
const MAX_DIMENSIONS = 8192;

/** What the manifest of a model folder says; see models/build/README.md for the rest of its fields. */
export interface Manifest {
  readonly name: string;
  readonly dimensions: number;
  readonly maxTokens: number;
  readonly files: Readonly<
    Record<'model.onnx' | 'tokenizer.json', { readonly bytes: number; readonly sha256: string }>
  >;
}

/** The largest size of each file. */
const LIMITS = { 'model.onnx': MAX_MODEL_BYTES, 'tokenizer.json': MAX_TOKENIZER_BYTES } as const;

/**
 * Reads `manifest.json`.
 *
 * @throws CivicTopicsError MODEL_NOT_FOUND when it is missing, MODEL_INVALID when it is not one of ours.
 */
export async function readManifest(folder: string): Promise<Manifest> {
  return parseManifest(await readLimited(join(folder, 'manifest.json'), MAX_MANIFEST_BYTES), folder);
}

/**
 * Reads one of the two files and checks it against the manifest; no other name is ever opened, whatever the manifest says.
 *
 * @throws CivicTopicsError MODEL_NOT_FOUND when it is missing, MODEL_INVALID when it is not the file that the manifest describes.
 */
export async function readVerified(
  folder: string,
  name: keyof Manifest['files'],
  manifest: Manifest,
): Promise<Uint8Array<ArrayBuffer>> {
  const path = join(folder, name);
  const expected = manifest.files[name];
  const bytes = await readLimited(path, LIMITS[name], expected.bytes);
  const digest = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
  if (digest !== expected.sha256) {
    throw invalid(
      `Expected ${path} with sha256 ${expected.sha256}, got ${digest}: the file is damaged or from another build. Reinstall the package.`,
    );
  }
  return bytes;
}

async function readLimited(path: string, limit: number, expected?: number): Promise<Uint8Array<ArrayBuffer>> {
  const file = await open(path).catch((cause) => {
    throw new CivicTopicsError(
      'MODEL_NOT_FOUND',
      `Expected a model file at ${path}, but it cannot be opened (${cause.code}).`,
      { cause },
    );
  });
  try {
    const { size } = await file.stat();
    if (size > limit) throw invalid(`Expected ${path} to have at most ${limit} bytes, got ${size}.`);
    if (expected !== undefined && size !== expected) {
      throw invalid(
        `Expected ${path} to have ${expected} bytes as its manifest says, got ${size}. Reinstall the package.`,
      );
    }
    const bytes = new Uint8Array(size);
    const { bytesRead } = await file.read(bytes, 0, size, 0);
    if (bytesRead !== size) throw invalid(`Expected ${size} bytes from ${path}, got ${bytesRead}.`);
    return bytes;
  } catch (cause) {
    if (cause instanceof CivicTopicsError) throw cause;
    throw new CivicTopicsError('MODEL_NOT_FOUND', `Expected to read ${path}, but reading failed (${cause}).`, {
      cause,
    });
  } finally {
    await file.close();
  }
}

function parseManifest(bytes: Uint8Array, folder: string): Manifest {
  const path = join(folder, 'manifest.json');
  let json: unknown;
  try {
    json = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch (cause) {
    throw new CivicTopicsError('MODEL_INVALID', `Expected JSON in ${path}, got something else (${cause}).`, { cause });
  }
  const manifest = json as Partial<Record<keyof Manifest | 'format' | 'version', unknown>>;
  if (manifest?.format !== 'civic-topics-encoder' || manifest.version !== 1) {
    throw invalid(
      `Expected ${path} to have "format": "civic-topics-encoder" and "version": 1: this is not a model folder of this package.`,
    );
  }
  requireInteger(manifest.dimensions, MAX_DIMENSIONS, `${path}: dimensions`);
  requireInteger(manifest.maxTokens, MAX_WINDOW_TOKENS, `${path}: maxTokens`, MIN_WINDOW_TOKENS);
  if (typeof manifest.name !== 'string') throw invalid(`Expected ${path}: name to be a string.`);
  const files = manifest.files as Partial<Manifest['files']> | undefined;
  for (const name of ['model.onnx', 'tokenizer.json'] as const) {
    requireInteger(files?.[name]?.bytes, MAX_MODEL_BYTES, `${path}: files["${name}"].bytes`);
    if (!/^[0-9a-f]{64}$/.test(String(files?.[name]?.sha256)))
      throw invalid(`Expected ${path}: files["${name}"].sha256 to be 64 hexadecimal digits.`);
  }
  return json as Manifest;
}

function requireInteger(value: unknown, maximum: number, where: string, minimum = 1): void {
  if (!Number.isInteger(value) || (value as number) < minimum || (value as number) > maximum) {
    throw invalid(
      `Expected ${where} to be a whole number from ${minimum} to ${maximum}, got ${typeof value === 'object' ? 'something else' : JSON.stringify(value)}.`,
    );
  }
}

function invalid(message: string): CivicTopicsError {
  return new CivicTopicsError('MODEL_INVALID', message);
}
