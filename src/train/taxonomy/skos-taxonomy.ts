/** Reads a taxonomy from SKOS in Turtle or N-Triples: concepts become topics, whatever their place in a hierarchy. */
import { Parser, type Quad, type Term } from 'n3';
import { MOST_TOPICS, type TaxonomyTopic } from '../../classify/taxonomy.js';
import { CivicTopicsError } from '../../errors.js';
import { type ParsedTaxonomy, readTopics } from './read-topics.js';
import { type Labels, labelsOf } from './skos-labels.js';
import { safeId } from './topic-ids.js';

const SKOS = 'http://www.w3.org/2004/02/skos/core#';
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const DEPRECATED = 'http://www.w3.org/2002/07/owl#deprecated';
/** Relations between concepts: topics have none. */
const RELATIONS = /^(broader|narrower|related|broaderTransitive|narrowerTransitive|semanticRelation|member|\w+Match)$/;

/** What is said of one resource: objects by the predicate, SKOS's own without their namespace. */
type Statements = ReadonlyMap<string, readonly Term[]>;

/**
 * Topics are the resources that are a skos:Concept or belong to a scheme (skos:inScheme, topConceptOf, hasTopConcept), in the order in which
 * they first come; those marked as owl:deprecated are left out. An id is the skos:notation, or the last part of the IRI.
 *
 * @throws CivicTopicsError INPUT_INVALID when it is not well-formed, or has no concept, too many, or one without any possible id
 */
export function parseSkosTaxonomy(text: string, file: string): ParsedTaxonomy {
  const resources = statementsBySubject(parse(text, file));
  const all = [...resources.keys()].filter(conceptTest(resources));
  const concepts = all.filter((concept) => first(resources.get(concept), DEPRECATED)?.value !== 'true');
  if (concepts.length === 0 || concepts.length > MOST_TOPICS) {
    const expected = `1 to ${MOST_TOPICS} concepts (skos:Concept, or members of a skos:ConceptScheme)`;
    throw invalid(
      `Expected ${expected} in ${file}, got ${concepts.length}. Name a file of SKOS that holds the topics.`,
    );
  }
  const ids = new Set<string>();
  const labels = concepts.map((concept) => labelsOf(resources.get(concept) as Statements));
  const topics = concepts.map((concept, i): TaxonomyTopic => {
    const id = unique(idsOf(concept, resources.get(concept), file), ids);
    ids.add(id);
    return { id, ...(labels[i] as Labels).words };
  });
  const { taxonomy } = readTopics({ topics }, (path) => `${file}: ${concepts[Number(/\d+/.exec(path))]} (${path})`);
  const deprecated = all.length - concepts.length;
  const notices = [
    ...(deprecated > 0 ? [`${deprecated} deprecated concepts are left out`] : []),
    ...labelNotices(labels),
    ...relationNotices(concepts, resources),
  ];
  return { taxonomy, notices };
}

function parse(text: string, file: string): Quad[] {
  try {
    // Relative IRIs stay distinct with any base.
    return new Parser({ format: 'text/turtle', baseIRI: 'file:///' }).parse(text);
  } catch (cause) {
    throw invalid(
      `Expected Turtle in ${file}, got something else (${(cause as Error).message}) Correct it there.`,
      cause,
    );
  }
}

function statementsBySubject(quads: readonly Quad[]): Map<string, Map<string, Term[]>> {
  const resources = new Map<string, Map<string, Term[]>>();
  for (const { subject, predicate, object } of quads) {
    const statements = resources.get(subject.id) ?? new Map<string, Term[]>();
    resources.set(subject.id, statements);
    const name = predicate.value.startsWith(SKOS) ? predicate.value.slice(SKOS.length) : predicate.value;
    const objects = statements.get(name);
    if (objects) objects.push(object);
    else statements.set(name, [object]);
  }
  return resources;
}

function conceptTest(resources: ReadonlyMap<string, Statements>): (resource: string) => boolean {
  const top = new Set([...resources.values()].flatMap((one) => one.get('hasTopConcept') ?? []).map(({ id }) => id));
  return (resource) => {
    const statements = resources.get(resource) as Statements;
    const types = (statements.get(TYPE) ?? []).map(({ value }) => value);
    if (types.includes(`${SKOS}Concept`)) return true;
    // Collections may be in a scheme, too.
    if (types.some((type) => type.startsWith(SKOS))) return false;
    return statements.has('inScheme') || statements.has('topConceptOf') || top.has(resource);
  };
}

function first(statements: Statements | undefined, predicate: string): Term | undefined {
  return statements?.get(predicate)?.[0];
}

/** What may be the id, the best first; at least one. */
function idsOf(concept: string, statements: Statements | undefined, file: string): string[] {
  const isBlank = concept.startsWith('_:');
  const lastPart = isBlank ? '' : (concept.split(/[/#]+/).filter(Boolean).at(-1) ?? '');
  const ids = [first(statements, 'notation')?.value ?? '', decoded(lastPart)].map(safeId).filter((id) => id !== '');
  if (ids.length > 0) return ids;
  const name = first(statements, 'prefLabel')?.value ?? concept;
  throw invalid(
    `Expected an IRI or a skos:notation for the concept ${JSON.stringify(name)} in ${file}, got neither. Add one.`,
  );
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The first that is free, or the first with a number behind it. */
function unique(ids: readonly string[], taken: ReadonlySet<string>): string {
  const free = ids.find((id) => !taken.has(id));
  if (free !== undefined) return free;
  for (let number = 2; ; number++) if (!taken.has(`${ids[0]}-${number}`)) return `${ids[0]}-${number}`;
}

function labelNotices(labels: readonly Labels[]): string[] {
  const untagged = labels.reduce((sum, label) => sum + label.untagged, 0);
  const others = [...new Set(labels.flatMap((label) => label.others))].sort();
  return [
    ...(untagged > 0
      ? [`${untagged} labels and definitions without a language are not used; write them as "…"@en`]
      : []),
    ...(others.length > 0 ? [`labels and definitions in ${others.join(', ')} are not used`] : []),
  ];
}

function relationNotices(concepts: readonly string[], resources: ReadonlyMap<string, Statements>): string[] {
  const names = concepts.flatMap((concept) => [...(resources.get(concept) as Statements).keys()]);
  const relations = [...new Set(names.filter((name) => RELATIONS.test(name)))].sort();
  return relations.length > 0
    ? [`${relations.join(', ')} between concepts are not used: each is a topic by itself`]
    : [];
}

function invalid(message: string, cause?: unknown): CivicTopicsError {
  return new CivicTopicsError('INPUT_INVALID', message, { cause });
}
