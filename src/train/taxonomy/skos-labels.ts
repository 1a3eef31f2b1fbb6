/** Sorts the labels and definitions of a SKOS concept by language. */
import type { Term } from 'n3';
import { LANGUAGES } from '../../classify/space.js';
import type { TopicWords } from '../../classify/taxonomy.js';

export interface Labels {
  readonly words: TopicWords;
  /** How many have no language. */
  readonly untagged: number;
  /** Languages that are not read. */
  readonly others: readonly string[];
}

interface Text {
  readonly text: string;
  /** Lower case; empty for none. */
  readonly tag: string;
}

/**
 * skos:prefLabel gives the name, its further values and skos:altLabel the alternatives, skos:definition and scopeNote the definition.
 * `en-GB` counts as `en`, behind what is plainly `en`.
 */
export function labelsOf(statements: ReadonlyMap<string, readonly Term[]>): Labels {
  const texts = (...predicates: string[]) => predicates.flatMap((name) => (statements.get(name) ?? []).flatMap(textOf));
  const preferred = texts('prefLabel');
  const alternative = texts('altLabel');
  const defining = texts('definition', 'scopeNote');
  const name: Record<string, string> = {};
  const alternatives: Record<string, string[]> = {};
  const definition: Record<string, string> = {};
  for (const language of LANGUAGES) {
    const [one, ...more] = inLanguage(preferred, language);
    const names = [...more, ...inLanguage(alternative, language)].filter((text) => text !== one);
    const defined = inLanguage(defining, language).join(' ');
    if (one !== undefined) name[language] = one;
    if (names.length > 0) alternatives[language] = [...new Set(names)];
    if (defined !== '') definition[language] = defined;
  }
  const tags = [...preferred, ...alternative, ...defining].map(({ tag }) => tag);
  return {
    words: {
      name,
      ...(Object.keys(alternatives).length > 0 && { alternatives }),
      ...(Object.keys(definition).length > 0 && { definition }),
    },
    untagged: tags.filter((tag) => tag === '').length,
    others: [...new Set(tags.filter((tag) => tag !== '' && !LANGUAGES.some((known) => isIn(tag, known))))],
  };
}

/** Nothing for a resource or a blank text. */
function textOf(term: Term): Text[] {
  if (term.termType !== 'Literal') return [];
  const text = term.value.trim();
  return text === '' ? [] : [{ text, tag: term.language.toLowerCase() }];
}

/** What is in plainly this language before its regional forms. */
function inLanguage(texts: readonly Text[], language: string): string[] {
  const those = texts.filter(({ tag }) => isIn(tag, language));
  return [...those.filter(({ tag }) => tag === language), ...those.filter(({ tag }) => tag !== language)].map(
    ({ text }) => text,
  );
}

function isIn(tag: string, language: string): boolean {
  return tag === language || tag.startsWith(`${language}-`);
}
