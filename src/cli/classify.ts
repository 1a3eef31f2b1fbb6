/** `civic-topics classify`: one text as it is, or an article paragraph by paragraph. */
import { stat } from 'node:fs/promises';
import type { Classification, Classifier, ClassifierInfo, ClassifyOptions } from '../classify/classification.js';
import { CivicTopicsError } from '../errors.js';
import type { PartOfArticle } from '../report/article/part-of-article.js';
import type { Paragraph } from '../text/paragraphs.js';
import { type Arguments, UsageError } from './args.js';
import { writeArticleReport } from './article-report.js';
import { articleJson, formatArticle, formatText, textJson, withoutExamples } from './classify-report.js';
import type { COMMANDS } from './commands.js';
import { EXIT } from './exit-codes.js';
import { readText, STANDARD_STREAM } from './input.js';
import { type Io, write, writeJson } from './io.js';
import { notice } from './notice.js';
import { withClassifier } from './with-classifier.js';

type ClassifyArguments = Arguments<typeof COMMANDS.classify>;
type Options = ClassifyArguments['options'];

/** What was found, and the topics that could have been. */
interface Reading {
  readonly parts: readonly PartOfArticle[];
  readonly topics: ClassifierInfo['topics'];
}

/** A part that was read: a single text always is. */
interface TaggedPart extends PartOfArticle {
  readonly classification: Classification;
}

/** Examples that a report names for each tag, unless `--nearest` says how many. */
const IN_REPORT = 3;

export async function run({ argument, options }: ClassifyArguments, io: Io): Promise<number> {
  check(argument, options);
  const path = options.file ?? (argument === STANDARD_STREAM ? STANDARD_STREAM : undefined);
  const paragraphs = path === undefined ? [asParagraph(argument as string)] : await readArticle(path, io);
  const reading = await classifyParagraphs(paragraphs, path === undefined, options, io);
  if (path === undefined) await noteIfFile(argument as string, io);
  if (reading.parts.length === 0) await write(io.stderr, 'civic-topics: the article is empty.\n');
  if (options.report !== undefined) {
    await writeArticleReport(options.report, { path, ...reading, classifierPath: options.classifier }, io);
  }
  await print(reading, path === undefined, options, io);
  return EXIT.done;
}

function check(argument: string | undefined, { file, nearest, format, report }: Options): void {
  const wrong = (message: string) => new UsageError(message, 'classify');
  if (nearest !== undefined && format !== 'json' && report === undefined)
    throw wrong('Expected --format json or --report with --nearest, got text.');
  if (file !== undefined && argument !== undefined) throw wrong('Expected TEXT or --file, got both.');
  if (file === undefined && argument === undefined) throw wrong('Expected TEXT, --file FILE or -, got nothing.');
  if (report === STANDARD_STREAM) throw wrong('Expected a file for --report, got -: standard output gets the tags.');
}

/** Whoever forgets --file gets topics of the file's name. */
async function noteIfFile(text: string, io: Io): Promise<void> {
  const isFile = await stat(text).then(
    (entry) => entry.isFile(),
    () => false,
  );
  if (isFile)
    await notice(io, `${text} was read as a text, but there is a file of that name; to read it: --file ${text}`);
}

function asParagraph(text: string): Paragraph {
  return { text, span: { start: 0, end: text.length }, kind: 'body' };
}

async function readArticle(path: string, io: Io): Promise<Paragraph[]> {
  // The readers of HTML and Markdown are of no use to a single text.
  const { splitParagraphs } = await import('../text/paragraphs.js');
  return splitParagraphs(await readText(path, io), { format: articleFormat(path) });
}

/** What the name says; otherwise the article's own signs decide. */
function articleFormat(path: string): 'html' | 'markdown' | 'auto' {
  if (/\.html?$/i.test(path)) return 'html';
  return /\.(md|markdown)$/i.test(path) ? 'markdown' : 'auto';
}

function classifyParagraphs(
  paragraphs: readonly Paragraph[],
  isSingle: boolean,
  options: Options,
  io: Io,
): Promise<Reading> {
  const read = paragraphs.filter(isRead);
  const texts = read.map(({ text }) => text);
  return withClassifier(
    options,
    io,
    async (classifier) => {
      const classifications = await classifyTexts(classifier, texts, options, io);
      const found = new Map(read.map((paragraph, index) => [paragraph, classifications[index]]));
      const parts = paragraphs.map((paragraph) => ({ paragraph, classification: found.get(paragraph) }));
      return { parts, topics: classifier.info.topics };
    },
    isSingle,
  );
}

/** Captions and page furniture are no part of what the article says. */
function isRead({ kind }: Paragraph): boolean {
  return kind !== 'caption' && kind !== 'furniture';
}

/** A report names training examples where the classifier has them; asked for by name, they must be there. */
async function classifyTexts(classifier: Classifier, texts: readonly string[], options: Options, io: Io) {
  const { report, nearest = report === undefined ? 0 : IN_REPORT } = options;
  const classify = (settings: ClassifyOptions) => classifier.classify(texts, { signal: io.signal, ...settings });
  try {
    return await classify({ nearest });
  } catch (error) {
    const isOptional = options.nearest === undefined && nearest > 0;
    if (!isOptional || !(error instanceof CivicTopicsError) || error.code !== 'EXAMPLES_NOT_FOUND') throw error;
    await write(io.stderr, `civic-topics: the report names no training examples. ${error.message}\n`);
    return await classify({ nearest: 0 });
  }
}

async function print({ parts, topics }: Reading, isSingle: boolean, options: Options, io: Io): Promise<void> {
  const shown = options.nearest === undefined ? parts.map(withoutExamples) : parts;
  const text = isSingle ? (shown[0] as TaggedPart) : undefined;
  if (options.format === 'json')
    await writeJson(io.stdout, text ? textJson(text.paragraph.text, text.classification) : articleJson(shown));
  else if (io.terminal) {
    const { formatForTerminal } = await import('./terminal/article-view.js');
    const ids = topics.map(({ id }) => id);
    await write(io.stdout, formatForTerminal(parts, ids, { ...io.terminal, isSingle }));
  } else await write(io.stdout, text ? formatText(text.paragraph.text, text.classification) : formatArticle(parts));
}
