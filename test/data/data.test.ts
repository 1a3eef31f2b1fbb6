/** Guards the data: its form, its balance, no copies inside it and none of the benchmark texts. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseString } from 'fast-csv';
import { describe, expect, it } from 'vitest';

/** A text with the file and line (or id) it came from, which is all a failure shows of it. */
interface Paragraph {
  readonly where: string;
  readonly text: string;
}

interface TrainingLine {
  readonly text: string;
  readonly topics: readonly string[];
  readonly register: string;
  readonly theme: string;
  readonly country?: string;
  readonly kind?: string;
  readonly heldOut?: true;
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BENCHMARKS = `${ROOT}/../shared/benchmarks`;
const LANGUAGES = ['vi', 'fr', 'en'];
const TOPICS = ['digital-government', 'civil-service-ethics', 'gender-equality', 'salary-reform', 'training'];
const REGISTERS = ['law', 'news', 'guide', 'policy', 'speech', 'web', 'research', 'circular'];
const KINDS = ['positive', 'enumeration', 'passing', 'ordinary', 'statutory', 'near-miss', 'short'];
const EXAMPLE_COLUMNS = ['id', 'country', 'source', 'date', 'text', 'expected_topics'];
/** Two texts are near-duplicates from this share of common runs of five words on. */
const NEAR = 0.5;

const read = (path: string): string => readFileSync(`${ROOT}/${path}`, 'utf8');
const trainingFile = (language: string): string => `data/training/${language}.ndjson`;
const trainingLines = (language: string): string[] => read(trainingFile(language)).trimEnd().split('\n');
const nextFile = (language: string): string => `data/next/${language}.ndjson`;
const nextLines = (language: string): string[] => read(nextFile(language)).trimEnd().split('\n');
const training = (language: string): TrainingLine[] => trainingLines(language).map((line) => JSON.parse(line));

function csvRows(text: string): Promise<Record<string, string>[]> {
  return new Promise((resolve, reject) => {
    const rows: Record<string, string>[] = [];
    parseString(text, { headers: true })
      .on('data', (row) => rows.push(row))
      .on('error', reject)
      .on('end', () => resolve(rows));
  });
}

const examples = (): Promise<Record<string, string>[]> => csvRows(read('data/examples/articles.csv'));

async function ownParagraphs(): Promise<Paragraph[]> {
  const fromTraining = LANGUAGES.flatMap((language) =>
    training(language).map(({ text }, i) => ({ where: `${trainingFile(language)}:${i + 1}`, text })),
  );
  const fromNext = LANGUAGES.flatMap((language) =>
    nextLines(language).map((line, i) => ({ where: `${nextFile(language)}:${i + 1}`, text: JSON.parse(line).text })),
  );
  const fromExamples = (await examples()).map(({ id = '', text = '' }) => ({ where: `articles.csv ${id}`, text }));
  return [...fromTraining, ...fromNext, ...fromExamples, ...(await evaluationParagraphs())];
}

const evaluation = (language: string): Promise<Record<string, string>[]> =>
  csvRows(read(`data/evaluation/${language}.csv`));

async function evaluationParagraphs(): Promise<Paragraph[]> {
  const rows = await Promise.all(LANGUAGES.map(evaluation));
  return rows.flat().map(({ id = '', text = '' }) => ({ where: `evaluation ${id}`, text }));
}

/** The runs of five words of a text, case and punctuation aside. */
function shingles(text: string): Set<string> {
  const plain = text.normalize('NFC').toLowerCase();
  const words = plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return new Set(words.slice(4).map((_, i) => words.slice(i, i + 5).join(' ')));
}

/** The measure of Jaccard from the number of shared runs and of the runs of each text. */
const jaccard = (shared: number, a: number, b: number): number => shared / (a + b - shared);
/** The share of the shorter text, which also finds a sentence copied into a longer paragraph. */
const overlap = (shared: number, a: number, b: number): number => shared / Math.min(a, b);

/** Pairs "where ~ where" whose measure reaches NEAR; an index from run to texts spares comparing every pair. */
function nearDuplicates(these: readonly Paragraph[], those: readonly Paragraph[], measure: typeof jaccard): string[] {
  const sets = those.map(({ text }) => shingles(text));
  const holders = new Map<string, number[]>();
  sets.forEach((set, i) => {
    for (const run of set) holders.set(run, [...(holders.get(run) ?? []), i]);
  });
  return these.flatMap(({ where, text }) => {
    const own = shingles(text);
    const shared = new Map<number, number>();
    for (const i of [...own].flatMap((run) => holders.get(run) ?? [])) shared.set(i, (shared.get(i) ?? 0) + 1);
    return [...shared]
      .filter(([i, count]) => those[i]?.where !== where && measure(count, own.size, sets[i]?.size ?? 0) >= NEAR)
      .map(([i]) => `${where} ~ ${those[i]?.where}`);
  });
}

/** What is wrong with a training line, in words; empty when nothing is. */
function faults(line: string): string[] {
  const { text, topics, register, theme, country, kind, heldOut, ...rest } = JSON.parse(line) as TrainingLine;
  const found: string[] = [];
  if (text !== text.normalize('NFC')) found.push('text is not NFC');
  if (text.trim() === '' || text !== text.trim()) found.push('text is empty or has outer spaces');
  if (new Set(topics).size !== topics.length) found.push('a topic twice');
  if (topics.some((topic) => !TOPICS.includes(topic))) found.push('unknown topic');
  if (!REGISTERS.includes(register)) found.push('unknown register');
  if (typeof theme !== 'string' || theme === '') found.push('no theme');
  if (country !== undefined && !/^([A-Z]{2}|INT)$/.test(country)) found.push('country is no code');
  if (kind !== undefined && !KINDS.includes(kind)) found.push('unknown kind');
  if (kind !== undefined && kind !== 'short' && !['positive', 'enumeration'].includes(kind) && topics.length > 0)
    found.push(`topics in ${kind}`);
  if (heldOut !== undefined && heldOut !== true) found.push('heldOut is there and not true');
  const words = text.split(/\s+/).length;
  if (kind === 'short' ? words < 3 || words > 15 : words < 8 || words > 250) found.push(`${words} words`);
  if (Object.keys(rest).length > 0) found.push('unknown field');
  return found;
}

describe('taxonomy.json', () => {
  const taxonomy = JSON.parse(read('data/taxonomy.json'));

  it('names its format and has every topic once, in order', () => {
    expect([taxonomy.format, taxonomy.version]).toEqual(['civic-topics-taxonomy', 1]);
    expect(taxonomy.topics.map(({ id }: { id: string }) => id)).toEqual(TOPICS);
  });

  it.each(TOPICS.map((topic, i) => [topic, i] as const))('%s has a name and a definition in each language', (_, i) => {
    for (const texts of [taxonomy.topics[i].name, taxonomy.topics[i].definition]) {
      expect(Object.keys(texts)).toEqual(LANGUAGES);
      for (const text of Object.values<string>(texts)) expect(text).toMatch(/\S/);
    }
  });
});

describe('the near-duplicate measure', () => {
  const original = { where: 'a', text: 'one two three four five six seven eight nine ten eleven twelve' };

  it('finds a text whose last word was changed and passes one with a word changed in the middle', () => {
    // By hand: 12 words make 8 runs. A changed last word leaves 7 of 9 (0.78); a changed seventh word leaves 3 of 13 (0.23).
    const last = { where: 'b', text: original.text.replace('twelve', 'dozen') };
    const middle = { where: 'c', text: original.text.replace('seven', 'some') };
    expect(nearDuplicates([original], [original, last, middle], jaccard)).toEqual(['a ~ b']);
  });

  it('finds a sentence copied into a paragraph three times as long', () => {
    // By hand: 36 words make 32 runs and hold all 8 of the sentence: 8 of 32 (0.25) in union, 8 of 8 of the shorter.
    const long = { where: 'b', text: `${'x y z '.repeat(4)}${original.text}${' p q r'.repeat(4)}` };
    expect(nearDuplicates([original], [long], jaccard)).toEqual([]);
    expect(nearDuplicates([original], [long], overlap)).toEqual(['a ~ b']);
  });
});

describe.each(LANGUAGES)('next/%s.ndjson', (language) => {
  it('is LF-terminated and every line has the known fields with allowed values, in NFC', () => {
    const file = read(nextFile(language));
    expect(file.endsWith('}\n') && !file.includes('\r')).toBe(true);
    const wrong = nextLines(language).flatMap((line, i) => faults(line).map((fault) => `line ${i + 1}: ${fault}`));
    expect(wrong).toEqual([]);
  });
});

describe.each(LANGUAGES)('training/%s.ndjson', (language) => {
  it('is LF-terminated and every line has the known fields with allowed values, in NFC', () => {
    const file = read(trainingFile(language));
    expect(file.endsWith('}\n') && !file.includes('\r')).toBe(true);
    const wrong = trainingLines(language).flatMap((line, i) => faults(line).map((fault) => `line ${i + 1}: ${fault}`));
    expect(wrong).toEqual([]);
  });

  it('has about 1,000 paragraphs, and an eighth to a fifth of them held out', () => {
    const lines = training(language);
    const share = lines.filter(({ heldOut }) => heldOut).length / lines.length;
    expect(lines.length).toBeGreaterThanOrEqual(1000);
    expect(share > 1 / 8 && share < 1 / 5).toBe(true);
  });

  it.each(TOPICS)('has at least 100 examples of %s, 12 of them held out', (topic) => {
    const examples = training(language).filter(({ topics }) => topics.includes(topic));
    expect(examples.length).toBeGreaterThanOrEqual(100);
    expect(examples.filter(({ heldOut }) => heldOut).length).toBeGreaterThanOrEqual(12);
  });

  it.each(KINDS)('has at least 40 paragraphs of the kind %s', (wanted) => {
    expect(training(language).filter(({ kind }) => kind === wanted).length).toBeGreaterThanOrEqual(40);
  });
});

describe.each(LANGUAGES)('evaluation/%s.csv', (language) => {
  it('has 120 rows with unique ids, known topics, kinds and registers, in NFC', async () => {
    const rows = await evaluation(language);
    expect(rows.map(({ id }) => id)).toEqual(
      Array.from({ length: 120 }, (_, i) => `${language}-${String(i + 1).padStart(3, '0')}`),
    );
    for (const { id, text, topics, kind = '', register = '', country } of rows) {
      const given = topics === '' ? [] : (topics?.split('|') ?? ['missing']);
      expect(given, id).toEqual(TOPICS.filter((topic) => given.includes(topic)));
      expect(text, id).toBe(text?.normalize('NFC').trim());
      expect([KINDS.includes(kind), REGISTERS.includes(register)], id).toEqual([true, true]);
      expect(country, id).toMatch(/^([A-Z]{2}|INT)$/);
    }
  });

  it('has a quarter of enumerations and passing mentions, the latter without topics', async () => {
    const rows = await evaluation(language);
    const count = (wanted: string) => rows.filter(({ kind }) => kind === wanted).length;
    expect([count('enumeration'), count('passing')]).toEqual([15, 15]);
    expect(rows.filter(({ kind, topics }) => kind === 'passing' && topics !== '')).toEqual([]);
  });
});

describe('examples/articles.csv', () => {
  it('has ten rows a language with unique ids, the documented columns and known topics', async () => {
    const rows = await examples();
    const numbers = Array.from({ length: 10 }, (_, i) => String(i + 1).padStart(2, '0'));
    expect(rows.map(({ id }) => id)).toEqual(LANGUAGES.flatMap((language) => numbers.map((n) => `${language}-${n}`)));
    for (const row of rows) {
      expect(Object.keys(row)).toEqual(EXAMPLE_COLUMNS);
      expect(row.country).toMatch(/^[A-Z]{2}$/);
      expect(row.source).toMatch(/\S/);
      expect(row.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(row.text).toMatch(/\S/);
      const topics = row.expected_topics === '' ? [] : (row.expected_topics?.split('|') ?? ['missing']);
      expect(topics, row.id).toEqual(TOPICS.filter((topic) => topics.includes(topic)));
    }
  });

  it('holds what trips CSV readers: commas, doubled quotes and a line break inside a text', async () => {
    const texts = (await examples()).map(({ text = '' }) => text);
    for (const tricky of [',', '"', '\n']) expect(texts.some((text) => text.includes(tricky))).toBe(true);
  });

  it('is UTF-8 in NFC without BOM, with LF line ends', () => {
    const file = read('data/examples/articles.csv');
    expect(file.startsWith(EXAMPLE_COLUMNS.join(','))).toBe(true);
    expect(file).toBe(file.normalize('NFC').replaceAll('\r', ''));
  });
});

describe('the paragraphs', () => {
  it('are all different', async () => {
    const texts = (await ownParagraphs()).map(({ text }) => text);
    expect(texts.filter((text, i) => texts.indexOf(text) !== i)).toEqual([]);
  });

  it('have no near-duplicates among them', async () => {
    const paragraphs = await ownParagraphs();
    expect(nearDuplicates(paragraphs, paragraphs, jaccard)).toEqual([]);
  });
});

describe('README.md', () => {
  it('shows the counts that its own command prints', () => {
    const readme = read('data/README.md');
    const script = readme.match(/^node -e '([^']+)'$/m)?.[1] ?? 'throw new Error("no command in data/README.md")';
    expect(readme).toContain(execFileSync('node', ['-e', script], { cwd: ROOT, encoding: 'utf8' }));
  });
});

describe('the benchmarks', () => {
  const benchmark = (file: string): string => readFileSync(`${BENCHMARKS}/${file}`, 'utf8');
  const lines = (file: string): string[] => benchmark(file).trimEnd().split('\n');
  const files = (folder: string, ending: string): string[] =>
    readdirSync(`${BENCHMARKS}/${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith(ending))
      .map((file) => `${folder}/${file}`);
  const numbered = (file: string, texts: readonly (string | undefined)[]): Paragraph[] =>
    texts.map((text = '', i) => ({ where: `${file} text ${i + 1}`, text }));

  /** NTREX-128 is a sentence a line, SIB-200 a table whose third column is the text, under a heading. */
  async function benchmarkTexts(): Promise<Paragraph[]> {
    const civic = 'civic-dev/paragraphs.csv';
    const thirdColumn = (file: string) => lines(file).map((line) => line.split('\t')[2]);
    return [
      ...numbered(
        civic,
        (await csvRows(benchmark(civic))).map(({ text }) => text),
      ),
      ...files('ntrex', '.txt').flatMap((file) => numbered(file, lines(file))),
      ...files('sib200', '.tsv').flatMap((file) => numbered(file, thirdColumn(file).slice(1))),
    ];
  }

  it.runIf(existsSync(BENCHMARKS))('share no near-duplicate with our paragraphs', async () => {
    const theirs = await benchmarkTexts();
    // 299 paragraphs of civic-dev, 1,997 lines of NTREX-128 and 1,004 of SIB-200 in each of three languages, as published.
    expect(theirs.filter(({ text }) => /\S/.test(text))).toHaveLength(299 + 3 * 1997 + 3 * 1004);
    expect(nearDuplicates(theirs, await ownParagraphs(), overlap)).toEqual([]);
  });
});
