/** Reads a taxonomy from YAML 1.2; errors name the line. */
import { isMap, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { CivicTopicsError } from '../../errors.js';
import { type ParsedTaxonomy, readTopics } from './read-topics.js';

/** Aliases that may be resolved: a few lines of them can otherwise stand for more data than memory holds. */
const MOST_ALIASES = 1000;

/** @throws CivicTopicsError INPUT_INVALID when it is not well-formed or has another shape */
export function parseYamlTaxonomy(text: string, file: string): ParsedTaxonomy {
  const lines = new LineCounter();
  const lineOf = (offset: number | undefined) => lines.linePos(offset ?? 0).line || 1;
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    const [error] = document.errors;
    if (error) throw malformed(file, lineOf(error.pos[0]), error);
    const place = (path: string) => `${file}, line ${lineOf(nearest(document.contents, path)?.range?.[0])} (${path})`;
    return readTopics(document.toJS({ maxAliasCount: MOST_ALIASES }), place);
  } catch (error) {
    if (error instanceof CivicTopicsError) throw error;
    // Too many aliases, or nested deeper than the stack is.
    throw malformed(file, undefined, error as Error);
  }
}

function malformed(file: string, line: number | undefined, cause: Error): CivicTopicsError {
  const where = line === undefined ? file : `${file}, line ${line}`;
  const message = `Expected YAML in ${where}, got something else (${cause.message}). Correct it there.`;
  return new CivicTopicsError('INPUT_INVALID', message, { cause });
}

/** The node at the path, or the last one on the way to it. */
function nearest(root: Node | null, path: string): Node | undefined {
  let node: unknown = root;
  for (const key of path.split(/[.[\]]+/).filter(Boolean)) {
    const next = isMap(node) ? node.get(key, true) : isSeq(node) ? node.get(Number(key), true) : undefined;
    if (next === undefined || next === null) break;
    node = next;
  }
  return (node as Node | null) ?? undefined;
}
