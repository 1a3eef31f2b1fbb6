/** Imports whichever package of transformers.js is installed; neither is needed otherwise. */
import { CivicTopicsError } from '../../errors.js';
import type { TransformersPipeline } from './pipeline.js';

/** What is used of the package. */
export interface TransformersPackage {
  pipeline(task: 'feature-extraction', model: string, options: object): Promise<TransformersPipeline>;
}

/** The package's names: the second is the first one's before version 3. */
const NAMES = ['@huggingface/transformers', '@xenova/transformers'] as const;
export type PeerName = (typeof NAMES)[number];

/**
 * @param load imports a package by its name: a variable, so that neither is looked for when civic-topics is built
 * @throws CivicTopicsError MODEL_NOT_FOUND when neither package is installed, or the one that is fails to load
 */
export async function importPeer(
  load: (name: string) => Promise<unknown> = (name) => import(name),
): Promise<{ readonly name: PeerName; readonly peer: TransformersPackage }> {
  for (const name of NAMES) {
    try {
      return { name, peer: (await load(name)) as TransformersPackage };
    } catch (cause) {
      if (isMissing(cause, name)) continue;
      throw new CivicTopicsError(
        'MODEL_NOT_FOUND',
        `Expected ${name} to load, but it failed (${cause}). Install it again.`,
        {
          cause,
        },
      );
    }
  }
  throw new CivicTopicsError(
    'MODEL_NOT_FOUND',
    `Expected ${NAMES.join(' or ')} to be installed beside civic-topics, found neither. Run: npm install ${NAMES[0]} ` +
      '(behind a proxy: npm install --ignore-scripts ' +
      `${NAMES[0]}).`,
  );
}

/** Whether the package itself is missing, and not one that it needs. */
function isMissing(error: unknown, name: string): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') && String(message).includes(`'${name}'`);
}
