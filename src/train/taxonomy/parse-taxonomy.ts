/** Reads a taxonomy from JSON, YAML or SKOS, whichever the file's name says; what a format needs is loaded when it is read. */

import { PATH, pathOf, requireKind, STRING } from '../../arguments.js';
import { MOST_TAXONOMY_UNITS } from '../../classify/taxonomy.js';
import { CivicTopicsError } from '../../errors.js';
import { type ParsedTaxonomy, readTopics } from './read-topics.js';

/**
 * Reads the text of a taxonomy file: `.yaml` and `.yml` as YAML, `.ttl` and `.nt` as SKOS in Turtle, all others as JSON. JSON and YAML hold
 * `{ topics: [{ id, name?, alternatives?, definition? }] }`, names and definitions by `vi`, `fr` and `en`.
 *
 * @param file name, path or file: URL; it also names the file in errors
 * @throws CivicTopicsError INPUT_INVALID when it is not well-formed, has another shape, or is larger than the limits in `taxonomy.ts`;
 *   INVALID_ARGUMENT when the text is no string, or no file is named
 */
export async function parseTaxonomy(text: string, file: string | URL): Promise<ParsedTaxonomy> {
  requireKind('the text of a taxonomy', text, STRING, 'Read the file as text first.');
  requireKind('the file of a taxonomy', file, PATH, 'Give its name, which says the format.');
  // Editors on Windows put a byte-order mark before the text.
  return parseText(text.replace(/^\ufeff/, ''), pathOf(file));
}

async function parseText(text: string, file: string): Promise<ParsedTaxonomy> {
  if (text.length > MOST_TAXONOMY_UNITS) {
    throw new CivicTopicsError(
      'INPUT_INVALID',
      `Expected a taxonomy of at most ${MOST_TAXONOMY_UNITS} characters in ${file}, got ${text.length}. Leave out what is no topic.`,
    );
  }
  if (/\.ya?ml$/i.test(file)) return (await import('./yaml-taxonomy.js')).parseYamlTaxonomy(text, file);
  if (/\.(ttl|nt)$/i.test(file)) return (await import('./skos-taxonomy.js')).parseSkosTaxonomy(text, file);
  return parseJsonTaxonomy(text, file);
}

function parseJsonTaxonomy(text: string, file: string): ParsedTaxonomy {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new CivicTopicsError(
      'INPUT_INVALID',
      `Expected JSON in ${file}, got something else${lineOf(cause, text)} (${cause}). A name that ends in .yaml or .ttl is read as YAML or SKOS.`,
      { cause },
    );
  }
  return readTopics(value, (path) => `${file}: ${path}`);
}

/** Node says the line itself from version 22 on, some earlier ones the position alone. */
function lineOf(error: unknown, text: string): string {
  const position = /at position (\d+)/.exec(String(error))?.[1];
  return position === undefined ? '' : ` in line ${text.slice(0, Number(position)).split('\n').length}`;
}
